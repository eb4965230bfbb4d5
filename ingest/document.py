"""The values that readers make and the chunker takes."""

from dataclasses import dataclass
from typing import Literal

_LONG_HEADING = 200

BlockKind = Literal["heading", "text", "item", "code", "table"]


@dataclass(frozen=True)
class Block:
    """A piece of a page that reads as one: Markdown text, its kind, and for headings the level (1-6) and anchor.

    For list items `level` is the nesting depth (0 at the top).
    """

    kind: BlockKind
    text: str
    level: int = 0
    anchor: str = ""


@dataclass(frozen=True)
class Document:
    """A page as read: blocks in order, without its place in any library."""

    title: str
    language: Literal["pl", "en"]
    blocks: tuple[Block, ...]


def shortened(heading: str) -> str:
    """A heading goes before every passage below it, so one as long as a paragraph would leave them no room."""
    return heading if len(heading) <= _LONG_HEADING else heading[:_LONG_HEADING].rsplit(" ", 1)[0] + "…"
