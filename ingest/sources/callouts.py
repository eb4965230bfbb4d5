"""Notes, tips, warnings and tabs, which every dialect of Markdown marks in its own way: their text and own titles stay.

Labels such as "note" are left out: they say little, and in one language only.
"""

import re
from collections.abc import Iterable, Iterator

NAMES = frozenset("admonition attention caution danger dropdown error hint important note seealso tip warning".split())

_MKDOCS = re.compile(r"^(\s*)(?:!!!|\?\?\?\+?)\s+[\w-]+(?:\s+[\w-]+)*\s*(?:\"([^\"]*)\")?\s*$")
_MKDOCS_TAB = re.compile(r"^(\s*)===[+!]?\s+\"([^\"]*)\"\s*$")
_DIV = re.compile(r"^(\s*):{3,}\s*(?:\{[^{}]*\}|[\w-]+)?(?:\[([^\]]*)\])?\s*(.*?)\s*:*$")
_DIV_TITLE = re.compile(r"\btitle=\"([^\"]*)\"")
_SILENT_DIV = re.compile(r"^\s*:{3,}\s*\{(?:image|figure|include|toctree|mermaid)\b")
_ALERT = re.compile(r"^(\s*(?:>\s*)+)\[!\w+\][+-]?\s*")
_ARROW = re.compile(r"^(\s*)(?:~>|->|!>)\s+(?=\S)")


def without_indent(lines: Iterable[str]) -> Iterator[str]:
    """MkDocs indents what belongs to a callout or tab, and plain Markdown would take that for code."""
    open_at: list[int] = []
    for line in lines:
        indent = len(line) - len(line.lstrip())
        while open_at and line.strip() and indent < open_at[-1] + 4:
            open_at.pop()
        shift = 4 * len(open_at)
        found = _MKDOCS.match(line) or _MKDOCS_TAB.match(line)
        if found:
            yield from ("", *_title(found[1][shift:], found[2] or ""))
            open_at.append(len(found[1]))
        else:
            yield line[shift:] if line[:shift].isspace() else line


def callout(line: str) -> Iterator[str]:
    """The line without a callout's marks: nothing for the mark of an end, the title for one that has its own."""
    if line.lstrip().startswith(":::"):
        named = _DIV_TITLE.search(line)
        found = _DIV.match(line)
        if found and not _SILENT_DIV.match(line):
            yield from ("", *_title(found[1], named[1] if named else found[2] or found[3].strip("{}")))
        else:
            yield ""
        return
    yield _ARROW.sub(r"\1", _ALERT.sub(r"\1", line))


def _title(indent: str, title: str) -> tuple[str, ...]:
    words = title.strip().rstrip(":")
    if not words or words.startswith((".", "#")):
        return ()
    return (f"{indent}{words}{'' if words[-1] in '.?!' else ':'}", "")
