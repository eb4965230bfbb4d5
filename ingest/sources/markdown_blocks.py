"""markdown-it's tokens become blocks."""

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup
from markdown_it.token import Token

from ingest.document import Block

_ANCHOR = re.compile(r"\s*\{#([\w:.-]+)\}\s*$")


def blocks_of(tokens: list[Token]) -> list[Block]:
    """All text of the tokens, in order: headings, paragraphs, list items, code, tables."""
    return list(_Walk().blocks(tokens))


class _Walk:
    """Where we are: inside which lists, and whether an item's marker still has to be written."""

    def __init__(self) -> None:
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
                yield _heading(tokens[position + 1], int(token.tag[1]))
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
        elif token.type in ("fence", "code_block"):
            yield _code(token)
        elif token.type == "html_block":
            yield from _html(token.content)
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


def inline_text(children: Iterable[Token]) -> str:
    """Inline Markdown reduced to what reads: code and strong keep their marks, links and images their words."""
    parts: list[str] = []
    for child in children:
        if child.type == "text":
            parts.append(child.content)
        elif child.type == "code_inline":
            parts.append(f"`{child.content}`")
        elif child.type in ("strong_open", "strong_close"):
            parts.append("**")
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "image":
            parts.append(child.content)
    return re.sub(r"[ \t]+", " ", "".join(parts)).strip()


def _heading(inline: Token, level: int) -> Block:
    text = inline_text(inline.children or []).replace("**", "")
    anchor = _ANCHOR.search(text)
    return Block("heading", _ANCHOR.sub("", text), level, anchor[1] if anchor else "")


def _code(token: Token) -> Block:
    body = token.content.rstrip("\n")
    fence = "`" * max(3, max((len(run) for run in re.findall(r"`+", body)), default=0) + 1) if "```" in body else "```"
    return Block("code", f"{fence}{token.info.strip()}\n{body}\n{fence}")


def _html(content: str) -> Iterator[Block]:
    if "<" not in content:
        return
    soup = BeautifulSoup(content, "lxml")
    for pre in soup.find_all("pre"):
        code = pre.get_text().strip("\n")
        pre.decompose()
        yield Block("code", f"```\n{code}\n```")
    for hidden in soup(["script", "style"]):
        hidden.decompose()
    text = re.sub(r"\s+", " ", soup.get_text(" ")).strip()
    if text:
        yield Block("text", text)


def _closing(tokens: list[Token], start: int) -> int:
    return next(i for i in range(start, len(tokens)) if tokens[i].type == "table_close" and tokens[i].level == tokens[start].level)


def _table(tokens: list[Token]) -> str:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(inline_text(token.children or []).replace("\n", " ").replace("|", "\\|"))
    if rows:
        rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
