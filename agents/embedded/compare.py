"""A comparison shows both sides next to each other."""

import re
from collections.abc import Sequence

from agents.embedded.passage import Passage
from agents.embedded.select import Scored
from ingest import fold
from knowledge import Stems

_STEMS = Stems()
_OPENING_WORDS = 7
_SIDES = [
    re.compile(r"\b(?:between|miedzy|pomiedzy)\s+(.+?)\s+(?:and|a|i|oraz)\s+(.+)$"),
    re.compile(r"\bczym (?:sie )?(?:rozni|roznia)(?: sie)?\s+(.+?)\s+(?:od|i|a)\s+(.+)$"),
    re.compile(r"\bhow (?:does|do|is)\s+(.+?)\s+(?:differ(?:ent)?|compare) (?:from|to|with)\s+(.+)$"),
    re.compile(
        r"(?:^|:\s*|\b(?:use|uzyc|wybrac|brac|lepszy|better)\s+)([\w .-]{2,30}?)"
        r"\s+(?:vs\.?|versus|or|czy|albo|than|niz)\s+([\w .-]{2,30})$"
    ),
]
_TAIL = re.compile(r"\s*[?.!].*$|\s+(?:in|w|on|na|for|dla|when|kiedy|i ktor|and which|which|a ktor)\b.*$")
_NOISE = re.compile(r"^(?:a|an|the|using|uzyciem|polecenie|polecenia|komenda)\s+")


def sides_of(question: str) -> tuple[str, str] | None:
    """The two things compared, as the question names them (lower case, without diacritics); None when it does not."""
    text = fold(question.lower()).strip()
    for pattern in _SIDES:
        match = pattern.search(text.rstrip("?!. "))
        if match:
            left, right = (_NOISE.sub("", _TAIL.sub("", side)).strip() for side in match.groups())
            if left and right and left != right:
                return left, right
    return None


def both_in_one(ranked: Sequence[Sequence[Scored]], sides: tuple[str, str]) -> int | None:
    """The passage that tells of both sides together, in its heading or in one sentence or table; None when none does."""
    left, right = (_STEMS.of_query(side) for side in sides)
    both = [*left, *right]
    if all(group in left for group in right) or all(group in right for group in left):
        return None  # what names "docker compose" names "docker" too
    for found in ranked:
        passage = found[0].passage
        texts = [passage.section, *(piece.unit.text for piece in found if piece.unit.kind != "code")]
        if any(_holds(both, text, passage) for text in texts):
            return passage.id
    return None


def side_by_side(ranked: Sequence[Sequence[Scored]], sides: tuple[str, str]) -> list[tuple[str, Scored]] | None:
    """For each side the best sentence that is about it and not about the other; None unless both have one."""
    pieces = [piece for found in ranked for piece in found if piece.vector is not None]
    left, right = (_STEMS.of_query(side) for side in sides)
    # Words that both sides share ("liveness probe", "readiness probe") do not tell them apart.
    only_left = [group for group in left if group not in right]
    only_right = [group for group in right if group not in left]
    # Of unequal sides the longer one names what both are: "a liveness and a readiness probe", "sonda liveness od readiness".
    tells_left, tells_right = only_left[-max(len(only_right), 1) :], only_right[: max(len(only_left), 1)]
    chosen: list[tuple[str, Scored]] = []
    for side, own, foreign in ((sides[0], only_left or left, tells_right), (sides[1], only_right or right, tells_left)):
        about = [p for p in pieces if _tells(p, own, foreign) and p not in [piece for _, piece in chosen]]
        if not about:
            return None
        chosen.append((side, max(about, key=lambda p: p.score)))
    return chosen


def _tells(piece: Scored, own: Sequence[frozenset[str]], foreign: Sequence[frozenset[str]]) -> bool:
    opening = " ".join(piece.unit.text.split()[:_OPENING_WORDS])
    return _holds(own, opening, piece.passage) and not any(_holds([group], piece.unit.text, piece.passage) for group in foreign)


def _holds(groups: Sequence[frozenset[str]], text: str, passage: Passage) -> bool:
    present = set(_STEMS.of_text(text, passage.language).split())
    return all(group & present for group in groups)
