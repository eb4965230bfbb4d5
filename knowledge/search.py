"""Hybrid search: dense and lexical candidates, fused by normalised scores."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from ingest import fold
from knowledge.coverage import Coverage, held_in_one
from knowledge.database import Row
from knowledge.embeddings import Vectors
from knowledge.glossary import Concept
from knowledge.ledger import Ledger, unpack
from knowledge.topics import Topic, mention

CANDIDATES = 100  # of each leg
_FEW_WORDS, _MOST_WORDS = 0.5, 0.9
_HOLDERS = 3  # passages best by words that are asked how much they hold
Floats = NDArray[np.float64]
Nearest = Callable[[int], list[int]]  # the passages nearest to the question, so many, nearest first


@dataclass(frozen=True)
class Weights:
    """How much words count beside vectors, and what the asker's own language, or a tool that he names, is worth.

    Without the `glossary` words are looked for in the asker's own language only.

    Words count for more, and what the built-in pages add for less, the more of the question's words one passage holds: then the
    pages are written as people ask. Each pair is the value while none holds half of them, and once one holds nine tenths. Chosen on
    the three sets of questions for development together, in steps of 0.1 (see docs/decisions.md, 15).
    """

    lexical: tuple[float, float] = (0.3, 0.5)
    bridge: tuple[float, float] = (0.3, 0.0)  # of the lexical share
    own_language: float = 0.2
    own_topic: float = 0.3
    glossary: bool = True

    def shares(self, held: float) -> tuple[float, float]:
        """The lexical share, and the bridge's share of that, when one passage holds so much of the question."""
        sure = min(max((held - _FEW_WORDS) / (_MOST_WORDS - _FEW_WORDS), 0.0), 1.0)
        lexical, bridge = (low + (high - low) * sure for low, high in (self.lexical, self.bridge))
        return lexical, bridge


@dataclass(frozen=True)
class Hit:
    """A passage found. `score` orders the hits of one search; `similarity` is the cosine to the question."""

    chunk: int
    collection: str
    path: str
    url: str | None
    title: str
    headings: tuple[str, ...]
    anchor: str
    language: str
    text: str
    modified: float
    score: float
    similarity: float
    lexical: float

    @property
    def section(self) -> str:
        """The heading path in one line."""
        return " > ".join(self.headings)


@dataclass(frozen=True)
class Results:
    """Hits, best first, and what search saw on the way: for judging whether the library has an answer at all.

    `coverage` tells which of the question's words the first hits hold, or the built-in pages that bridge to them; `related` are
    stems that passages about the question's subject use.
    """

    hits: tuple[Hit, ...]
    coverage: Coverage
    agreement: float
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """A question made ready for both legs. `bridge` are stems that the built-in pages add to it."""

    vector: Vectors
    concepts: Sequence[Concept]
    language: str
    collections: Sequence[str]
    topics: Sequence[Topic] = ()
    bridge: Sequence[str] = ()


def find(
    ledger: Ledger, nearest: Nearest, query: Query, weights: Weights, k: int, candidates: int = CANDIDATES
) -> tuple[list[Hit], float]:
    """The k best passages, and how far the two legs agree (the share of the dense top ten among the lexical candidates)."""
    dense_ids = nearest(candidates)
    lexical = _matches(ledger, query, query.concepts, candidates)
    bridged = _matches(ledger, query, [Concept(frozenset([stem])) for stem in query.bridge], candidates)
    rows = ledger.candidates(list(dict.fromkeys((*dense_ids, *lexical, *bridged))))
    pool = list(rows)
    if not pool:
        return [], 0.0
    similarity = np.asarray(unpack(rows[number]["vector"] for number in pool) @ query.vector, dtype=np.float64)
    words = np.array([lexical.get(number, 0.0) for number in pool])
    added = np.array([bridged.get(number, 0.0) for number in pool]) if bridged else None
    held = held_in_one(ledger, [concept.stems for concept in query.concepts if concept.own], list(islice(lexical, _HOLDERS)))
    scores = _fused(similarity, words, added, weights.shares(held)) + _preferred(list(rows.values()), query, weights)
    order = [pool[i] for i in np.argsort(-scores, kind="stable")]
    told = {number: (float(scores[i]), float(similarity[i]), float(words[i])) for i, number in enumerate(pool)}
    shown = _shown(ledger, rows, order[: 3 * k], query.language)
    hits = (_hit(row, *told[number]) for number, row in shown.items())
    closest = [pool[i] for i in np.argsort(-similarity, kind="stable")[:10]]
    agreement = len([number for number in closest if number in lexical]) / 10
    return list(islice(_distinct(hits), k)), agreement


def _fused(similarity: Floats, words: Floats, added: Floats | None, shares: tuple[float, float]) -> Floats:
    lexical, bridge = shares
    by_words = _normal(words)
    if added is not None:
        by_words = (1 - bridge) * by_words + bridge * _normal(added)
    return (1 - lexical) * _normal(similarity) + lexical * by_words


def _shown(ledger: Ledger, rows: dict[int, Row], found: Sequence[int], language: str) -> dict[int, Row]:
    """What is shown for the passages found, in their order: the version in the asker's language where the library has one."""
    foreign = [number for number in found if rows[number]["language"] != language]
    twins = ledger.twins(foreign, language) if foreign else {}
    ready = ledger.ready_rows([*found, *twins.values()])
    shown = {number: ready.get(twins.get(number, number), ready.get(number)) for number in found}
    return {number: row for number, row in shown.items() if row is not None}


def _matches(ledger: Ledger, query: Query, concepts: Sequence[Concept], candidates: int) -> dict[int, float]:
    return dict(ledger.match(concepts, query.collections, candidates * 2)) if concepts else {}


def _preferred(rows: Sequence[Row], query: Query, weights: Weights) -> Floats:
    own = np.array([row["language"] == query.language for row in rows], dtype=np.float64)
    if not query.topics:
        return weights.own_language * own
    topic = np.array([_aboutness(row, query.topics) for row in rows], dtype=np.float64)
    return weights.own_language * own + weights.own_topic * topic


def _aboutness(row: Row, topics: Sequence[Topic]) -> float:
    """2 when the page or its folder bears the name of a topic that the question names, 1 when its place mentions one, else 0."""
    parts, place = _place(row["path"], row["title"], row["headings"])
    if any(topic.key in parts for topic in topics):
        return 2.0
    return float(any(mention(topic).search(place) for topic in topics))


@lru_cache(maxsize=20_000)
def _place(path: str, title: str, headings: str) -> tuple[frozenset[str], str]:
    """The names of a passage's folders and page, and its whole place in plain letters."""
    return frozenset(path.lower().replace(".", "/").split("/")), fold(f"{path} {title} {headings}".lower())


def _normal(values: Floats) -> Floats:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 1e-9 else np.zeros_like(values)


def _hit(row: Row, score: float, similarity: float, lexical: float) -> Hit:
    return Hit(
        chunk=row["id"],
        collection=row["collection"],
        path=row["path"],
        url=row["url"],
        title=row["title"],
        headings=tuple(json.loads(row["headings"])),
        anchor=row["anchor"],
        language=row["language"],
        text=row["text"],
        modified=row["modified"],
        score=score,
        similarity=similarity,
        lexical=lexical,
    )


def _distinct(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Each text once: a version in the asker's language may have been found itself too, and sites repeat notices on every page."""
    texts: set[str] = set()
    for hit in hits:
        if hit.text not in texts:
            texts.add(hit.text)
            yield hit
