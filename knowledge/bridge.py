"""The built-in pages as a bridge to other pages: they say in the field's words, and in both languages, what people ask.

Pseudo-relevance feedback (RM3; Lavrenko and Croft 2001) across languages: the telling words of the built-in passages nearest to a
question, and of their English twins, are looked for as well. They count for more the less of the question the pages searched hold
themselves (see `Weights`). What it gains is measured in docs/benchmarks.md.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from knowledge.database import Row
from knowledge.ledger import Ledger

PASSAGES = 3
_TERMS = 12
_LOOKED_UP = 120
_COMMON_TITLE, _COMMON_HEADING = 2, 3  # a word in a title or heading counts as so many in the text


def bridge_terms(ledger: Ledger, passages: Sequence[int]) -> list[str]:
    """The stems that tell most about the given passages (best first) and their English twins."""
    twins = ledger.twins(passages, "en")
    rows = ledger.stems_of([*passages, *twins.values()])
    weights: defaultdict[str, float] = defaultdict(float)
    rank = {number: place for place, number in enumerate(passages)}
    rank.update({twin: rank[number] for number, twin in twins.items()})
    for row in rows:
        for stem, count in _counted(row).items():
            if not stem.isdigit():
                weights[stem] += count / (count + 1.5) / (1 + 0.3 * rank[row["rowid"]])
    frequent = sorted(weights, key=lambda stem: -weights[stem])[:_LOOKED_UP]
    frequency = ledger.document_frequency(frequent)
    total = sum(chunks for _, chunks in ledger.counts().values())
    telling = {stem: weights[stem] * math.log(1 + total / (1 + frequency.get(stem, 0))) for stem in frequent}
    return sorted(telling, key=lambda stem: (-telling[stem], stem))[:_TERMS]


def _counted(row: Row) -> Counter[str]:
    count = Counter(row["body"].split())
    for stem in row["headings"].split():
        count[stem] += _COMMON_HEADING
    for stem in row["title"].split():
        count[stem] += _COMMON_TITLE
    return count
