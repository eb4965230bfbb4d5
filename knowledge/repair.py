"""What a crash left between ledger and Chroma is mended when the library is opened."""

from knowledge.ingesting import forget
from knowledge.ledger import Ledger
from knowledge.vectors import VectorIndex

_PAGE = 2000


def needs_repair(ledger: Ledger) -> bool:
    """Whether a writer stopped half way. Cheap: two look-ups of indexed rows."""
    return bool(ledger.pending_chunks() or ledger.forgotten())


def repair(ledger: Ledger, vectors: VectorIndex) -> None:
    """Finish what a stopped writer began: the ledger holds the vectors too, so nothing is embedded again."""
    for collection, ids in ledger.pending_chunks().items():
        vectors.add(collection, ids, ledger.vectors_of(ids))
    if needs_repair(ledger):
        ledger.make_ready()
    forget(ledger, vectors)


def refill(ledger: Ledger, vectors: VectorIndex, collection: str) -> None:
    """Make a collection's index again from the ledger, after its folder was deleted or restored from elsewhere."""
    vectors.drop(collection)
    after = 0
    while True:
        ids, rows = ledger.chunk_vectors(collection, after, _PAGE)
        if not ids:
            return
        vectors.add(collection, ids, rows)
        after = ids[-1]
