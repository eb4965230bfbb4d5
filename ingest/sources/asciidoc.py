"""AsciiDoc, rewritten as Markdown line by line and then read as that.

The libraries were tried first (docs/decisions.md): pyasciidoc loses the indentation of listings and the cells of tables,
asciidoctrine takes up to half a minute a page, asciidoc is GPL and starts a second a page.
"""

import re
from collections.abc import Iterator

from ingest.document import Document
from ingest.sources.asciidoc_tables import markdown_table
from ingest.sources.markdown import document_from_markdown
from ingest.sources.text import decode

_HEADING = re.compile(r"^(={1,6})\s+(.+?)(?:\s+=+)?$")
_BULLET = re.compile(r"^\s*(\*{1,5}|-)\s+(.*)$")
_NUMBER = re.compile(r"^\s*(\.{1,5}|\d+\.)\s+(.*)$")
_TERM = re.compile(r"^\s*(\S.*?)(?::{2,4}|;;)(?:\s+(.*))?$")
_ATTRIBUTE_LINE = re.compile(r"^(\[[^\]]*\]|\[\[[^\]]*\]\]|:!?[\w-]+!?:.*|'''|<<<|\+)\s*$")
_MACRO_LINE = re.compile(r"^(include|image|video|ifdef|ifndef|ifeval|endif|toc|audio)::.*$")
_BLOCK_TITLE = re.compile(r"^\.(?![.\s])(\S.*)$")
_SOURCE = re.compile(r"^\[(?:source|,|listing)?%?\w*\s*,?\s*([\w.+-]*).*\]$")
_VERBATIM = re.compile(r"^(-{4,}|\.{4,}|`{3,})\s*(\w*)\s*$")
_DROPPED = re.compile(r"^(/{4,}|\+{4,})\s*$")
_CONTAINER = re.compile(r"^(={4,}|\*{4,}|_{4,}|--)\s*$")

_INLINE = [
    (re.compile(r"\b(?:xref|link|mailto):[^\s\[]*\[([^\]]*)\]"), r"\1"),
    (re.compile(r"\bhttps?://[^\s\[\]]+\[([^\]^,]+)[^\]]*\]"), r"\1"),
    (re.compile(r"<<[^,>\n]*,\s*([^>\n]*)>>"), r"\1"),
    (re.compile(r"<<([^,>\n]*)>>"), r"\1"),
    (re.compile(r"\(\(\([^()]*\)\)\)"), ""),
    (re.compile(r"\(\(([^()]*)\)\)"), r"\1"),
    (re.compile(r"\b(?:kbd|btn|menu|image|footnote):[^\s\[]*\[([^\]]*)\]"), r"\1"),
    (re.compile(r"(?<![\w`*])\*([^\s*`][^*`\n]*?)\*(?![\w*])"), r"**\1**"),
    (re.compile(r"(?<![\w`+])\+{1,2}([^\s+][^+\n]*?)\+{1,2}(?![\w+])"), r"`\1`"),
    (re.compile(r"\[(?:\.|role=)[\w.-]+\]#([^#]+)#"), r"\1"),
]


def read(content: bytes, name: str) -> Document:
    """Sections, listings, lists and tables; included files are other pages and not followed."""
    return document_from_markdown("\n".join(_Rewriter(decode(content, name).split("\n")).lines()), name)


class _Rewriter:
    """Goes through the lines once; `language` is what a `[source,…]` line promised for the next listing."""

    def __init__(self, lines: list[str]) -> None:
        self.todo = lines
        self.at = 0
        self.language = ""
        self.attributes = ""

    def lines(self) -> Iterator[str]:
        while self.at < len(self.todo):
            line = self.todo[self.at].rstrip()
            self.at += 1
            if _DROPPED.match(line):
                self._until(line)
            elif verbatim := _VERBATIM.match(line):
                body = self._until(verbatim[1])
                yield from ("", f"````{verbatim[2] or self.language}", *body, "````", "")
                self.language = ""
            elif line.startswith("|==="):
                yield from ("", *markdown_table(self._until("|==="), self.attributes), "")
            else:
                yield from self._line(line)

    def _until(self, delimiter: str) -> list[str]:
        start = self.at
        while self.at < len(self.todo) and self.todo[self.at].rstrip() != delimiter:
            self.at += 1
        self.at += 1
        return self.todo[start : self.at - 1]

    def _line(self, line: str) -> Iterator[str]:
        if _ATTRIBUTE_LINE.match(line):
            self.attributes = line
            source = _SOURCE.match(line)
            self.language = source[1] if source and line.startswith(("[source", "[,")) else self.language
            yield ""
        elif line.startswith("//") or _MACRO_LINE.match(line) or _CONTAINER.match(line):
            yield ""
        else:
            yield _text_line(line)


def _text_line(line: str) -> str:
    if heading := _HEADING.match(line):
        return f"\n{'#' * len(heading[1])} {_inline(heading[2])}\n"
    if title := _BLOCK_TITLE.match(line):
        return f"\n{_inline(title[1]).rstrip(':')}:\n"
    if number := _NUMBER.match(line):
        depth = len(number[1]) - 1 if number[1].startswith(".") else 0
        return f"{'   ' * depth}1. {_inline(number[2])}"
    if bullet := _BULLET.match(line):
        return f"{'  ' * (len(bullet[1]) - 1)}- {_inline(bullet[2])}"
    if (term := _TERM.match(line)) and not line.startswith(("http", "`")):
        return f"\n- **{_inline(term[1])}**: {_inline(term[2] or '')}".rstrip()
    # A leading blank would make Markdown read the line as code.
    return _inline(line.strip() if len(line) - len(line.lstrip()) < 4 else line)


def _inline(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text
