"""Which of a question's words the passages hold: a sign of whether they answer it."""

import math
from collections.abc import Sequence

from knowledge.ledger import Ledger
from knowledge.search import Hit


def coverage_of(ledger: Ledger, groups: Sequence[frozenset[str]], hits: Sequence[Hit]) -> tuple[float, tuple[str, ...]]:
    """The share of the question's words, weighted by rarity (idf), that the hits hold; and the words that no passage holds.

    A word is a group of stems, any of which counts. Without words the share is 0.
    """
    frequency = ledger.document_frequency({stem for group in groups for stem in group})
    total = max(sum(chunks for _, chunks in ledger.counts().values()), 1)
    rows = ledger.stems_of([hit.chunk for hit in hits])
    present = {stem for row in rows for column in ("title", "headings", "body") for stem in row[column].split()}
    weight = covered = 0.0
    unknown = []
    for group in groups:
        count = max((frequency.get(stem, 0) for stem in group), default=0)
        rarity = math.log(1 + total / (1 + count))
        weight += rarity
        covered += rarity if group & present else 0
        if not count:
            unknown.append(min(group, key=len))
    return (covered / weight if weight else 0.0), tuple(unknown)
