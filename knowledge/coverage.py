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
    frequency = ledger.document_frequency({stem for group in groups for stem in group})
    total = max(sum(chunks for _, chunks in ledger.counts().values()), 1)
    rows = ledger.stems_of(passages)
    present = {stem for row in rows for column in ("title", "headings", "body") for stem in row[column].split()}
    counts = [max((frequency[stem] for stem in group), default=0) for group in groups]
    rarity = [math.log(1 + total / (1 + count)) for count in counts]
    missing = [rare for rare, group in zip(rarity, groups, strict=True) if not group & present]
    weight = sum(rarity)
    return Coverage(
        share=1 - sum(missing) / weight if weight else 0.0,
        absent=max(missing, default=0.0) / math.log(1 + total),
        unknown=tuple(min(group, key=len) for group, count in zip(groups, counts, strict=True) if not count),
    )
