"""What Quarto, R Markdown, MDX, MkDocs, MyST, Hugo, Jekyll and Liquid add to Markdown, taken away so that the text stays."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.sources.callouts import NAMES, callout, without_indent
from ingest.sources.components import without_components

_FENCE = re.compile(r"^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})(.*)$")
_CHUNK_HEADER = re.compile(r"^([\s>]*(?:`{3,}|~{3,}))\s*\{\.?(\w[\w+-]*)[^}]*\}\s*$")
_CHUNK_OPTION = re.compile(r"^[\s>]*(?:#|%%|//|--)\| ")
_DIRECTIVE = re.compile(r"\{([\w-]+)\}")

# Over several lines; lengths are bounded because a page of nothing but braces would take minutes otherwise.
_SHORTCODE_TEXT = re.compile(r"\{\{[<%][^{}]{0,600}?\btext=\"([^\"]{0,300})\"[^{}]{0,600}?[>%]\}\}")
_SHORTCODE = re.compile(r"\{\{[<%].{0,2000}?[>%]\}\}|\{/\*.{0,5000}?\*/\}", re.S)
_TABLE = re.compile(r"<table\b(?:(?!<table\b).)*?</table>", re.S)

_INLINE_CODE = re.compile(r"(`+[^`]*`+)")
_TAG = re.compile(r"\{%-?.{0,500}?-?%\}|(?<!\$)\{\{.{0,300}?\}\}")
_MDX_LINE = re.compile(r"^(import\s.+\sfrom\s+['\"].+['\"];?|import\s+['\"].+['\"];?|export\s+(default|const)\s.*)$")
_HEADING_ATTRIBUTES = re.compile(r"^(#{1,6}\s.*?)\s*\{:?([^{}]*)\}\s*$")
_ATTRIBUTES = re.compile(r"\{:\s?[^{}]{0,200}\}|(?<=\))\{\s?[.#\w][^{}]{0,200}\}|(?<=\))\{:?\s[^{}]{0,200}\}")
_SPAN = re.compile(r"(?<!!)\[([^\[\]]{0,300})\]\{[.#][^{}]{0,200}\}")
_ALIGNED_HTML = re.compile(r"</?(?:details|div|section|center|figure|figcaption|toggle|tabs?|admon|cards?)\b[^>]{0,500}>")
# Indented for looks between tags that go; plain Markdown would take it for code.
_INDENTED_HTML = re.compile(r"^ {4,}(?=</?(?:p|ul|ol|li|h[1-6]|strong|b|em|a|img|span|summary|table|thead|tbody|tr|t[dh])\b)", re.M)
_DEEP = re.compile(r"^(\s*(?:[-*+>]\s*){20})(?:[-*+>]\s*)+(?=\S)")


@dataclass
class _Part:
    code: bool
    lines: list[str] = field(default_factory=list)


def plain_markdown(text: str) -> str:
    """The same page without divs, shortcodes, template tags, components, attributes and options of chunks; code is not touched."""
    lines = without_indent(text.split("\n"))
    parts = (part for part in _parts(lines) if part.lines)
    return "\n".join(line for part in parts for line in (_code(part.lines) if part.code else _plain(part.lines)))


def _parts(lines: Iterable[str]) -> Iterator[_Part]:
    part = _Part(code=False)
    fence = ""
    callouts: list[str] = []  # fences of MyST that hold text, not code
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            part.lines.append(line)
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                yield part
                part, fence = _Part(code=False), ""
        elif mark and callouts and mark[1].startswith(callouts[-1]) and not mark[2].strip():
            callouts.pop()
        elif mark and (directive := _DIRECTIVE.match(mark[2].strip())) and directive[1] in NAMES:
            callouts.append(mark[1])
        elif mark:
            yield part
            part, fence = _Part(code=True, lines=[line]), mark[1]
        else:
            part.lines.append(line)
    yield part


def _code(lines: list[str]) -> list[str]:
    header = _CHUNK_HEADER.sub(r"\1\2", lines[0])
    return lines if header == lines[0] else [header, *(line for line in lines[1:] if not _CHUNK_OPTION.match(line))]


def _plain(lines: list[str]) -> Iterator[str]:
    text = "\n".join(lines)
    if "{{" in text or "{/*" in text:
        text = _SHORTCODE.sub("", _SHORTCODE_TEXT.sub(r"\1", text))
    if "<" in text:
        if _ALIGNED_HTML.search(text):
            text = _INDENTED_HTML.sub("", text)
        text = _TABLE.sub(lambda table: re.sub(r"\n\s*\n", "\n", table[0]), without_components(text))
    for line in text.split("\n"):
        if not _MDX_LINE.match(line):
            yield from (_plain_line(piece) for piece in callout(line))


def _plain_line(line: str) -> str:
    if "{" in line:
        line = _outside_code(_TAG, line)
        line = _HEADING_ATTRIBUTES.sub(_keep_anchor, line)
        line = _SPAN.sub(r"\1", _ATTRIBUTES.sub("", line))
    line = _DEEP.sub(r"\1", line)
    return _ALIGNED_HTML.sub("", line) if "<" in line else line


def _outside_code(pattern: re.Pattern[str], line: str) -> str:
    """Template tags inside `code` are what the page is about."""
    pieces = _INLINE_CODE.split(line)
    pieces[::2] = [pattern.sub("", piece) for piece in pieces[::2]]
    changed = "".join(pieces)
    # "**{% icon %} Run**" would be no longer bold.
    return re.sub(r"\*\* +(\S[^*]*\*\*)", r"**\1", changed) if changed != line else line


def _keep_anchor(match: re.Match[str]) -> str:
    anchor = re.search(r"#([\w:.-]+)", match[2])
    return f"{match[1]} {{#{anchor[1]}}}" if anchor else match[1]
