"""A comparison shows both sides next to each other."""

import re
from collections.abc import Sequence

from agents.embedded.select import Scored
from ingest import fold
from knowledge import Stems

_STEMS = Stems()
_SIDES = [
    re.compile(r"\b(?:between|miedzy|pomiedzy)\s+(.+?)\s+(?:and|a|i|oraz)\s+(.+)$"),
    re.compile(r"\bczym (?:sie )?(?:rozni|roznia) sie\s+(.+?)\s+(?:od|i|a)\s+(.+)$"),
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


def side_by_side(ranked: Sequence[Sequence[Scored]], sides: tuple[str, str]) -> list[tuple[str, Scored]] | None:
    """For each side the best sentence that is about it and not about the other; None unless both have one."""
    pieces = [piece for found in ranked for piece in found if piece.vector is not None]
    chosen: list[tuple[str, Scored]] = []
    for side, other in (sides, sides[::-1]):
        about = [p for p in pieces if _tells(p, side, other) and p not in [piece for _, piece in chosen]]
        if not about:
            return None
        chosen.append((side, max(about, key=lambda p: p.score)))
    return chosen


def _tells(piece: Scored, side: str, other: str) -> bool:
    own, foreign = (_words(text) for text in (side, other))
    present = set(_STEMS.of_text(piece.unit.text, piece.passage.language).split())
    # Words that both sides share ("liveness probe", "readiness probe") do not tell them apart.
    telling = [group for group in own if group not in foreign] or own
    against = [group for group in foreign if group not in own]
    return all(group & present for group in telling) and not any(group & present for group in against)


def _words(text: str) -> list[frozenset[str]]:
    return _STEMS.of_query(text)
