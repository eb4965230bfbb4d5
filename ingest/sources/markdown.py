"""Markdown, MDX, Quarto and R Markdown, parsed by markdown-it-py."""

import re
import tomllib
from collections.abc import Iterable, Iterator

import yaml

from ingest.document import Block, Document, shortened
from ingest.language import detect_language
from ingest.sources.dialects import plain_markdown
from ingest.sources.markdown_blocks import blocks_of
from ingest.sources.text import decode, title_from_name

_FRONT_MATTER = re.compile(r"\A\s*(?:<!--.*?-->\s*)?^(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*$\n?", re.S | re.M)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.M)
_PIECE = 100_000


def read(content: bytes, name: str) -> Document:
    """Title and language from the front matter when it has them, otherwise from the first heading and the text."""
    text = decode(content, name)
    front = _FRONT_MATTER.match(text[:100_000])
    meta = _front_matter(front[1], front[2]) if front else {}
    return document_from_markdown(plain_markdown(text[front.end() :] if front else text), name, meta)


def document_from_markdown(text: str, name: str, meta: dict[str, object] | None = None) -> Document:
    """The shared way in for every format that is first turned into Markdown."""
    meta = meta or {}
    blocks = list(_bold_lines_as_headings(block for piece in _pieces(text) for block in blocks_of(piece)))
    title = shortened(_title(meta, blocks) or title_from_name(name))
    language = meta.get("language", meta.get("lang"))
    if language not in ("pl", "en"):
        language = detect_language("\n".join(block.text for block in blocks if block.kind != "code"))
    return Document(title, language, tuple(_without_title(blocks, title)))


def _pieces(text: str) -> Iterator[str]:
    """Long pages are parsed in pieces: the parser needs a hundred times a page's size while it works."""
    start = 0
    while len(text) - start > _PIECE:
        cut = _cut(text, start)
        yield text[start:cut]
        start = cut
    yield text[start:]


def _cut(text: str, start: int) -> int:
    """The first heading after a piece's length, or a blank line when there is none for long, outside code."""
    at = text.find("\n", start + _PIECE) + 1 or len(text)
    in_code = len(_FENCE.findall(text, start, at)) % 2 == 1
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        if _FENCE.match(text, at):
            in_code = not in_code
        elif not in_code and (text[at] == "#" or (text[at] == "\n" and at > start + 2 * _PIECE)):
            return at
        at = end
    return at


def _front_matter(mark: str, text: str) -> dict[str, object]:
    # Some sites write template code where YAML is expected, or a date that does not exist; such a page still has its text.
    try:
        meta = tomllib.loads(text) if mark == "+++" else yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return meta if isinstance(meta, dict) else {}


def _title(meta: dict[str, object], blocks: list[Block]) -> str:
    title = meta.get("title")
    if isinstance(title, str | int | float) and str(title).strip() and "{" not in str(title):
        return str(title).strip().replace("`", "")
    top = min((block.level for block in blocks if block.kind == "heading"), default=0)
    return next((block.text.replace("`", "") for block in blocks if block.kind == "heading" and block.level == top), "")


def _without_title(blocks: list[Block], title: str) -> Iterator[Block]:
    first = next((number for number, block in enumerate(blocks) if block.kind == "heading"), -1)
    for number, block in enumerate(blocks):
        if number != first or block.text.replace("`", "") != title:
            yield block


_BOLD_LINE = re.compile(r"\*\*([^*]+)\*\*[:.]?")
_NUMBERED_BOLD = re.compile(r"\d+\. \*\*([^*]+)\*\*[:.]?")


def _bold_lines_as_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """A paragraph (or a numbered item) that is one bold line stands for a heading, as many hand-made pages have it."""
    level = 1
    for block in blocks:
        if block.kind == "heading":
            level = block.level
            yield block
            continue
        bold = _BOLD_LINE.fullmatch(block.text) if block.kind == "text" else None
        numbered = _NUMBERED_BOLD.fullmatch(block.text) if block.kind == "item" and block.level == 0 else None
        if bold:
            yield Block("heading", bold[1].strip(" :"), min(level + 1, 6))
        elif numbered:
            yield Block("heading", numbered[1].strip(" :"), min(level + 2, 6))
        else:
            yield block
