"""Markdown from pages and models, written anew so that only what we allow is left of it.

Passages and answers are data from elsewhere. They keep their paragraphs, lists, tables, emphasis and code; HTML, formulas and
Streamlit's directives become the text they are, pictures become their description, and links to unknown hosts show their address
without being links. What is written here is made of escaped text and of marks we chose, so no input can bring others in.
"""

import re
from collections.abc import Set

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node

from interfaces.web.escaping import code, escape, escape_line_starts, is_known, longest_run
from interfaces.web.marking import CLOSE, MARKS, OPEN

_PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_CITATION = re.compile(r"(?<!\w)\[(\d{1,2})\]")
_ESCAPED = re.compile(r"\\[\\\[\]]")
_AROUND = {"em": "*", "strong": "**", "s": "~~"}


def safe_markdown(
    text: str, *, known_hosts: Set[str] = frozenset(), citations: bool = False, keep_lines: bool = False, cited_code: str = ""
) -> str:
    """Markdown that is safe to show.

    Citations such as [1] become badges, `keep_lines` keeps line ends as a person typed them, and text between the marks of
    `marking` is highlighted; a marked code block, which cannot be, gets the line `cited_code` above it.
    """
    writer = _Writer(known_hosts, citations, "\\\n" if keep_lines else "\n", cited_code)
    return writer.blocks(Node(_PARSER.parse(text)).children)


class _Writer:
    """Holds whether what is being written lies between the marks."""

    def __init__(self, known_hosts: Set[str], citations: bool, line_end: str, cited_code: str) -> None:
        self._known_hosts = known_hosts
        self._citations = citations
        self._line_end = line_end
        self._cited_code = cited_code
        self._marking = False
        self._in_table = False

    def blocks(self, nodes: list[Node]) -> str:
        return "\n\n".join(self._block(node) for node in nodes)

    def _block(self, node: Node) -> str:
        match node.type:
            case "heading":
                return f"{'#' * min(6, int(node.tag[1]) + 3)} {self._inline(node).replace(self._line_end, ' ')}"
            case "paragraph":
                return escape_line_starts(self._inline(node))
            case "bullet_list" | "ordered_list":
                return self._list(node)
            case "blockquote":
                return _indent(self.blocks(node.children), "> ", "> ")
            case "fence" | "code_block":
                return self._code(node)
            case "table":
                return self._table(node)
            case "hr":
                return "---"
        return escape(node.content)

    def _list(self, node: Node) -> str:
        number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
        items = []
        for place, item in enumerate(node.children):
            bullet = f"{number + place}. " if node.type == "ordered_list" else "- "
            items.append(_indent(self._item(item), bullet, " " * len(bullet)))
        tight = all(part.hidden for item in node.children for part in item.children if part.type == "paragraph")
        return ("\n" if tight else "\n\n").join(items)

    def _item(self, node: Node) -> str:
        text = ""
        for before, part in zip([None, *node.children], node.children, strict=False):
            # A blank line before a nested list would set the whole list wide apart.
            close = before is not None and before.type == "paragraph" and before.hidden and part.type.endswith("_list")
            text += ("" if before is None else "\n" if close else "\n\n") + self._block(part)
        return text

    def _code(self, node: Node) -> str:
        content = MARKS.sub("", node.content)
        marked = self._marking or OPEN in node.content
        self._marking = self._marking and CLOSE not in node.content or node.content.rfind(OPEN) > node.content.rfind(CLOSE)
        fence = "`" * max(3, longest_run("`", content) + 1)
        language = re.match(r"[\w+#.-]*", node.info)
        block = f"{fence}{language[0] if language else ''}\n{content.rstrip(chr(10))}\n{fence}"
        return f":small[:orange-background[{escape(self._cited_code)}]]\n\n{block}" if marked and self._cited_code else block

    def _table(self, node: Node) -> str:
        self._in_table = True
        rows = [[self._inline(cell) for cell in row.children] for part in node.children for row in part.children]
        self._in_table = False
        rows.insert(1, ["---"] * len(rows[0]))
        return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)

    def _inline(self, node: Node) -> str:
        return "".join(self._span(span) for inline in node.children for span in inline.children)

    def _span(self, node: Node) -> str:
        match node.type:
            case "softbreak":
                return self._line_end
            case "hardbreak":
                return "\\\n"
            case "code_inline":
                return self._code_span(node.content)
            case "em" | "strong" | "s":
                return f"{_AROUND[node.type]}{''.join(self._span(child) for child in node.children)}{_AROUND[node.type]}"
            case "link":
                return self._link("".join(self._span(child) for child in node.children), str(node.attrs["href"]))
            case "image":
                return self._link(self._text(node.content), str(node.attrs["src"]), picture=True)
        return self._text(node.content)

    def _link(self, label: str, url: str, picture: bool = False) -> str:
        if not picture and is_known(url, self._known_hosts):
            return f"[{label}](<{url}>)"
        # The address is always written: a bare label could grow together with what follows into an address of its own.
        return f"{label} ({code(MARKS.sub('', url).replace('|', '%7C') or '-')})"

    def _code_span(self, content: str) -> str:
        marked = self._marking or OPEN in content
        if MARKS.search(content):
            self._marking = content.rfind(OPEN) > content.rfind(CLOSE)
        bare = MARKS.sub("", content)
        span = _code_in_table(bare) if self._in_table else code(bare)
        return _highlight(span) if marked else span

    def _text(self, text: str) -> str:
        written = []
        for piece in MARKS.split(text):
            if piece in (OPEN, CLOSE):
                self._marking = piece == OPEN
            else:
                written.append(_highlight(self._plain(piece)) if self._marking else self._plain(piece))
        return "".join(written)

    def _plain(self, text: str) -> str:
        if not self._citations:
            return escape(text, self._known_hosts)
        written = [escape(part, self._known_hosts) for part in _CITATION.split(text)]
        written[1::2] = [f":primary-badge[{number}]" for number in written[1::2]]
        return "".join(written)


def _code_in_table(text: str) -> str:
    """A cell ends at a pipe even within code, and after a backslash even at an escaped one."""
    return escape(text) if "|" in text and "\\" in text else code(text.replace("|", "\\|"))


def _highlight(inline: str) -> str:
    body = inline.strip()
    # A directive ends at the first bracket that is not escaped, also within code.
    if not body or re.search(r"[\[\]]", _ESCAPED.sub("", body)):
        return inline
    return inline.replace(body, f":orange-background[{body}]", 1)


def _indent(text: str, first: str, rest: str) -> str:
    head, *tail = text.split("\n")
    return "\n".join([first + head, *((rest + line).rstrip() if not line else rest + line for line in tail)])
