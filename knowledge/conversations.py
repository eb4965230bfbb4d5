"""Who owns a conversation, and what people thought of its answers. Every read takes the user."""

import time
import uuid
from dataclasses import dataclass
from urllib.parse import quote

from errors import BadInput, NotYours
from knowledge.database import Database

_MOST_TITLE = 80
_MOST_NAME = 64


@dataclass(frozen=True)
class Conversation:
    """A conversation of one user; its messages are the agent's checkpoints under the same id."""

    id: str
    user: str
    title: str
    touched: float


class Conversations:
    """The one door to conversations and feedback."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def start(self, user: str, title: str, name: str | None = None) -> Conversation:
        """A new conversation; `name` lets a person choose its id, otherwise it cannot be guessed.

        Raises:
            BadInput: the name is empty or too long, or the user has a conversation of that name.
        """
        if name is not None:
            _check_name(name)
        conversation = Conversation(name or uuid.uuid4().hex, user, " ".join(title.split())[:_MOST_TITLE], time.time())
        with self._database.transaction() as db:
            written = db.execute(
                "INSERT OR IGNORE INTO conversations VALUES (?, ?, ?, ?, ?)",
                (self._key(user, conversation.id), user, conversation.title, conversation.touched, conversation.touched),
            ).rowcount
        if not written:
            raise BadInput(f"You have a conversation {name!r} already. Choose another name.")
        return conversation

    def get(self, user: str, name: str) -> Conversation:
        """A conversation of this user.

        Raises:
            NotYours: there is none of that id, or it is another user's; the message does not tell which.
        """
        rows = self._database.read("SELECT * FROM conversations WHERE id = ? AND user = ?", (self._key(user, name), user))
        if not rows:
            raise NotYours(f"There is no conversation {name!r} of yours.")
        return Conversation(name, user, rows[0]["title"], rows[0]["touched"])

    def get_or_start(self, user: str, name: str, title: str) -> Conversation:
        """The named conversation, begun when it is new.

        Raises:
            BadInput: the name is empty or too long.
        """
        _check_name(name)
        try:
            return self.get(user, name)
        except NotYours:
            pass
        try:
            return self.start(user, title, name)
        except BadInput:
            return self.get(user, name)  # another tab was quicker

    def recent(self, user: str, limit: int = 20) -> list[Conversation]:
        """The user's conversations, last used first."""
        rows = self._database.read("SELECT * FROM conversations WHERE user = ? ORDER BY touched DESC LIMIT ?", (user, limit))
        return [Conversation(row["id"].split("/", 1)[1], user, row["title"], row["touched"]) for row in rows]

    def touch(self, conversation: Conversation) -> None:
        """It was used now."""
        with self._database.transaction() as db:
            key = self._key(conversation.user, conversation.id)
            db.execute("UPDATE conversations SET touched = ? WHERE id = ?", (time.time(), key))

    def thread(self, conversation: Conversation) -> str:
        """The key of its checkpoints. It holds the user, so that equal names of two users never meet."""
        return self._key(conversation.user, conversation.id)

    def give_feedback(self, conversation: Conversation, turn: int, helpful: bool) -> None:
        """Remember whether an answer helped; a second opinion replaces the first."""
        with self._database.transaction() as db:
            db.execute(
                """INSERT INTO feedback VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (conversation, turn, user) DO UPDATE SET helpful = excluded.helpful, given = excluded.given""",
                (self._key(conversation.user, conversation.id), turn, conversation.user, int(helpful), time.time()),
            )

    @staticmethod
    def _key(user: str, name: str) -> str:
        return f"{quote(user, safe='')}/{name}"


def _check_name(name: str) -> None:
    if not (name.strip() and len(name) <= _MOST_NAME and name.isprintable()):
        raise BadInput(f"The conversation's name must have 1 to {_MOST_NAME} printable characters.")
