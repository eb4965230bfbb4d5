"""The values that readers make and the chunker takes."""

from dataclasses import dataclass
from typing import Literal

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
