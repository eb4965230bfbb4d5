"""The one door to what the assistant knows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from errors import BadInput, ModelMismatch, UnreadableSource
from ingest import Page, Skipped, detect_language, fetch, walk
from knowledge.conversations import Conversations
from knowledge.coverage import coverage_of
from knowledge.database import Database
from knowledge.embeddings import Embedder, Vectors
from knowledge.ingesting import Embed, Ingest, IngestReport, Progress
from knowledge.ledger import Ledger
from knowledge.locking import writing
from knowledge.reindexing import reembed
from knowledge.repair import needs_repair, refill, repair
from knowledge.rerank import Rerank
from knowledge.search import Query, Results, Weights, find
from knowledge.vectors import VectorIndex

MOST_QUESTION = 10_000  # characters; a longer text is a document, not a question
_COLLECTION = re.compile(r"[a-z0-9][a-z0-9._-]{0,46}[a-z0-9]|[a-z0-9]")
_MODEL = "embedding model"


@dataclass(frozen=True)
class Status:
    """What a home holds: documents and chunks by collection, and the model that made its vectors."""

    home: Path
    model: str
    collections: dict[str, tuple[int, int]]


class Library:
    """Ingests and searches. Safe to share between threads; several processes may share one home."""

    def __init__(
        self, home: Path, embedder: Embedder, *, chroma_url: str = "", rerank: Rerank | None = None, weights: Weights | None = None
    ) -> None:
        """Open the library of a home folder, creating it when missing and mending what a crash left.

        Raises:
            HomeError: the folder cannot be used.
            ModelMismatch: its vectors were made by another embedding model.
        """
        self.home = home
        self.embedder = embedder
        self.weights = weights or Weights()
        self._database = Database(home / "sternik.db")
        self._ledger = Ledger(self._database)
        self._vectors = VectorIndex(home / "chroma", chroma_url)
        self._rerank = rerank
        self._checked: set[str] = set()
        self._check_model()
        if needs_repair(self._ledger):
            with writing(home):
                repair(self._ledger, self._vectors)
        self._generation = self._ledger.generation()

    @property
    def conversations(self) -> Conversations:
        """Who owns which conversation."""
        return Conversations(self._database)

    def search(
        self, question: str, *, collections: Sequence[str] | None = None, k: int = 10, language: str | None = None
    ) -> Results:
        """The k passages that fit best, the asker's language preferred where both have the same.

        Raises:
            BadInput: the question is blank or longer than 10,000 characters, or a collection does not exist.
        """
        text = check_question(question)
        names = self._known(collections)
        self._refresh()
        for name in names:
            self._check_index(name)
        vector = self.embedder.embed_query(text)
        groups = self._ledger.stems.of_query(text)
        query = Query(vector, groups, language or detect_language(text), names if collections else ())
        hits, agreement = find(self._ledger, lambda v, count: self._nearest(names, v, count), query, self.weights, max(k, 10))
        if self._rerank:
            hits = self._rerank(text, hits)
        coverage, unknown = coverage_of(self._ledger, groups, hits[:5])
        return Results(tuple(hits[:k]), coverage, unknown, agreement)

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
            self._refresh()
            self._ledger.remember(_MODEL, self.embedder.name)
            self._check_index(collection)
            report = Ingest(self._ledger, self._vectors, self.embedder, collection, source).run(pages, progress, embed)
            self._generation = self._ledger.generation()
        return report

    def reindex(self, progress: Progress) -> None:
        """Make all vectors again with the present embedding model."""
        with writing(self.home):
            reembed(self._ledger, self.embedder, progress)
            self._ledger.remember(_MODEL, self.embedder.name)
            for name in self._ledger.counts():
                refill(self._ledger, self._vectors, name)

    def status(self) -> Status:
        """What is there."""
        return Status(self.home, self._ledger.meta(_MODEL) or self.embedder.name, self._ledger.counts())

    def remembered(self, key: str) -> str | None:
        """A value that the product keeps about the library, such as the edition of the built-in pages."""
        return self._ledger.meta(key)

    def remember(self, key: str, value: str) -> None:
        """Keep such a value."""
        self._ledger.remember(key, value)

    def close(self) -> None:
        """Let go of files and memory."""
        self._vectors.close()
        self._database.close()

    def _check_model(self) -> None:
        made_by = self._ledger.meta(_MODEL)
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

    def _nearest(self, collections: Sequence[str], vector: Vectors, count: int) -> list[int]:
        return [number for name in collections for number in self._vectors.nearest(name, vector, count)]

    def _refresh(self) -> None:
        generation = self._ledger.generation()
        if generation != self._generation:
            self._vectors.reopen()
            self._generation = generation

    def _check_index(self, collection: str) -> None:
        """Once a process: does Chroma hold what the ledger says? If not, and nobody is writing now, fill it again."""
        if collection in self._checked:
            return
        self._checked.add(collection)
        expected = self._ledger.counts().get(collection, (0, 0))[1]
        if self._vectors.count(collection) < expected:
            with writing(self.home):
                refill(self._ledger, self._vectors, collection)


def check_question(question: str) -> str:
    """The question without surrounding blanks.

    Raises:
        BadInput: it is blank or too long.
    """
    text = question.strip()
    if not text:
        raise BadInput("The question is empty. Type what you want to know, in Polish or English.")
    if len(text) > MOST_QUESTION:
        raise BadInput(
            f"The question has {len(text):,} characters; the most is {MOST_QUESTION:,}. "
            "Ask in a few sentences; for a long text, save it to a file and run: sternik ingest FILE"
        )
    return text


def check_collection(name: str) -> None:
    """Whether a collection may have this name.

    Raises:
        BadInput: it may not.
    """
    if not _COLLECTION.fullmatch(name):
        raise BadInput(f"{name!r} cannot name a collection: use up to 48 lower-case letters, digits, dots and hyphens.")


