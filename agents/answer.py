"""What an answer is, for every door."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generators import GeneratedFile


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
    """Markdown with `[n]` citations and what they point at, and the files that were made.

    `model` is the one that wrote it; `notice` says so to the reader when it is not the one that was set.
    """

    text: str
    language: Literal["pl", "en"]
    refused: bool
    model: str
    sources: tuple[Source, ...] = ()
    suggestions: tuple[str, ...] = ()
    notice: str = ""
    files: tuple["GeneratedFile", ...] = ()

    @property
    def full_text(self) -> str:
        """The text with its next questions below it, for doors that have no buttons for them."""
        if not self.suggestions:
            return self.text
        ask = "Możesz też zapytać" if self.language == "pl" else "You could also ask"
        return f"{self.text}\n\n{ask}: " + " / ".join(f"*{question}*" for question in self.suggestions)


@dataclass(frozen=True)
class Turn:
    """A question and, unless it is still being answered, its answer."""

    question: str
    answer: Answer | None
