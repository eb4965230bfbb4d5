"""A passage divided into what can be quoted: sentences, list items, code blocks, tables, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

UnitKind = Literal["sentence", "item", "step", "code", "table"]

_FENCE = re.compile(r"^(`{3,}).*?^\1`*[ \t]*$", re.S | re.M)
_TABLE = re.compile(r"(?:^\|.*\|[ \t]*$\n?){2,}", re.M)
_ITEM = re.compile(r"^[ \t]*(?:[-*•]|(\d+)[.)])[ \t]+")
_END = re.compile(r"(?<=[.!?:])[\"'”)\]*`]*\s+(?=[\"'“„(*\[`]*[A-ZĄĆĘŁŃÓŚŹŻ0-9`])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|np|tzn|tj|m\.in|itd|itp|ok|dr|inż|nr|por|al|fig|ver)\.|^\d+\.|:)[\"'”)\]*`]*$", re.I
)
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_BLOCK_MARKS = frozenset("*#>|:!")  # what begins with one of them begins anew
_SENTENCE_ENDS = frozenset(".!?:;…")
_WRAPPED_AT = 50  # a shorter line without a full stop is a caption or an entry of some list


@dataclass(frozen=True)
class Unit:
    """A quotable piece: `text` in one line without list marker, `start` and `end` its place in the passage with it."""

    kind: UnitKind
    text: str
    start: int
    end: int


def split_units(passage: str) -> list[Unit]:
    """All units in order of their place. Nothing of the passage but blanks and list markers is left out."""
    units: list[Unit] = []
    at = 0
    solid = sorted([*_FENCE.finditer(passage), *_TABLE.finditer(passage)], key=lambda match: match.start())
    for match in solid:
        if match.start() < at:  # a table inside a code block
            continue
        units += _prose(passage, at, match.start())
        kind: UnitKind = "code" if match[0].startswith("`") else "table"
        units.append(Unit(kind, match[0].strip("\n"), match.start(), match.end()))
        at = match.end()
    return units + _prose(passage, at, len(passage))


def _prose(passage: str, start: int, end: int) -> list[Unit]:
    units: list[Unit] = []
    for line_start, line in _lines(passage, start, end):
        marker = _ITEM.match(line)
        if marker:
            kind: UnitKind = "step" if marker[1] else "item"
            units.append(Unit(kind, _in_one_line(line[marker.end() :]), line_start, line_start + len(line)))
        else:
            spans = sentence_spans(line)
            units += [Unit("sentence", _in_one_line(line[a:b]), line_start + a, line_start + b) for a, b in spans]
    return units


def _in_one_line(text: str) -> str:
    return _BREAK.sub(" ", text.strip())


def _lines(passage: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Lines with text. Those that an editor wrapped in the middle of a sentence count as one, line ends kept."""
    at = begun = start
    held = ""
    for line in passage[start:end].split("\n"):
        if held and _goes_on(held, line):
            held = passage[begun : at + len(line)].rstrip()
        else:
            if held.strip():
                yield begun, held
            begun, held = at, line.rstrip()
        at += len(line) + 1
    if held.strip():
        yield begun, held


def _goes_on(held: str, line: str) -> bool:
    words = line.strip()
    if not words or _ITEM.match(line) or words[0] in _BLOCK_MARKS or held.rstrip('*_`)"”')[-1:] in _SENTENCE_ENDS:
        return False
    return words[:1].islower() or len(held.rsplit("\n", 1)[-1]) >= _WRAPPED_AT


def sentence_spans(line: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of a line; abbreviations and a colon before the rest do not end one."""
    spans: list[tuple[int, int]] = []
    start = len(line) - len(line.lstrip())
    for match in _END.finditer(line):
        inside_code = line.count("`", 0, match.end()) % 2
        if inside_code or _ABBREVIATION.search(line[start : match.start()] or ""):
            continue
        spans.append((start, len(line[: match.end()].rstrip())))
        start = match.end()
    if line[start:].strip():
        spans.append((start, len(line)))
    return spans


def plain(text: str) -> str:
    """Text for comparison: no Markdown marks, single blanks, lower case."""
    return re.sub(r"\s+", " ", re.sub(r"[*_`#>|]", "", text)).strip().lower()
