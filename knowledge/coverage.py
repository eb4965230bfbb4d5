"""Which of a question's words the passages hold: a sign of whether they answer it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.ledger import Ledger


@dataclass(frozen=True)
class Coverage:
    """`share` of the question's words, weighted by rarity (idf), that the passages hold; `absent` is the rarity, 0 to 1, of the
    rarest word that they do not hold; `unknown` are the words that no passage of the library holds."""

    share: float
    absent: float
    unknown: tuple[str, ...]


def coverage_of(ledger: Ledger, groups: Sequence[frozenset[str]], passages: Sequence[int]) -> Coverage:
    """How well the passages (by chunk id) cover the words of a question. A word is a group of stems, any of which counts."""
    rarity, counts = _rarity(ledger, groups)
    present = {stem for stems in _stems(ledger, passages) for stem in stems}
    missing = [rare for rare, group in zip(rarity, groups, strict=True) if not group & present]
    weight = sum(rarity)
    return Coverage(
        share=1 - sum(missing) / weight if weight else 0.0,
        absent=max(missing, default=0.0) / math.log(1 + _total(ledger)),
        unknown=tuple(min(group, key=len) for group, count in zip(groups, counts, strict=True) if not count),
    )


def held_in_one(ledger: Ledger, groups: Sequence[frozenset[str]], passages: Sequence[int]) -> float:
    """The share of the question's words, weighted by rarity, that one of the passages alone holds: of the one that holds most."""
    rarity, _ = _rarity(ledger, groups)
    held = [sum(rare for rare, group in zip(rarity, groups, strict=True) if group & stems) for stems in _stems(ledger, passages)]
    weight = sum(rarity)
    return max(held, default=0.0) / weight if weight else 0.0


def _rarity(ledger: Ledger, groups: Sequence[frozenset[str]]) -> tuple[list[float], list[int]]:
    frequency = ledger.document_frequency({stem for group in groups for stem in group})
    counts = [max((frequency[stem] for stem in group), default=0) for group in groups]
    total = _total(ledger)
    return [math.log(1 + total / (1 + count)) for count in counts], counts


def _stems(ledger: Ledger, passages: Sequence[int]) -> list[set[str]]:
    rows = ledger.stems_of(passages)
    return [{stem for column in ("title", "headings", "body") for stem in row[column].split()} for row in rows]


def _total(ledger: Ledger) -> int:
    return max(sum(chunks for _, chunks in ledger.counts().values()), 1)
