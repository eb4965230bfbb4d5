"""Markdown into Slack's own notation, with nothing in it that could call people or begin a notation by accident."""

import re
from collections.abc import Set
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node

_PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_AROUND = {"em": "_", "strong": "*", "s": "~"}
# Within `text` of a message Slack may still turn these words into a call to everybody.
_CALLS = re.compile(r"@(?=here\b|channel\b|everyone\b|group\b)", re.IGNORECASE)
_NO_BREAK = "\u2060"  # word joiner: parts two characters without showing


def escape(text: str) -> str:
    """Text that Slack shows as it is, and that calls nobody: `<!channel>`, `<@U1>` and `@here` become mere words."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _CALLS.sub(f"@{_NO_BREAK}", escaped)


def code_block(text: str) -> str:
    """A preformatted block of this text."""
    # Three backticks would end the block.
    return f"```\n{escape(text.rstrip(chr(10))).replace('```', f'`{_NO_BREAK}`{_NO_BREAK}`')}\n```"


def to_mrkdwn(markdown: str, known_hosts: Set[str] = frozenset()) -> list[str]:
    """The blocks of a Markdown text: paragraphs, lists, preformatted blocks. Only addresses of known hosts become links."""
    writer = _Writer(known_hosts)
    return [block for block in map(writer.block, Node(_PARSER.parse(markdown)).children) if block.strip()]


class _Writer:
    def __init__(self, known_hosts: Set[str]) -> None:
        self._known_hosts = known_hosts

    def block(self, node: Node) -> str:
        match node.type:
            case "heading":
                return _around(self._inline(node, styled=False).replace("\n", " "), "*")
            case "paragraph":
                return self._inline(node)
            case "bullet_list" | "ordered_list":
                return self._list(node)
            case "blockquote":
                inner = "\n\n".join(self.block(child) for child in node.children)
                return "\n".join(f"> {line}" for line in inner.split("\n"))
            case "fence" | "code_block":
                return code_block(node.content)
            case "table":
                return self._table(node)
            case "hr":
                return "———"
        return escape(node.content)

    def _list(self, node: Node) -> str:
        start = int(node.attrs.get("start", 1))
        lines = []
        for number, item in enumerate(node.children, start):
            bullet = f"{number}. " if node.type == "ordered_list" else "• "
            body = "\n".join(self.block(child) for child in item.children)
            # Inside a preformatted block an indent would be part of the text.
            lines.append(bullet + (body if "```" in body else body.replace("\n", "\n    ")))
        return "\n".join(lines)

    def _table(self, node: Node) -> str:
        """Columns in line, in a preformatted block: Slack has no tables in messages."""
        rows = [[self._plain(cell) for cell in row.children] for part in node.children for row in part.children]
        widths = [max(map(len, column)) for column in zip(*rows, strict=False)]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in rows]
        lines.insert(1, "  ".join("-" * width for width in widths))
        return code_block("\n".join(lines))

    def _plain(self, node: Node) -> str:
        if node.type in ("text", "code_inline"):
            return node.content
        return " " if node.type in ("softbreak", "hardbreak") else "".join(self._plain(child) for child in node.children)

    def _inline(self, node: Node, *, styled: bool = True) -> str:
        return "".join(self._span(span, styled) for inline in node.children for span in inline.children)

    def _span(self, node: Node, styled: bool) -> str:
        match node.type:
            case "softbreak" | "hardbreak":
                return "\n"
            case "code_inline":
                return f"`{escape(node.content).replace('`', _NO_BREAK)}`" if node.content.strip() else ""
            case "em" | "strong" | "s":
                inner = "".join(self._span(child, styled) for child in node.children)
                return _around(inner, _AROUND[node.type]) if styled else inner
            case "link":
                return self._link("".join(self._plain(child) for child in node.children), str(node.attrs["href"]))
            case "image":
                return self._link(node.content, str(node.attrs["src"]))
        return escape(node.content)

    def _link(self, label: str, url: str) -> str:
        if _is_known(url, self._known_hosts):
            return link(label, url)
        shown = escape(label)
        return shown if label == url else f"{shown} (`{escape(url).replace('`', '')}`)"


def link(label: str, url: str) -> str:
    """A link to a web address."""
    address = escape(url).replace("|", "%7C")
    return f"<{address}|{escape(label).replace('|', '¦') or address}>"


def _is_known(url: str, known_hosts: Set[str]) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # such as http://[
        return False
    return parts.scheme in ("http", "https") and host in known_hosts and not re.search(r"[\s<>]", url)


def _around(text: str, mark: str) -> str:
    """Slack reads a mark only where it stands between a space and a character."""
    body = text.strip()
    return text.replace(body, f"{mark}{body}{mark}", 1) if body else text
