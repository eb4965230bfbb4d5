"""Blocks too large for the embedder are divided where it hurts least: code and tables by lines, text by sentences."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ingest.document import Block

CountTokens = Callable[[str], int]
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")


def split_block(block: Block, count: CountTokens, most: int) -> Iterator[tuple[Block, int]]:
    """The block itself when it fits, otherwise pieces of at most `most` tokens, each with its size.

    Fences and table heads are repeated in every piece, unless they alone would fill half of it.
    """
    tokens = count(block.text)
    if tokens <= most:
        yield block, tokens
        return
    for text in _pieces(*_parts(block, count, most), count, most):
        yield replace(block, text=text), count(text)


def _parts(block: Block, count: CountTokens, most: int) -> tuple[list[str], tuple[str, str], str]:
    """What may be parted, what stands around every piece, and what joins the parts again."""
    if block.kind not in ("code", "table"):
        return _SENTENCE_END.split(block.text), ("", ""), " "
    lines = block.text.split("\n")
    frame = (lines[0], lines[-1]) if block.kind == "code" else ("\n".join(lines[:2]), "")
    if count("\n".join(frame)) > most // 2:
        return lines, ("", ""), "\n"
    return lines[1:-1] if block.kind == "code" else lines[2:], frame, "\n"


def _pieces(parts: list[str], frame: tuple[str, str], joint: str, count: CountTokens, most: int) -> Iterator[str]:
    room = most - sum(count(edge) for edge in frame)
    held: list[str] = []
    size = 0
    for part, tokens in (piece for whole in parts for piece in _short(whole, count, room)):
        if held and size + tokens + 1 > room:
            yield _framed(held, frame, joint)
            held, size = [], 0
        held.append(part)
        size += tokens + 1
    if held:
        yield _framed(held, frame, joint)


def _framed(parts: list[str], frame: tuple[str, str], joint: str) -> str:
    return "\n".join(edge for edge in (frame[0], joint.join(parts), frame[1]) if edge)


def _short(part: str, count: CountTokens, room: int) -> Iterator[tuple[str, int]]:
    """A line longer than the room (minified code, a base64 blob) is cut; at spaces where there are some."""
    while len(part) > room * 8:  # sure to be too long; counting all of a megabyte for every piece would never end
        cut = _cut(part, room * 4)
        yield from _short(part[:cut], count, room)
        part = part[cut:]
    tokens = count(part)
    if tokens <= room or len(part) < 2:
        yield part, tokens
        return
    cut = _cut(part, len(part) // 2)
    yield from _short(part[:cut], count, room)
    yield from _short(part[cut:], count, room)


def _cut(part: str, middle: int) -> int:
    """A place near the middle, after a space if there is one."""
    space = part.rfind(" ", middle // 2, middle)
    return space + 1 if space > 0 else max(middle, 1)
