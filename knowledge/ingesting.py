"""Pages come in: read, chunked, embedded, written as pending, indexed, shown. Memory stays flat: one batch at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from errors import UnreadableSource
from ingest import Chunk, Document, Page, Skipped, chunk_document
from knowledge.blending import Embed, blending
from knowledge.embeddings import Embedder
from knowledge.ledger import Ledger, Prepared
from knowledge.vectors import VectorIndex

# Enough to fill batches of like length, little enough that a crash costs seconds.
BATCH_CHUNKS = 96


@dataclass
class IngestReport:
    """What an ingest did, by page."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    chunks: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    kept: str = ""  # why nothing was removed, when something had to be kept


class Progress(Protocol):
    """Is told after every page: how many are done and which one it was."""

    def __call__(self, done: int, path: str) -> None:
        """Show it."""


@dataclass(frozen=True)
class _Waiting:
    page: Page
    document: Document
    chunks: list[Chunk]


class Ingest:
    """One run over one source."""

    def __init__(self, ledger: Ledger, vectors: VectorIndex, embedder: Embedder, collection: str, source: str) -> None:
        """`source` is the name under which the pages' vanishing is noticed."""
        self._ledger = ledger
        self._vectors = vectors
        self._embedder = embedder
        self._collection = collection
        self._source = source
        self.report = IngestReport()

    def run(self, pages: Iterable[Page | Skipped], progress: Progress, embed: Embed | None = None) -> IngestReport:
        """Bring the collection up to date with the source. `embed` may know some vectors already."""
        known = self._ledger.digests(self._collection, self._source)
        seen: set[str] = set()
        for batch in self._batches(self._changed(pages, known, seen, progress)):
            self._write(batch, embed or blending(self._embedder.embed_passages))
        self._remove(known, seen)
        return self.report

    def _changed(
        self, pages: Iterable[Page | Skipped], known: dict[str, str], seen: set[str], progress: Progress
    ) -> Iterator[_Waiting]:
        for done, page in enumerate(pages, 1):
            seen.add(page.path)
            progress(done, page.path)
            if isinstance(page, Skipped):
                self.report.skipped.append(page)
            elif known.get(page.path) == page.digest:
                self.report.unchanged += 1
            else:
                yield from self._read(page, new=page.path not in known)

    def _read(self, page: Page, new: bool) -> Iterator[_Waiting]:
        try:
            document = page.read()
        except UnreadableSource as error:
            self.report.skipped.append(Skipped(page.path, str(error).removeprefix(f"{page.path}: ")))
            return
        cut = chunk_document(document, self._embedder.count_tokens)
        chunks = [replace(chunk, asked=page.asked.get(chunk.anchor, ())) for chunk in cut]
        if new:
            self.report.added += 1
        else:
            self.report.changed += 1
        self.report.chunks += len(chunks)
        yield _Waiting(page, document, chunks)

    def _batches(self, pages: Iterable[_Waiting]) -> Iterator[list[_Waiting]]:
        held: list[_Waiting] = []
        size = 0
        for page in pages:
            held.append(page)
            size += len(page.chunks)
            if size >= BATCH_CHUNKS:
                yield held
                held, size = [], 0
        if held:
            yield held

    def _write(self, batch: list[_Waiting], embed: Embed) -> None:
        chunks = [(waiting.page.path, chunk) for waiting in batch for chunk in waiting.chunks]
        vectors = embed([chunk.embedded_text(path) for path, chunk in chunks], [chunk.asked for _, chunk in chunks])
        parts = np.split(vectors, np.cumsum([len(waiting.chunks) for waiting in batch])[:-1])
        prepared = [Prepared(w.page, w.document, w.chunks, part) for w, part in zip(batch, parts, strict=True)]
        ids = self._ledger.write_pending(self._collection, self._source, prepared)
        self._vectors.add(self._collection, ids, vectors)
        self._ledger.make_ready()
        forget(self._ledger, self._vectors)

    def _remove(self, known: dict[str, str], seen: set[str]) -> None:
        # Of a folder that cannot be read now, nobody knows what has vanished.
        unread = tuple(f"{page.path}/" for page in self.report.skipped)
        gone = {path for path in known.keys() - seen if not path.startswith(unread)}
        if not seen and gone:
            self.report.kept = f"{self._source} holds no readable page now, so the {len(gone)} indexed before were kept."
        elif gone:
            self._ledger.remove(self._collection, self._source, gone)
            forget(self._ledger, self._vectors)
            self.report.removed = len(gone)


def forget(ledger: Ledger, vectors: VectorIndex) -> None:
    """Take the vectors of deleted chunks out of Chroma."""
    for collection, ids in ledger.forgotten().items():
        vectors.remove(collection, ids)
        ledger.clear_forgotten(ids)
