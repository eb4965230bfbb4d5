"""What people ask of the bot, read out of Slack's events."""

import html
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

Body = Mapping[str, Any]
_ONLY_ME = r"(?:only me|tylko dla mnie)"
_PRIVATE = re.compile(rf"^\s*{_ONLY_ME}\b[\s:,.-]*|[\s,(]*{_ONLY_ME}[\s.!?)]*$", re.IGNORECASE)
_REFERENCE = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


@dataclass(frozen=True)
class Asked:
    """One request, as it is remembered until it is answered. `thread` is where the answer goes, empty for the channel itself."""

    kind: str
    team: str
    channel: str
    user: str
    at: str
    text: str = ""
    thread: str = ""
    private: bool = False
    response_url: str = field(default="", repr=False)
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def person(self) -> str:
        """The user of Sternik that this person is: ids are unique only within a workspace."""
        return f"slack:{self.team}:{self.user}"

    @property
    def conversation(self) -> str:
        """The name of their conversation: the thread, or the whole direct message. Private words are one of their own."""
        place = f"{self.channel}-{self.thread}" if self.thread else self.channel
        return f"{place}-private" if self.private else place

    @property
    def in_direct_message(self) -> bool:
        """Whether only this person reads along."""
        return self.channel.startswith("D")

    def as_dict(self) -> dict[str, Any]:
        """As data for the ledger."""
        return asdict(self)


def from_message(event: Body, team: str, bot: str) -> Asked | None:
    """A message that somebody wrote; None for bots' messages, edits, deletions, joins and what else is no question."""
    if event.get("subtype") not in (None, "file_share", "thread_broadcast") or event.get("bot_id") or "edited" in event:
        return None
    channel, user, at, text = (event.get(key) for key in ("channel", "user", "ts", "text"))
    if not (_words(channel, user, at) and isinstance(text, str)) or user == bot:
        return None
    direct = event.get("channel_type") == "im" or str(channel).startswith("D")
    thread = str(event.get("thread_ts") or ("" if direct else at))
    question, private = without_only_me(plain_text(text, bot))
    home = event.get("user_team") or event.get("team") or team
    return Asked("ask", str(home), str(channel), str(user), str(at), question, thread, private=private and not direct)


def without_only_me(text: str) -> tuple[str, bool]:
    """The question without "only me", and whether that was said."""
    question = _PRIVATE.sub("", text).strip()
    return question, question != text.strip()


def plain_text(text: str, bot: str) -> str:
    """What a person wrote, out of Slack's notation: without the mention of the bot, references as names, links as addresses."""

    def written(found: re.Match[str]) -> str:
        target, label = found[1], found[2]
        if target == f"@{bot}":
            return " "
        if target.startswith(("@", "#", "!")):
            return target[0].replace("!", "@") + (label or target[1:]).lstrip("@#")
        return label or target.removeprefix("mailto:")

    return html.unescape(_REFERENCE.sub(written, text)).strip()


def mentions(text: str) -> set[str]:
    """The ids of the people whom a message pings."""
    return set(re.findall(r"<@([A-Z0-9]+)(?:\|[^>]*)?>", text))


def message_names(event: Body, event_id: object) -> list[str]:
    """The names under which a message may come again: its place, the event's id, the id that the sender's client gave it."""
    names = [f"message:{event['channel']}:{event['ts']}"]
    names += [f"event:{event_id}"] if event_id else []
    return names + ([f"client:{event['client_msg_id']}"] if event.get("client_msg_id") else [])


def _words(*values: object) -> bool:
    return all(isinstance(value, str) and value for value in values)
