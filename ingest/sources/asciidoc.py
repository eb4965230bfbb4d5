"""AsciiDoc, rewritten as Markdown line by line and then read as that.

The libraries were tried first (docs/decisions.md): pyasciidoc loses the indentation of listings and the cells of tables,
asciidoctrine takes up to half a minute a page, asciidoc is GPL and starts a second a page.
"""

import re
from collections.abc import Iterator

from ingest.document import Document
from ingest.sources.asciidoc_inline import inline
from ingest.sources.asciidoc_tables import markdown_table
from ingest.sources.html_markdown import fenced
from ingest.sources.markdown import document_from_markdown
from ingest.sources.text import decode

_HEADING = re.compile(r"^(={1,6}|#{1,6})\s+(.+?)(?:\s+=+)?$")
_BULLET = re.compile(r"^\s*(\*{1,5}|-)\s+(?:\[[ x*]\]\s+)?(\S.*)$")
_NUMBER = re.compile(r"^\s*(\.{1,5}|\d+\.|<(?:\d+|\.)>)\s+(\S.*)$")
_TERM = re.compile(r"^\s*(\S.{0,200}?)(?::{2,4}|;;)(?:\s+(.*))?$")
_DEFINITION = re.compile(r"^:([\w-]+):\s*(.*)$")
_ATTRIBUTE_LINE = re.compile(r"^(\[[^\]]*\]|\[\[[^\]]*\]\]|:!?[\w-]+!?:.*|'''|<<<|\+)\s*$")
_MACRO_LINE = re.compile(r"^(include|image|video|ifdef|ifndef|ifeval|endif|toc|audio|plantuml)::.*$")
_BLOCK_TITLE = re.compile(r"^\.(?![.\s])(\S.*)$")
_SOURCE = re.compile(r"^\[(?:source|listing)?%?\w*\s*(?:,\s*(?!\w+=)([\w.+-]*))?[^\]]*\]$")
_VERBATIM = re.compile(r"^(-{4,}|\.{4,}|`{3,})\s*(\w*)\s*$")
_DROPPED = re.compile(r"^(/{4,}|\+{4,})\s*$")
_CONTAINER = re.compile(r"^(={4,}|\*{4,}|_{4,}|--)\s*$")
_TABLE = re.compile(r"^[|,:!]={3,}\s*$")
_CALLOUT = re.compile(r"[ \t]*(?:(?://|#|;;|<!)\s*-{0,2})?<(?:\d+|\.)>(?:-->)?[ \t]*$")


def read(content: bytes, name: str) -> Document:
    """Sections, listings, lists and tables; included files are other pages and not followed."""
    return document_from_markdown("\n".join(_Rewriter(decode(content, name).split("\n")).lines()), name)


class _Rewriter:
    """Goes through the lines once; `attributes` is the last `[…]` line, `language` what it promised for the next listing."""

    def __init__(self, lines: list[str]) -> None:
        self.todo = lines
        self.at = 0
        self.language: str | None = None
        self.attributes = ""
        self.values: dict[str, str] = {}
        self.paragraph: list[str] = []
        self.numbers: list[int] = []  # of the open numbered list, by depth
        self.attached = False  # a "+" before a block says that it belongs to the item above

    def lines(self) -> Iterator[str]:
        while self.at < len(self.todo):
            line = self.todo[self.at].rstrip()
            self.at += 1
            block = self._block(line)
            if block is None:
                yield from self._line(line)
            else:
                yield from (*self._flushed(), "", *block, "")
        yield from self._flushed()

    def _block(self, line: str) -> list[str] | None:
        """What stands between a delimiter and its twin; None for a line that opens no block."""
        if _DROPPED.match(line):
            self._until(line)
            return []
        if verbatim := _VERBATIM.match(line):
            return self._listing(self._until(verbatim[1]), verbatim[2])
        if _TABLE.match(line):
            return [inline(row, self.values) for row in markdown_table(self._until(line), self.attributes)]
        if self.language is not None and line and not _CONTAINER.match(line) and not _ATTRIBUTE_LINE.match(line):
            return self._listing([line, *self._until("")], "")
        return None

    def _listing(self, body: list[str], language: str) -> list[str]:
        language = language or self.language or ""
        self.language = None
        code = "\n".join(_CALLOUT.sub("", line) for line in body if not line.startswith("include::")).strip("\n")
        return fenced(code, language).split("\n") if code.strip() else []

    def _until(self, delimiter: str) -> list[str]:
        start = self.at
        while self.at < len(self.todo) and self.todo[self.at].rstrip() != delimiter:
            self.at += 1
        self.at += 1
        return self.todo[start : self.at - 1]

    def _line(self, line: str) -> Iterator[str]:
        if defined := _DEFINITION.match(line):
            self.values[defined[1]] = inline(defined[2], self.values)
        elif _ATTRIBUTE_LINE.match(line):
            yield from self._flushed()
            self.attached = line == "+"
            self.attributes = line
            source = _SOURCE.match(line)
            self.language = source[1] or "" if source and line.startswith(("[source", "[,", "[listing")) else None
            yield ""
        elif line.startswith("//") and not line.startswith("///"):
            return
        elif not line or _MACRO_LINE.match(line) or _CONTAINER.match(line):
            yield from (*self._flushed(), "")
        else:
            yield from self._text(line)

    def _flushed(self) -> Iterator[str]:
        """The paragraph so far: links and emphasis may run over its lines."""
        if self.paragraph:
            text, self.paragraph = "\n".join(self.paragraph), []
            yield inline(text, self.values)

    def _text(self, line: str) -> Iterator[str]:
        start = _start(line)
        if start is None:
            if not self.paragraph and not self.attached and not line[0].isspace():
                self.numbers.clear()
            # A leading blank would make Markdown read the line as code.
            self.paragraph.append(line.strip() if self.paragraph or len(line) - len(line.lstrip()) < 4 else line)
            return
        yield from self._flushed()
        self.attached = False
        if start.startswith("\n#"):
            self.numbers.clear()
        self.paragraph.append(self._numbered(line) or start)
        if start.startswith("\n#") or start.endswith("\n"):
            yield from self._flushed()

    def _numbered(self, line: str) -> str:
        """An item of a numbered list with its number: a listing between two items would start Markdown's count again."""
        number = _NUMBER.match(line)
        if not number or not number[1].startswith("."):
            return ""
        depth = len(number[1])
        self.numbers = (self.numbers + [0] * depth)[:depth]
        self.numbers[-1] += 1
        return f"{'   ' * (depth - 1)}{self.numbers[-1]}. {number[2]}"


def _start(line: str) -> str | None:
    """The Markdown of a line that starts something: a heading, a block's title, an item; None for others."""
    if heading := _HEADING.match(line):
        return f"\n{'#' * len(heading[1])} {heading[2]}\n"
    if title := _BLOCK_TITLE.match(line):
        return f"\n{title[1].rstrip(':')}:\n"
    if number := _NUMBER.match(line):
        return f"1. {number[2]}"
    if bullet := _BULLET.match(line):
        return f"{'  ' * (len(bullet[1]) - 1)}- {bullet[2]}"
    if (term := _TERM.match(line)) and not line.startswith(("http", "`")):
        return f"\n- **{term[1].replace('*', '')}**: {term[2] or ''}".rstrip()
    return None
