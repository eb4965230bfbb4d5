"""A retrieved passage as the models and the grounding see it, whatever way it travelled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from knowledge import Hit, Results


@dataclass(frozen=True)
class Passage:
    """One search result with the number by which an answer cites it."""

    id: int
    title: str
    section: str
    path: str
    url: str | None
    text: str
    language: str
    collection: str
    modified: float
    score: float
    similarity: float
    lexical: float

    @classmethod
    def of(cls, hit: Hit, number: int) -> "Passage":
        """A hit with its number."""
        return cls(
            number, hit.title, hit.section, hit.path, hit.url, hit.text, hit.language, hit.collection, hit.modified, hit.score,
            hit.similarity, hit.lexical,
        )  # fmt: skip


@dataclass(frozen=True)
class Evidence:
    """What one search brought, with the signs of whether it answers."""

    query: str
    passages: tuple[Passage, ...]
    coverage: float
    absent: float
    unknown: tuple[str, ...]
    agreement: float
    related: tuple[str, ...] = ()

    @classmethod
    def of(cls, query: str, results: Results, number: Callable[[int], int] | None = None) -> "Evidence":
        """Search results, numbered from 1 unless `number` gives each chunk its own."""
        passages = tuple(Passage.of(hit, number(hit.chunk) if number else place) for place, hit in enumerate(results.hits, 1))
        held = results.coverage
        return cls(query, passages, held.share, held.absent, held.unknown, results.agreement, results.related)

    @classmethod
    def joined(cls, found: Sequence["Evidence"]) -> "Evidence":
        """What several searches brought, each passage once; query and signs are the last one's."""
        by_number = {passage.id: passage for evidence in found for passage in evidence.passages}
        return replace(found[-1], passages=tuple(by_number.values()))

    def as_dict(self) -> dict[str, Any]:
        """Plain values, which a checkpoint can hold."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Evidence":
        """Back from a checkpoint."""
        passages = tuple(Passage(**passage) for passage in data["passages"])
        rest = {**data, "passages": passages, "unknown": tuple(data["unknown"]), "related": tuple(data["related"])}
        return cls(**rest)


def is_evidence(artifact: Any) -> bool:
    """Whether a tool's artifact is what a search brought."""
    return isinstance(artifact, dict) and "passages" in artifact
