"""Blocks too large for the embedder are divided where it hurts least: code and tables by lines, text by sentences."""

import re
from collections.abc import Callable, Iterator

from ingest.document import Block

CountTokens = Callable[[str], int]
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")


def split_block(block: Block, count: CountTokens, most: int) -> Iterator[Block]:
    """The block itself when it fits, otherwise pieces of at most `most` tokens; fences and table heads are repeated."""
    # A token is a character at least, so a short block needs no counting.
    if len(block.text) <= most or count(block.text) <= most:
        yield block
    elif block.kind == "code":
        lines = block.text.split("\n")
        yield from _pieces(block, lines[1:-1], (lines[0], lines[-1]), count, most)
    elif block.kind == "table":
        lines = block.text.split("\n")
        yield from _pieces(block, lines[2:], ("\n".join(lines[:2]), ""), count, most)
    else:
        yield from _pieces(block, _SENTENCE_END.split(block.text), ("", ""), count, most, joint=" ")


def _pieces(
    block: Block, parts: list[str], frame: tuple[str, str], count: CountTokens, most: int, joint: str = "\n"
) -> Iterator[Block]:
    room = max(most - sum(count(edge) for edge in frame), 20)
    held: list[str] = []
    size = 0
    for part in (piece for whole in parts for piece in _short(whole, room)):
        tokens = count(part) + 1
        if held and size + tokens > room:
            yield Block(block.kind, _framed(held, frame, joint), block.level)
            held, size = [], 0
        held.append(part)
        size += tokens
    if held:
        yield Block(block.kind, _framed(held, frame, joint), block.level)


def _framed(parts: list[str], frame: tuple[str, str], joint: str) -> str:
    return "\n".join(edge for edge in (frame[0], joint.join(parts), frame[1]) if edge)


def _short(part: str, room: int) -> Iterator[str]:
    """A line longer than the room (minified code, a base64 blob) is cut; at spaces where there are some."""
    # A token is rarely more than four characters of a dense line; cutting at `room` characters is safe for all.
    while len(part) > room * 4:
        cut = part.rfind(" ", room * 2, room * 4)
        cut = cut if cut > 0 else room
        yield part[:cut]
        part = part[cut:].lstrip(" ") if part[cut : cut + 1] == " " else part[cut:]
    yield part
