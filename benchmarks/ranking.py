"""How good a ranking of pages is."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from benchmarks.questions import Question


class Passage(Protocol):
    """What a ranking is judged by."""

    @property
    def path(self) -> str:
        """The page."""

    @property
    def text(self) -> str:
        """The passage."""


@dataclass(frozen=True)
class Rank:
    """One question's ranking: the place of the first right page (from 0), nDCG, and whether the facts are in the first passages."""

    place: int | None
    ndcg: float
    facts: bool | None


def ranked(question: Question, hits: Sequence[Passage]) -> Rank:
    """Judge a ranking. Passages of one page count once, at their best place; ten pages are looked at."""
    pages = list(dict.fromkeys(hit.path for hit in hits))[:10]
    place = next((at for at, page in enumerate(pages) if page in question.gold), None)
    text = "\n".join(hit.text for hit in hits[:5])
    facts = all(re.search(fact, text, re.I) for fact in question.facts) if question.facts else None
    return Rank(place, _ndcg(pages, question.gold), facts)


def _ndcg(pages: Sequence[str], gold: Iterable[str]) -> float:
    """Binary relevance; a page and its twin in the other language are one, as a ranking shows only one of them."""
    wanted = {_without_language(page) for page in gold}
    found = list(dict.fromkeys(_without_language(page) for page in pages))
    gain = sum(1 / math.log2(at + 2) for at, page in enumerate(found) if page in wanted)
    return gain / sum(1 / math.log2(at + 2) for at in range(min(len(wanted), 10)))


def _without_language(page: str) -> str:
    return re.sub(r"(^|/)(?:pl|en)/", r"\1*/", page)


def averages(ranks: Sequence[Rank]) -> dict[str, float]:
    """The means over questions."""
    facts = [rank.facts for rank in ranks if rank.facts is not None]
    table = {
        "hit@1": _mean(rank.place == 0 for rank in ranks),
        "hit@5": _mean(rank.place is not None and rank.place < 5 for rank in ranks),
        "hit@10": _mean(rank.place is not None for rank in ranks),
        "mrr@5": _mean(1 / (rank.place + 1) if rank.place is not None and rank.place < 5 else 0 for rank in ranks),
        "ndcg@10": _mean(rank.ndcg for rank in ranks),
        "n": len(ranks),
    }
    return {**table, "facts": _mean(facts)} if facts else table


def _mean(values: Iterable[float]) -> float:
    held = list(values)
    return round(sum(held) / len(held), 3)
