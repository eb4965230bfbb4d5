"""The one door to what the assistant knows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from errors import BadInput, ModelMismatch, SternikError, UnreadableSource
from ingest import Page, Skipped, fetch, walk
from knowledge.blending import Embed
from knowledge.bridge import PASSAGES, bridge_terms
from knowledge.conversations import Conversations
from knowledge.coverage import coverage_of
from knowledge.database import Database
from knowledge.embeddings import Embedder, Vectors
from knowledge.glossary import Concept, concepts_of, question_language
from knowledge.ingesting import Ingest, IngestReport, Progress
from knowledge.learning import Learning
from knowledge.ledger import Ledger
from knowledge.locking import writing
from knowledge.questions import check_collection, check_question
from knowledge.reindexing import put_in_place, reembed
from knowledge.repair import is_sound, mend, needs_repair, repair
from knowledge.rerank import Rerank
from knowledge.search import CANDIDATES, Query, Results, Weights, find
from knowledge.topics import topics_in
from knowledge.vectors import TornIndex, VectorIndex

_MODEL = "embedding model"
BUILTIN = "sternik"  # the collection of the pages that ship inside
_MOST_TRIES = 3
Distances = dict[str, dict[int, float]]  # of the passages near a question, by collection


@dataclass(frozen=True)
class Status:
    """What a home holds: documents and chunks by collection, and the model that made its vectors."""

    home: Path
    model: str
    collections: dict[str, tuple[int, int]]


class Library:
    """Ingests and searches. Safe to share between threads; several processes may share one home."""

    def __init__(
        self,
        home: Path,
        embedder: Embedder,
        *,
        chroma_url: str = "",
        rerank: Rerank | None = None,
        weights: Weights | None = None,
        reindexing: bool = False,
    ) -> None:
        """Open the library of a home folder, creating it when missing and mending what a crash left.

        `reindexing` opens it whichever model made its vectors, for `reindex` alone.

        Raises:
            HomeError: the folder cannot be used.
            ModelMismatch: its vectors were made by another embedding model.
        """
        self.home = home
        self.embedder = embedder
        self.weights = weights or Weights()
        self._database = Database(home / "sternik.db")
        self._ledger = Ledger(self._database)
        self._vectors = VectorIndex(home, self._ledger.notes, chroma_url)
        self._rerank = rerank
        self._sound = -1
        try:
            if needs_repair(self._ledger):
                mend(home, self._ledger, self._vectors)
            if not reindexing:
                self._check_model()
        except SternikError:
            self.close()
            raise

    @property
    def conversations(self) -> Conversations:
        """Who owns which conversation."""
        return Conversations(self._database)

    @property
    def learning(self) -> Learning:
        """How far people are on the learning paths."""
        return Learning(self._database)

    def search(
        self, question: str, *, collections: Sequence[str] | None = None, k: int = 10, language: str | None = None
    ) -> Results:
        """The k passages that fit best, the asker's language preferred where both have the same.

        Raises:
            BadInput: the question is blank or longer than 10,000 characters, or a collection does not exist.
            ModelMismatch: another process has re-indexed the library with another embedding model.
        """
        text = check_question(question)
        self._check_model()
        self._check_index()
        vector = self.embedder.embed_query(text)
        spoken = language or question_language(text)
        concepts = concepts_of(text, spoken, self._ledger.stems)
        if not self.weights.glossary:
            concepts = _without_partners(concepts)
        groups = [concept.stems for concept in concepts if concept.own]
        for _ in range(_MOST_TRIES):
            contents = self._ledger.notes.contents
            names = self._known(collections)
            query = Query(vector, concepts, spoken, names if collections else (), topics_in(text))
            bridged = [BUILTIN] if BUILTIN in self._ledger.counts() and names != [BUILTIN] else []
            distances = {name: self._neighbours(name, vector) for name in dict.fromkeys([*names, *bridged])}
            with self._database.snapshot():
                near = self._bridge(query, distances) if bridged else []
                query = replace(query, bridge=bridge_terms(self._ledger, near))
                hits, agreement = find(self._ledger, _nearest(distances, names), query, self.weights, max(k, 10))
                settled = self._ledger.notes.contents == contents
            # A page replaced since Chroma was asked may have been found by its words alone.
            if settled:
                break
        if self._rerank:
            hits = self._rerank(text, hits)
        coverage = coverage_of(self._ledger, groups, [*near, *(hit.chunk for hit in hits[:5])])
        related = query.bridge or bridge_terms(self._ledger, [hit.chunk for hit in hits[:PASSAGES]])
        return Results(tuple(hits[:k]), coverage, agreement, tuple(related))

    def ingest(self, source: str, collection: str, progress: Progress) -> IngestReport:
        """Bring a collection up to date with a file, a folder or an http(s) address.

        Raises:
            UnreadableSource: the source itself cannot be read.
            BadInput: the collection's name cannot be used.
        """
        if source.startswith(("http://", "https://")):
            return self.ingest_pages([fetch(source)], source, collection, progress)
        root = Path(source).expanduser().absolute()
        report = self.ingest_pages(walk(root), str(root), collection, progress)
        if not (report.added or report.changed or report.unchanged or report.skipped):
            raise UnreadableSource(f"{source}: there is no readable page in it. {report.kept}".strip())
        return report

    def ingest_pages(
        self, pages: Iterable[Page | Skipped], source: str, collection: str, progress: Progress, embed: Embed | None = None
    ) -> IngestReport:
        """The same for pages from elsewhere; `source` is the name under which their vanishing is noticed."""
        check_collection(collection)
        with writing(self.home):
            # The writer before us, in whichever process, may have been stopped half way or have changed the model.
            repair(self._ledger, self._vectors)
            self._check_model()
            self._ledger.notes.set(_MODEL, self.embedder.name)
            return Ingest(self._ledger, self._vectors, self.embedder, collection, source).run(pages, progress, embed)

    def reindex(self, progress: Progress) -> None:
        """Make all vectors again with the present embedding model. Until all are made, the old ones serve."""
        with writing(self.home):
            repair(self._ledger, self._vectors)
            reembed(self._ledger, self.embedder, progress)
            put_in_place(self._ledger, _MODEL, self.embedder.name)
            repair(self._ledger, self._vectors)

    def status(self) -> Status:
        """What is there."""
        return Status(self.home, self._ledger.notes.get(_MODEL) or self.embedder.name, self._ledger.counts())

    def remembered(self, key: str) -> str | None:
        """A value that the product keeps about the library, such as the edition of the built-in pages."""
        return self._ledger.notes.get(key)

    def remember(self, key: str, value: str) -> None:
        """Keep such a value."""
        self._ledger.notes.set(key, value)

    def close(self) -> None:
        """Let go of files and memory."""
        self._vectors.close()
        self._database.close()

    def _check_model(self) -> None:
        made_by = self._ledger.notes.get(_MODEL)
        if made_by and made_by != self.embedder.name and self._ledger.counts():
            raise ModelMismatch(
                f"The library in {self.home} was indexed with the embedding model {made_by!r}, now {self.embedder.name!r} is set. "
                "Their vectors cannot be mixed. Run: sternik reindex"
            )

    def _known(self, collections: Sequence[str] | None) -> list[str]:
        present = self._ledger.counts()
        missing = [name for name in collections or () if name not in present]
        if missing:
            raise BadInput(f"There is no collection {missing[0]!r}. Present: {', '.join(present) or 'none'}.")
        return list(collections or present)

    def _bridge(self, query: Query, distances: Distances) -> list[int]:
        """The built-in passages nearest to the question."""
        # Each of these pages stands in both languages, so the asker's own words are enough.
        there = replace(query, collections=(BUILTIN,), concepts=_without_partners(query.concepts))
        hits, _ = find(self._ledger, _nearest(distances, [BUILTIN]), there, self.weights, PASSAGES, candidates=30)
        return [hit.chunk for hit in hits]

    def _neighbours(self, name: str, vector: Vectors) -> dict[int, float]:
        try:
            return self._vectors.neighbours(name, vector, CANDIDATES)
        except TornIndex:
            if not mend(self.home, self._ledger, self._vectors):
                return {}  # whoever writes now makes it again; until then words alone have to do
        return self._vectors.neighbours(name, vector, CANDIDATES)

    def _check_index(self) -> None:
        """Does Chroma hold what the ledger says? Looked at after every change, whoever made it; a writer at work is left alone."""
        generation = self._ledger.notes.generation
        if generation == self._sound:
            return
        if is_sound(self._ledger, self._vectors) or mend(self.home, self._ledger, self._vectors):
            self._sound = self._ledger.notes.generation


def _without_partners(concepts: Sequence[Concept]) -> list[Concept]:
    """The asker's own words alone."""
    return [replace(concept, partners=()) for concept in concepts if concept.own]


def _nearest(distances: Distances, names: Sequence[str]) -> Callable[[int], list[int]]:
    """Gives the nearest of all these collections."""
    merged = {number: distance for name in names for number, distance in distances[name].items()}
    ordered = sorted(merged, key=lambda number: merged[number])
    return lambda count: ordered[:count]
