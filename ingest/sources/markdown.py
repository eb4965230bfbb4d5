"""Markdown, MDX, Quarto and R Markdown, parsed by markdown-it-py."""

import re
from collections.abc import Iterator

import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from ingest.document import Block, Document
from ingest.language import detect_language
from ingest.sources.dialects import plain_markdown
from ingest.sources.markdown_blocks import blocks_of
from ingest.sources.text import decode, title_from_name

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").use(front_matter_plugin)


def read(content: bytes, name: str) -> Document:
    """Title and language from the front matter when it has them, otherwise from the first heading and the text."""
    return document_from_markdown(decode(content, name), name)


def document_from_markdown(text: str, name: str) -> Document:
    """The shared way in for every format that is first turned into Markdown."""
    tokens = _PARSER.parse(plain_markdown(text))
    meta = _front_matter(tokens[0].content) if tokens and tokens[0].type == "front_matter" else {}
    blocks = list(_bold_lines_as_headings(blocks_of(tokens)))
    title = _title(meta, blocks) or title_from_name(name)
    language = meta.get("language", meta.get("lang"))
    if language not in ("pl", "en"):
        language = detect_language("\n".join(block.text for block in blocks if block.kind != "code"))
    return Document(title, language, tuple(_without_title(blocks, title)))


def _front_matter(text: str) -> dict[str, object]:
    # Some sites write template code where YAML is expected; such a page still has its text.
    try:
        meta = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    return meta if isinstance(meta, dict) else {}


def _title(meta: dict[str, object], blocks: list[Block]) -> str:
    title = meta.get("title")
    if isinstance(title, str) and title.strip() and "{" not in title:
        return title.strip()
    top = min((block.level for block in blocks if block.kind == "heading"), default=0)
    return next((block.text for block in blocks if block.kind == "heading" and block.level == top), "")


def _without_title(blocks: list[Block], title: str) -> Iterator[Block]:
    for number, block in enumerate(blocks):
        if number == 0 and block.kind == "heading" and block.text == title:
            continue
        yield block


_BOLD_LINE = re.compile(r"\*\*([^*]+)\*\*[:.]?")
_NUMBERED_BOLD = re.compile(r"\d+\. \*\*([^*]+)\*\*[:.]?")


def _bold_lines_as_headings(blocks: list[Block]) -> Iterator[Block]:
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
