"""A comparison shows both sides next to each other."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agents.embedded.likely import heading_of
from agents.embedded.passage import Passage
from agents.embedded.select import Scored
from ingest import fold
from knowledge import Stems

Groups = Sequence[frozenset[str]]
_STEMS = Stems()
_HEADED, _TOLD, _CONTRASTED, _NEAR, _TABLED = 2.0, 1.2, 3.0, 1.5, 8.0
_CONTRAST = re.compile(
    r"\b(?:while|whereas|but|only|instead|differ\w*|than|natomiast|zaś|ale|tylko|zamiast|różni\w*|niż)\b|;|,\s+a\s", re.I
)
_AFTERTHOUGHT = re.compile(r"[,;:–-]\s*(?:what|which|when|how|jaka|jaki|czym|co|ktor\w+|kiedy)\b.*$")
_LISTED = re.compile(r",\s*(?:and|or|oraz|lub|albo|i)?\s*|\s(?:and|or|oraz|lub|albo|i)\s|[()]")
_PAIR = 2
_OPENING_WORDS = 7
_MOST_SIDE_WORDS = 4  # longer ones are not names of things
_SIDES = [
    re.compile(r"\b(?:between|miedzy|pomiedzy)\s+([^?!.]+?)\s+(?:and|a|i|oraz)\s+(.+)$"),
    re.compile(r"([\w.-]+(?: [\w.-]+)?)\s+(?:i|a|oraz)\s+czym (?:sie )?(?:rozni|roznia)(?: sie)? od\s+(.+)$"),
    re.compile(r"\bczym (?:sie )?(?:rozni|roznia)(?: sie)?\s+(.+?)\s+(?:od|i|a)\s+(.+)$"),
    re.compile(
        r"(?:is|are|does|do|the)\s+(?:an?\s+)?([\w.-]+)(?: (?:for|do|mean|section))*,?"
        r"\s+and how (?:does|do|is|are) (?:it|they) differ(?:ent)? from\s+(.+)$"
    ),
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
    text = _AFTERTHOUGHT.sub("", fold(question.lower()).strip())
    for pattern in _SIDES:
        match = pattern.search(text.rstrip("?!. "))
        if match:
            left, right = (_NOISE.sub("", _TAIL.sub("", side)).strip() for side in match.groups())
            if left and right and left != right and all(len(side.split()) <= _MOST_SIDE_WORDS for side in (left, right)):
                return left, right
    return None


def with_both_first(ranked: Sequence[Sequence[Scored]], sides: tuple[str, str]) -> list[list[Scored]] | None:
    """The same pieces, those raised that tell of both sides together or stand where both are told of; None when none does."""
    own = _told_apart(*(_STEMS.of_query(side) for side in sides))
    if not all(own):
        return None  # what names "docker compose" names "docker" too
    worths = [[_worth_of_both(piece, found, own) for piece in found] for found in ranked]
    if not any(worth for found in worths for worth in found):
        return None
    return [
        [replace(piece, score=piece.score + worth) for piece, worth in zip(found, given, strict=True)]
        for found, given in zip(ranked, worths, strict=True)
    ]


def _told_apart(left: Groups, right: Groups) -> tuple[Groups, Groups]:
    """The words by which each side is told from the other; none for "docker" beside "docker compose"."""
    # Words that both sides share ("liveness probe", "readiness probe") do not tell them apart.
    only_left = [group for group in left if group not in right]
    only_right = [group for group in right if group not in left]
    # Of unequal sides the longer one names what both are: "a liveness and a readiness probe", "sonda liveness od readiness".
    return only_left[-max(len(only_right), 1) :], only_right[: max(len(only_left), 1)]


def _worth_of_both(piece: Scored, found: Sequence[Scored], own: tuple[Groups, Groups]) -> float:
    passage, text = piece.passage, piece.unit.text
    worth = _HEADED if all(_names(side, heading_of(passage), passage) for side in own) else 0.0
    told = piece.unit.kind != "code" and all(_names(side, text, passage) for side in own)
    if told and not _enumerated(text, own, passage):
        worth += _TOLD + (_CONTRASTED if _CONTRAST.search(text) else 0.0)
    if any(other.unit.kind == "table" and _rows_of_both(other.unit.text, own, passage) for other in found):
        worth += _TABLED
    near = " ".join(other.unit.text for other in found if other.unit.kind == "sentence")
    return worth + (_NEAR if all(_names(side, near, passage) for side in own) else 0.0)


def _enumerated(text: str, own: tuple[Groups, Groups], passage: Passage) -> bool:
    """Whether both sides stand next to each other in a list of more: "a Deployment, StatefulSet or Job" tells nothing apart."""
    parts = [part for part in _LISTED.split(text) if part]
    at = [[n for n, part in enumerate(parts) if _names(side, part, passage)] for side in own]
    short = [len(part.split()) <= _MOST_SIDE_WORDS for part in parts]
    return any(abs(a - b) == 1 and (short[a] or short[b]) and len(parts) > _PAIR for a in at[0] for b in at[1])


def _rows_of_both(table: str, own: tuple[Groups, Groups], passage: Passage) -> bool:
    """Whether each side has a row of its own."""
    cells = [row.strip("| ").split("|")[0] for row in table.split("\n")]
    left, right = ({n for n, cell in enumerate(cells) if _names(side, cell, passage)} for side in own)
    return bool(left) and bool(right) and len(left | right) > 1


def _names(groups: Groups, text: str, passage: Passage) -> bool:
    """Whether the text has at least half of the words: a side is often named by an abbreviation or its head word alone."""
    present = set(_STEMS.of_text(text, passage.language).split())
    return 2 * sum(bool(group & present) for group in groups) >= len(groups)


def side_by_side(ranked: Sequence[Sequence[Scored]], sides: tuple[str, str]) -> list[tuple[str, Scored]] | None:
    """For each side the best sentence that is about it and not about the other; None unless both have one."""
    pieces = [piece for found in ranked for piece in found if piece.vector is not None]
    left, right = (_STEMS.of_query(side) for side in sides)
    tells_left, tells_right = _told_apart(left, right)
    own_left, own_right = [group for group in left if group not in right], [group for group in right if group not in left]
    chosen: list[tuple[str, Scored]] = []
    for side, own, foreign in ((sides[0], own_left or left, tells_right), (sides[1], own_right or right, tells_left)):
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
