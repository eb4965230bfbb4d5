"""Cue words as patterns over folded, lower-case text, in which every character keeps its place."""

import re
from collections.abc import Iterable
from functools import cache

from ingest import fold

_QUOTES = "\"'`„”“’‘«»"


def folded(text: str) -> str:
    """The text as cues are written: lower case, no diacritics, the same length."""
    return fold(text.lower())


@cache
def cue_pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the cues as whole words; `*` in a cue stands for any ending. Longer cues are tried first."""
    parts = sorted({_as_regex(cue) for cue in cues}, key=len, reverse=True)
    return re.compile(rf"(?<![\w])(?:{'|'.join(parts)})(?!\w)") if parts else re.compile(r"(?!)")


def _as_regex(cue: str) -> str:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in folded(cue).split())
    return r"[\s-]+".join(words)


def found(cues: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Where cues stand in a folded text, as (start, end)."""
    return [match.span() for match in cue_pattern(tuple(cues)).finditer(text)]


_NEGATION = re.compile(
    r"(?:\bbez|\bwithout|\bno|\bnot|\bdon'?t(?: \w+)?|\bnie(?: \w+)?|\bwylacz|\bdisable|\bdrop|\bremove|\busun|\bskip"
    r"|\bpomin)\s+(?:\w+\s+){0,1}$"
)


def is_negated(text: str, start: int) -> bool:
    """Whether the word that starts there is refused: "bez healthchecka", "without a GPU"."""
    return bool(_NEGATION.search(text[max(0, start - 30) : start]))
