"""What an answer is, for every door."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Source:
    """A passage that the answer cites as `[id]`. `quote` occurs in `text`, the whole passage, word for word."""

    id: int
    title: str
    section: str
    path: str
    url: str | None
    quote: str
    text: str
    language: str
    collection: str
    modified: float


@dataclass(frozen=True)
class Answer:
    """Markdown with `[n]` citations, and what they point at.

    `model` is the one that wrote it; `notice` says so to the reader when it is not the one that was set.
    """

    text: str
    language: Literal["pl", "en"]
    refused: bool
    model: str
    sources: tuple[Source, ...] = ()
    suggestions: tuple[str, ...] = ()
    notice: str = ""


@dataclass(frozen=True)
class Turn:
    """A question and, unless it is still being answered, its answer."""

    question: str
    answer: Answer | None
