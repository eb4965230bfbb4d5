"""The assistant: one question in, one cited answer out, whichever model runs it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agents.answer import Answer, Turn
from knowledge import Conversation, Library, Progress
from settings import Settings


@dataclass(frozen=True)
class Working:
    """What the assistant is doing, in the asker's language, for a status line."""

    text: str


@dataclass(frozen=True)
class Delta:
    """The next piece of the answer's text."""

    text: str


class Assistant:
    """Answers from one library with one model. Safe to share between threads."""

    def __init__(self, library: Library, settings: Settings) -> None:
        """Nothing heavy is imported before it is needed."""
        self.library = library
        self.settings = settings

    def ask(self, question: str, *, history: Sequence[str] = (), collections: Sequence[str] | None = None) -> Answer:
        """Answer one question; `history` are the questions asked before it in the same sitting. Nothing is remembered."""
        raise NotImplementedError

    def stream(
        self, question: str, conversation: Conversation, *, language: str | None = None, collections: Sequence[str] | None = None
    ) -> Iterator[Working | Delta | Answer]:
        """Answer within a conversation, remembering both; the last thing given is the whole Answer."""
        raise NotImplementedError

    def turns(self, conversation: Conversation) -> list[Turn]:
        """What was said in a conversation, oldest first."""
        raise NotImplementedError


def open_assistant(settings: Settings, progress: Progress | None = None) -> Assistant:
    """The library of the settings' home, with the built-in knowledge indexed, and the assistant on it."""
    raise NotImplementedError
