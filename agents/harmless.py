"""Markdown that fetches and opens nothing: a picture or link in retrieved text could tell a stranger what was asked."""

import re

from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark").enable("table")
_SPAN = r"(?P<code>`[^`\n]*`)"
_LABEL, _TARGET = r"(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)", r"(?:[^()\n]|\([^()\n]*\))*"
_LINK = re.compile(rf"{_SPAN}|!?\[{_LABEL}\]\({_TARGET}\)")
_DEFINITION = re.compile(r"^[ \t]*(?:>[ \t]*)*\[[^\]\n]+\]:[ \t]*\S.*$", re.M)
_ADDRESS = re.compile(rf"{_SPAN}|<(?P<label>[a-z][a-z0-9+.-]*:[^<>\s]*)>", re.I)
_TAG = re.compile(rf"{_SPAN}|<(?P<label>)[a-z!/][^<>]*=[^<>]*>", re.I)


def harmless(text: str) -> str:
    """The text with pictures and links reduced to their words; code stays as it is, unless it only poses as code."""
    parts = split_code(text.replace("\r\n", "\n").replace("\r", "\n"))
    parts[::2] = [_words_only(part) for part in parts[::2]]
    cleaned = "".join(parts)
    if not _reaches_out(cleaned):
        return cleaned
    return cleaned.replace("](", "]\\(").replace("]:", "]\\:").replace("][", "]\\[").replace("<", "\\<")


def split_code(text: str) -> list[str]:
    """The text in parts that make it up: prose at even places, code blocks at odd ones, as CommonMark reads them."""
    lines = text.split("\n")
    parts, at = [""], 0
    for token in _PARSER.parse(text):
        if token.type in ("fence", "code_block") and token.map:
            start, end = token.map
            parts[-1] += _whole(lines[at:start])
            parts += [_whole(lines[start:end]), ""]
            at = end
    parts[-1] += "\n".join(lines[at:])
    if at == len(lines) and len(parts) > 1:
        parts[-2] = parts[-2].removesuffix("\n")
    return parts


def outside_spans(pattern: str) -> re.Pattern[str]:
    """The pattern, or a code span, which is then in the group `code`."""
    return re.compile(rf"{_SPAN}|{pattern}")


def _whole(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _words_only(prose: str) -> str:
    before = ""
    while before != prose:  # a picture may be inside a link
        before, prose = prose, _LINK.sub(_label, prose)
    return _TAG.sub(_label, _ADDRESS.sub(_label, _DEFINITION.sub("", prose)))


def _label(match: re.Match[str]) -> str:
    label: str = match["code"] or match["label"]
    return f"[{label}]" if label.isdecimal() else label  # a citation with a link or a bracket behind it


def _reaches_out(text: str) -> bool:
    """What a real parser still sees, should the patterns have been outwitted."""
    for token in _PARSER.parse(text):
        seen = [token, *(token.children or [])]
        if any(part.type in ("image", "link_open") or (part.type.startswith("html") and "=" in part.content) for part in seen):
            return True
    return False
