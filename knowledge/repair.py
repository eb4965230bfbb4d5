"""What a crash or a deleted folder left between ledger and Chroma is mended, with the vectors that the ledger holds too."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from errors import LibraryBusy
from knowledge.embeddings import Vectors
from knowledge.ingesting import forget
from knowledge.ledger import Ledger
from knowledge.locking import writing
from knowledge.vectors import TornIndex, VectorIndex

_PAGE = 2000


def mend(home: Path, ledger: Ledger, vectors: VectorIndex, *, wait: float = 0) -> bool:
    """Mend what needs it, unless another process is writing: it leaves no more than it found. Tells whether all is well now."""
    try:
        with writing(home, wait=wait):
            repair(ledger, vectors)
            return True
    except LibraryBusy:
        return False


def needs_repair(ledger: Ledger) -> bool:
    """Whether a writer is at work or stopped half way. Cheap: three look-ups of indexed rows."""
    return bool(ledger.notes.changing() or ledger.forgotten() or ledger.pending_chunks())


def is_sound(ledger: Ledger, vectors: VectorIndex) -> bool:
    """Whether Chroma holds as much as the ledger says."""
    return not needs_repair(ledger) and not _differing(ledger, vectors)


def repair(ledger: Ledger, vectors: VectorIndex) -> None:
    """Finish what a stopped writer began, and make again what is torn or incomplete. The caller holds the writer's lock."""
    if needs_repair(ledger):
        _add_pending(ledger, vectors)
        ledger.make_ready()
        for collection in ledger.notes.changing():
            make_again(ledger, vectors, collection)
        forget(ledger, vectors)
    for collection in _differing(ledger, vectors):
        make_again(ledger, vectors, collection)


def make_again(ledger: Ledger, vectors: VectorIndex, collection: str) -> None:
    """Fill a collection's index from the ledger."""
    vectors.make_again(collection, _stored(ledger, collection))


def _add_pending(ledger: Ledger, vectors: VectorIndex) -> None:
    for collection, ids in ledger.pending_chunks().items():
        # A torn collection stays marked, and is made again with all that is ready by then.
        with suppress(TornIndex):
            for start in range(0, len(ids), _PAGE):
                part = ids[start : start + _PAGE]
                vectors.add(collection, part, ledger.vectors_of(part))


def _differing(ledger: Ledger, vectors: VectorIndex) -> list[str]:
    differing = []
    for collection, (_, chunks) in ledger.counts().items():
        try:
            if vectors.count(collection) != chunks:
                differing.append(collection)
        except TornIndex:
            differing.append(collection)
    return differing


def _stored(ledger: Ledger, collection: str) -> Iterator[tuple[list[int], Vectors]]:
    after = 0
    while True:
        ids, rows = ledger.chunk_vectors(collection, after, _PAGE)
        if not ids:
            return
        yield ids, rows
        after = ids[-1]
