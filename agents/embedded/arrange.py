"""The chosen pieces in the order in which a person would say them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from agents.embedded.kinds import Kind
from agents.embedded.openings import dangles, stands_alone
from agents.embedded.select import Scored

_LEAD_WORDS, _SURE_LEAD_WORDS = 55, 125  # the surer the passage, the more of it
_ALL_WORDS = 140
_MOST_ITEMS = 7
_MOST_CODE_LINES = 45
_OTHERS = 5
_LIKELY_ENOUGH = -0.7  # a passage of that log-likelihood may add two sentences, any other one
_ANSWERED = 0.9  # how likely it has to be that the passages said so far hold the answer
_UNLIKELIER = 3.0  # e^3: a passage twenty times less likely than the first to hold the answer adds nothing to it
_FAR = 5.0  # below the best by so much, a passage is about something else; a small library has nothing nearer
_MOST_EXTRA_CODE_LINES = 12
_MOST_BLOCKS = 3
_SAME = 0.955  # cosine above which two sentences say the same


@dataclass(frozen=True)
class Part:
    """Pieces of one passage that stand together in the answer, in order of their place."""

    pieces: tuple[Scored, ...]


def arrange(ranked: Sequence[Sequence[Scored]], kind: Kind) -> list[Part]:
    """The leading part, which answers, and up to five that add to it, within about 150 words beside code."""
    best = sorted((max(found, key=_weight) for found in ranked if found), key=_weight, reverse=True)
    lead_passage = best[0].passage.id
    leading = next(found for found in ranked if found and found[0].passage.id == lead_passage)
    lead = _lead(leading, kind)
    parts = [Part(tuple(lead))]
    said = list(lead)
    room = _ALL_WORDS - _words(lead)
    for top in best[1:]:
        answered = sum(math.exp(part.pieces[0].likely) for part in parts)
        if len(parts) > _OTHERS or answered > _ANSWERED or room < 12 or _weight(top) < _weight(best[0]) - _FAR:
            break
        if top.likely < best[0].likely - _UNLIKELIER:
            continue
        found = next(pieces for pieces in ranked if pieces and pieces[0].passage.id == top.passage.id)
        with_code = _blocks(said) < _MOST_BLOCKS and kind in ("howto", "error", "other")
        extra = _extra(found, top, said, room, with_code=with_code, labelled=kind == "error")
        if extra:
            parts.append(Part(tuple(extra)))
            said += extra
            room -= _words(extra)
    return parts


def _lead(found: Sequence[Scored], kind: Kind) -> list[Scored]:
    """The best sentence and those after it, the steps or items that it introduces, and the code that shows it."""
    opening = max(range(len(found)), key=lambda i: _weight(found[i]))
    # A sentence that leans on the one before it, or the fix below its cause, is told from its beginning.
    while opening > 0 and found[opening].unit.kind not in ("code", "table") and _leans(found, opening):
        opening -= 1
    chosen: list[Scored] = []
    words = items = 0
    most = _LEAD_WORDS + (_SURE_LEAD_WORDS - _LEAD_WORDS) * math.exp(found[opening].likely)
    for piece in found[opening:]:
        solid = piece.unit.kind in ("code", "table")
        size = 0 if solid else len(piece.unit.text.split())
        if words + size > most and words:
            if not any(p.unit.kind == "code" for p in chosen) and kind in ("howto", "error", "other"):
                chosen += _best_code(found, chosen[-1])
            break
        items += piece.unit.kind in ("item", "step")
        if items > _MOST_ITEMS or (solid and not _short(piece)) or (kind == "definition" and piece.unit.kind == "table"):
            continue
        chosen.append(piece)
        words += size
    if kind in ("howto", "error") and not any(p.unit.kind == "code" for p in chosen):
        chosen += _best_code(found, None)
    return _tidy(found, chosen)


def _tidy(found: Sequence[Scored], chosen: Sequence[Scored]) -> list[Scored]:
    """In order, code with the sentence that introduces it, and no "as follows:" with nothing following."""
    kept = {piece.unit.start for piece in chosen}
    for before, piece in zip(found, found[1:], strict=False):
        if piece.unit.kind == "code" and piece.unit.start in kept and before.unit.kind != "code":
            kept.add(before.unit.start)
    for before, after in zip(reversed(found), [None, *reversed(found)], strict=False):
        if before.unit.text.endswith(":") and (after is None or after.unit.start not in kept):
            kept.discard(before.unit.start)
    return [piece for piece in found if piece.unit.start in kept] or sorted(chosen, key=lambda piece: piece.unit.start)


def _leans(found: Sequence[Scored], at: int) -> bool:
    unit, before = found[at].unit, found[at - 1].unit
    if before.kind in ("code", "table"):
        return False
    return dangles(unit) or (unit.kind in ("item", "step") and (before.kind == unit.kind or before.text.endswith(":")))


def _best_code(found: Sequence[Scored], after: Scored | None, most_lines: int = _MOST_CODE_LINES) -> list[Scored]:
    """The code block that says most about the question, the first of equals."""
    start = after.unit.start if after else 0
    codes = [p for p in found if p.unit.kind == "code" and p.unit.start >= start and p.unit.text.count("\n") <= most_lines]
    return [max(codes, key=lambda p: p.score)] if codes else []


def _extra(
    found: Sequence[Scored], top: Scored, said: Iterable[Scored], room: int, *, with_code: bool, labelled: bool
) -> list[Scored]:
    """One or two sentences that say something new, with the code when none has been shown.

    Labelled ones ("**Fix:** …") are for errors only.
    """
    texts = [piece for piece in found if piece.unit.kind not in ("code", "table") and (labelled or stands_alone(piece.unit))]
    texts = sorted(texts, key=_weight, reverse=True)[:3]
    chosen: list[Scored] = []
    most = 2 if top.likely > _LIKELY_ENOUGH else 1
    for piece in texts:
        size = len(piece.unit.text.split())
        if size <= room and len(chosen) < most and _weight(piece) > _weight(top) - 1.2 and not _repeats(piece, [*said, *chosen]):
            chosen.append(piece)
            room -= size
    if chosen and with_code:
        chosen += _best_code(found, None, _MOST_EXTRA_CODE_LINES)
    return _tidy(found, chosen)


def _repeats(piece: Scored, said: Iterable[Scored]) -> bool:
    if piece.vector is None:
        return False
    return any(other.vector is not None and float(np.dot(piece.vector, other.vector)) > _SAME for other in said)


def _weight(piece: Scored) -> float:
    return piece.score if piece.unit.kind not in ("code", "table") else piece.score - 10


def _words(pieces: Iterable[Scored]) -> int:
    """Words to read; a table is read at a glance, so its words count half."""
    return sum(len(p.unit.text.split()) // (2 if p.unit.kind == "table" else 1) for p in pieces if p.unit.kind != "code")


def _blocks(pieces: Iterable[Scored]) -> int:
    return sum(p.unit.kind == "code" for p in pieces)


def _short(piece: Scored) -> bool:
    return piece.unit.text.count("\n") <= _MOST_CODE_LINES
