"""markdown-it's tokens become blocks."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.document import Block
from ingest.sources.html_markdown import fenced, html_to_markdown
from ingest.sources.markdown_inline import inline_text

_PARSER = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table")
# {#name} as Pandoc, Hugo and Quarto have it, [name-with-hyphens] as Elastic has it.
_ANCHOR = re.compile(r"\s*(?:\{#([\w:.-]+)\}|\[([a-z0-9]+(?:[-_][a-z0-9]+)+)\])\s*$")
_FENCED = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1", re.M | re.S)
_MOST_INFO = 100


_MOST_HEADING = 100


def blocks_of(markdown: str, *, inside_html: bool = False) -> Iterator[Block]:
    """All text of a page without front matter, in order: headings, paragraphs, list items, code, tables.

    `inside_html` is for what was found inside a block of another page: there HTML is read as words only.
    """
    yield from _Walk(inside_html).blocks(_PARSER.parse(markdown))


class _Walk:
    """Where we are: inside which lists, and whether an item's marker still has to be written."""

    def __init__(self, inside_html: bool) -> None:
        self.inside_html = inside_html
        self.lists: list[int | None] = []  # the next number of an ordered list, None for bullets
        self.marker = ""

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "table_open":
                end = _closing(tokens, position)
                yield Block("table", _table(tokens[position:end]))
                position = end
            elif token.type == "heading_open":
                if _is_paragraph(token, tokens[position + 1].content):
                    yield Block("text", inline_text(tokens[position + 1].children or []))
                else:
                    yield from _heading(tokens[position + 1], int(token.tag[1]))
                position += 2
            else:
                yield from self._other(token)
            position += 1

    def _other(self, token: Token) -> Iterator[Block]:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(None if token.type.startswith("bullet") else int(token.attrs.get("start", 1)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open":
            self.marker = self._next_marker()
        elif token.type == "code_block" and _FENCED.search(token.content) and not self.inside_html:
            # Indented for a component or a definition, not for code: code blocks hold no code blocks.
            yield from blocks_of(token.content, inside_html=True)
        elif token.type in ("fence", "code_block"):
            yield from _code(token)
        elif token.type == "html_block":
            yield from self._html(token.content)
        elif token.type == "inline":
            yield from self._paragraph(inline_text(token.children or []))

    def _next_marker(self) -> str:
        number = self.lists[-1]
        if number is None:
            return "- "
        self.lists[-1] = number + 1
        return f"{number}. "

    def _paragraph(self, text: str) -> Iterator[Block]:
        if not text:
            return
        if not self.lists:
            yield Block("text", text)
            return
        yield Block("item", self.marker + text, len(self.lists) - 1)
        self.marker = ""

    def _html(self, content: str) -> Iterator[Block]:
        """HTML inside Markdown, which may again hold Markdown; a second layer of it is read as words."""
        soup = BeautifulSoup(content, "lxml")
        for hidden in soup(["script", "style"]):
            hidden.decompose()
        if self.inside_html:
            yield from self._paragraph(re.sub(r"\s+", " ", soup.get_text(" ")).strip())
        elif soup.get_text(strip=True):
            yield from blocks_of(html_to_markdown(soup, holds_markdown=True), inside_html=True)


def _is_paragraph(opening: Token, text: str) -> bool:
    """Lines or a whole sentence above a ruler are a paragraph and its ruler, whatever CommonMark makes of them."""
    return opening.markup == "-" and ("\n" in text or len(text) > _MOST_HEADING or text.endswith("."))


def _heading(inline: Token, level: int) -> Iterator[Block]:
    text = " ".join(inline_text(inline.children or []).replace("**", "").split())
    anchor = _ANCHOR.search(text)
    words = _ANCHOR.sub("", text)
    if words:
        yield Block("heading", words, level, (anchor[1] or anchor[2]) if anchor else "")


def _code(token: Token) -> Iterator[Block]:
    body = token.content.rstrip("\n")
    if body.strip():
        yield Block("code", fenced(body, token.info.strip()[:_MOST_INFO].replace("`", "")))


def _closing(tokens: list[Token], start: int) -> int:
    return next(i for i in range(start, len(tokens)) if tokens[i].type == "table_close" and tokens[i].level == tokens[start].level)


def _table(tokens: list[Token]) -> str:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(" ".join(inline_text(token.children or []).split()).replace("|", "\\|"))
    if rows:
        rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
