"""Hybrid search: dense and lexical candidates, fused by normalised scores."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from ingest import fold
from knowledge.coverage import Coverage
from knowledge.database import Row
from knowledge.embeddings import Vectors
from knowledge.ledger import Ledger, unpack
from knowledge.topics import Topic, mention

CANDIDATES = 100  # of each leg
Floats = NDArray[np.float64]
Nearest = Callable[[Vectors, int], list[int]]


@dataclass(frozen=True)
class Weights:
    """How much each leg counts after normalisation, and what the asker's own language, or a tool that he names, is worth."""

    dense: float = 0.7
    lexical: float = 0.3
    bridge: float = 0.3  # of the lexical share
    own_language: float = 0.2
    own_topic: float = 0.3


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
    groups: Sequence[frozenset[str]]
    language: str
    collections: Sequence[str]
    topics: Sequence[Topic] = ()
    bridge: Sequence[str] = ()


def find(
    ledger: Ledger, nearest: Nearest, query: Query, weights: Weights, k: int, candidates: int = CANDIDATES
) -> tuple[list[Hit], float]:
    """The k best passages, and how far the two legs agree (the share of the dense top ten among the lexical candidates)."""
    dense_ids = nearest(query.vector, candidates)
    lexical = _matches(ledger, query, ledger.telling(query.groups), candidates)
    bridged = _matches(ledger, query, [query.bridge] if query.bridge else [], candidates)
    rows = ledger.ready_rows(list(dict.fromkeys((*dense_ids, *lexical, *bridged))))
    pool = list(rows)
    if not pool:
        return [], 0.0
    similarity = np.asarray(unpack(rows[number]["vector"] for number in pool) @ query.vector, dtype=np.float64)
    words = np.array([lexical.get(number, 0.0) for number in pool])
    by_words = _normal(words)
    if bridged:
        added = _normal(np.array([bridged.get(number, 0.0) for number in pool]))
        by_words = (1 - weights.bridge) * by_words + weights.bridge * added
    scores = weights.dense * _normal(similarity) + weights.lexical * by_words
    scores = scores + _preferred(list(rows.values()), query, weights)
    order = [pool[i] for i in np.argsort(-scores, kind="stable")]
    told = {number: (float(scores[i]), float(similarity[i]), float(words[i])) for i, number in enumerate(pool)}
    shown = _in_own_language(ledger, rows, order[: 3 * k], query.language)
    hits = [_hit(shown.get(number, rows[number]), *told[number]) for number in order[: 3 * k]]
    closest = [pool[i] for i in np.argsort(-similarity, kind="stable")[:10]]
    agreement = len([number for number in closest if number in lexical]) / 10
    return list(islice(_distinct(hits), k)), agreement


def _in_own_language(ledger: Ledger, rows: dict[int, Row], found: Sequence[int], language: str) -> dict[int, Row]:
    """For passages that the library also has in the asker's language, that version."""
    foreign = [number for number in found if rows[number]["language"] != language]
    twins = ledger.twins(foreign, language) if foreign else {}
    own = ledger.ready_rows(list(twins.values()))
    return {number: own[twin] for number, twin in twins.items() if twin in own}


def _matches(ledger: Ledger, query: Query, groups: Sequence[Iterable[str]], candidates: int) -> dict[int, float]:
    return dict(ledger.match(groups, query.collections, candidates * 2)) if groups else {}


def _preferred(rows: Sequence[Row], query: Query, weights: Weights) -> Floats:
    own = np.array([row["language"] == query.language for row in rows], dtype=np.float64)
    topic = np.array([_aboutness(row, query.topics) for row in rows], dtype=np.float64)
    return weights.own_language * own + weights.own_topic * topic


def _aboutness(row: Row, topics: Sequence[Topic]) -> float:
    """2 when the page or its folder bears the name of a topic that the question names, 1 when its place mentions one, else 0."""
    if not topics:
        return 0.0
    parts = row["path"].lower().replace(".", "/").split("/")
    if any(topic.key in parts for topic in topics):
        return 2.0
    place = fold(f"{row['path']} {row['title']} {row['headings']}".lower())
    return float(any(mention(topic).search(place) for topic in topics))


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
