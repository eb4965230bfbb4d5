"""The inside of a paragraph: what reads."""

import re
from collections.abc import Iterable

from markdown_it.token import Token

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_PLACEHOLDER = re.compile(r"<[A-Za-z][\w -]*>")
_EMPTY_WORDS = frozenset(("image", "img", "logo", "screenshot", "alt text", "[image not found]", "obraz", "zrzut ekranu"))
_MARKS = {"code": "`", "tt": "`", "samp": "`", "kbd": "`", "strong": "**", "b": "**"}
# Tags that may stand in a paragraph; any other word in angle brackets is a place to fill in: "replace <name> with yours".
_TAGS = frozenset(
    """a abbr b bdi bdo big blockquote br button center cite code dd del details dfn div dl dt em figcaption figure font
    footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label li main mark math meta nav nobr ol option p
    picture pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td tfoot
    th thead time tr track tt u ul var video wbr path g rect circle""".split()
)


def inline_text(children: Iterable[Token]) -> str:
    """Inline Markdown reduced to what reads: code and strong keep their marks, links and images their words."""
    tokens = list(children)
    closed = {tag[2] for token in tokens if token.type == "html_inline" and (tag := _TAG.match(token.content)) and tag[1]}
    text = "".join(_reading(token, closed) for token in tokens)
    return re.sub(r"[ \t]+", " ", text).strip()


def _reading(token: Token, closed: set[str]) -> str:
    if token.type == "text":
        return token.content
    if token.type == "code_inline":
        mark = "``" if "`" in token.content else "`"
        pad = " " if token.content.startswith("`") or token.content.endswith("`") else ""
        return f"{mark}{pad}{token.content}{pad}{mark}"
    if token.type in ("strong_open", "strong_close"):
        return "**"
    if token.type in ("softbreak", "hardbreak"):
        return " " if token.type == "softbreak" else "\n"
    if token.type == "image":
        words = inline_text(token.children or [])
        return "" if words.lower() in _EMPTY_WORDS else words
    return _html(token.content, closed) if token.type == "html_inline" else ""


def _html(content: str, closed: set[str]) -> str:
    tag = _TAG.match(content)
    name = tag[2].lower() if tag else ""
    if name in ("br", "li", "p", "div", "td", "tr"):
        return "\n" if name == "br" else " "
    if name in _MARKS:
        return _MARKS[name]
    placeholder = tag is not None and name not in _TAGS and tag[2] not in closed and _PLACEHOLDER.fullmatch(content)
    return content if placeholder else ""
