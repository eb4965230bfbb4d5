"""Chroma: the index of vectors, which can always be made again from the ledger. The one importer of chromadb.

Embedded Chroma is made for one process. What one holds in memory goes stale when another writes, and saving it would then lose
the other's work; files that a killed process left half written crash whoever loads them. So each call here holds a lock between
processes, opens Chroma anew when the ledger's generation tells of another writer, and marks a collection in the ledger while it
changes it. Whoever finds the mark must not load the collection: `TornIndex` says that it has to be made again.
"""

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import count as numbers
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
import numpy as np

from errors import HomeError
from knowledge.database import explained
from knowledge.embeddings import Vectors
from knowledge.locking import ProcessLock
from knowledge.notes import Notes

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

_CONFIGURATION: Any = {"hnsw": {"space": "cosine", "ef_construction": 100, "ef_search": 120, "max_neighbors": 16}}
_MOST_ROWS = 5000  # a SQLite limit inside Chroma caps one call
_OPENINGS = numbers(1)
_OPENED_IN: set[int] = set()  # the process that opened embedded Chroma, and the one that it was forked from if that did


class TornIndex(HomeError):
    """A collection's index was left half changed or cannot be read; it has to be made again from the ledger."""


class VectorIndex:
    """Nearest neighbours by collection. Chunk ids are the ledger's. Safe to share between threads.

    Every method raises TornIndex when the collection was torn before, or is now: killed half way, damaged, on a full disk.
    """

    def __init__(self, home: Path, notes: Notes, url: str = "") -> None:
        """Nothing is opened before the first use: importing chromadb takes a second."""
        self._folder = home / "chroma"
        self._notes = notes
        self._url = url
        self._thread_lock = threading.RLock()
        self._process_lock = ProcessLock(home / "chroma.lock")
        self._client: ClientAPI | None = None
        self._collections: dict[str, Collection] = {}
        self._inherited: list[ClientAPI] = []
        self._process = os.getpid()
        self._generation = -1

    def nearest(self, collection: str, vector: Vectors, k: int) -> list[int]:
        """Ids of the k chunks nearest to the vector, nearest first; none when the collection is empty."""
        return list(self.neighbours(collection, vector, k))

    def neighbours(self, collection: str, vector: Vectors, k: int) -> dict[int, float]:
        """The same with their distances (1 - cosine), by which those of several collections compare."""
        with self._reading(collection) as chroma:
            found = chroma.query(query_embeddings=[vector.tolist()], n_results=k, include=["distances"])
        return dict(zip(map(int, found["ids"][0]), (found["distances"] or [[]])[0], strict=True))

    def count(self, collection: str) -> int:
        """How many vectors the collection holds."""
        with self._reading(collection) as chroma:
            return chroma.count()

    def add(self, collection: str, ids: Sequence[int], vectors: Vectors) -> None:
        """Store or overwrite vectors."""
        for start in range(0, len(ids), _MOST_ROWS):
            part = slice(start, start + _MOST_ROWS)
            with self._changing(collection) as chroma:
                _upsert(chroma, ids[part], vectors[part])

    def remove(self, collection: str, ids: Sequence[int]) -> None:
        """Forget vectors; unknown ids are fine."""
        for start in range(0, len(ids), _MOST_ROWS):
            with self._changing(collection) as chroma:
                chroma.delete([str(number) for number in ids[start : start + _MOST_ROWS]])

    def make_again(self, collection: str, parts: Iterable[tuple[list[int], Vectors]]) -> None:
        """Replace the collection whole, whatever its state; until that is done, others find it torn."""
        with self._alone():
            self._mark(collection)
            self._drop(collection)
        for ids, vectors in parts:
            with self._alone(), self._named(collection):
                _upsert(self._collection(collection), ids, vectors)
        with self._alone():
            self._finish(collection)

    def close(self) -> None:
        """Let go of files and memory."""
        self._settle_in_fork()
        with self._thread_lock:
            if self._client is not None:
                self._client.close()  # type: ignore[attr-defined]  # clients have it, their interface does not say so
            self._client = None
            self._collections.clear()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other thread or process is in embedded Chroma, and this one knows what they wrote. A server sees to that itself."""
        self._settle_in_fork()
        if self._url:
            yield
            return
        with self._thread_lock, self._process_lock:
            generation = self._notes.generation
            if generation != self._generation:
                self.close()
                self._generation = generation
            yield

    def _settle_in_fork(self) -> None:
        if self._process == os.getpid():
            return
        # Its threads did not come along, so a client can be neither used nor closed here, only kept from the collector.
        if self._client is not None:
            self._inherited.append(self._client)
        self._client, self._process, self._generation = None, os.getpid(), -1
        self._collections = {}
        self._thread_lock, self._process_lock = threading.RLock(), ProcessLock(self._process_lock.path)

    @contextmanager
    def _reading(self, collection: str) -> Iterator["Collection"]:
        with self._alone():
            if not self._url and collection in self._notes.changing():
                raise TornIndex(f"The vector index of {collection!r} in {self._folder} is being made again. Try again later.")
            with self._named(collection):
                yield self._collection(collection)

    @contextmanager
    def _changing(self, collection: str) -> Iterator["Collection"]:
        with self._reading(collection) as chroma:
            self._mark(collection)
            yield chroma
            self._finish(collection)

    def _mark(self, collection: str) -> None:
        # A server outlives us, so what it holds is never torn; and it answers others while it changes.
        if not self._url:
            self._notes.mark_changing(collection)

    def _finish(self, collection: str) -> None:
        self._notes.mark_changed(collection)
        self._generation = self._notes.generation

    @contextmanager
    def _named(self, collection: str) -> Iterator[None]:
        """Chroma's errors, as ours. One of embedded Chroma leaves the collection marked."""
        from chromadb.errors import ChromaError

        try:
            yield
        except (ChromaError, httpx.HTTPError) as error:
            if self._url:
                raise HomeError(f"CHROMA_URL={self._url}: the Chroma server failed ({error}). Is it running?") from error
            self._notes.mark_changing(collection)
            self.close()
            raise TornIndex(
                f"The vector index in {self._folder} cannot be used ({error}). Make sure that the disk is not full, "
                "then try again: it is made anew from what the library holds."
            ) from error

    def _drop(self, collection: str) -> None:
        from chromadb.errors import ChromaError, NotFoundError

        self._collections.pop(collection, None)
        try:
            self._open().delete_collection(self._name(collection))
        except NotFoundError:
            return
        except ChromaError:
            if self._url:
                raise
            # Chroma's own database is damaged. The other collections in it are found empty and made again too.
            self.close()
            rmtree(self._folder)

    def _collection(self, collection: str) -> "Collection":
        known = self._collections.get(collection)
        if known is not None:
            return known
        found = self._open().get_or_create_collection(self._name(collection), embedding_function=None, configuration=_CONFIGURATION)
        # Asking embedded Chroma takes longer than a search in it. On a server another process may put a new one in its place.
        if not self._url:
            self._collections[collection] = found
        return found

    def _name(self, collection: str) -> str:
        # Homes may share a Chroma server, and a chroma folder may outlive the ledger whose ids it holds.
        return f"sternik-{self._notes.identity}-{collection}"

    def _open(self) -> "ClientAPI":
        if self._client is None:
            self._client = _connect(self._url) if self._url else _open_folder(self._folder)
        return self._client


def preload() -> None:
    """Begin to import Chroma, which takes longer than anything else on the way to a first answer, beside the caller's own work."""
    threading.Thread(target=import_module, args=("chromadb",), daemon=True).start()


def _upsert(chroma: "Collection", ids: Sequence[int], vectors: Vectors) -> None:
    chroma.upsert([str(number) for number in ids], embeddings=np.asarray(vectors, dtype=np.float32))


def _open_folder(folder: Path) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    if _OPENED_IN - {os.getpid()}:
        raise HomeError(
            f"This process was forked from one that had {folder} open, which Chroma does not survive. "
            "Open the library after the fork (switch preloading off), or use a Chroma server by CHROMA_URL."
        )
    _OPENED_IN.add(os.getpid())
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise HomeError(f"{folder} may not be written. Set STERNIK_HOME to a folder of yours.")
    # Chroma keeps one client a path in each process and would hand out the stale one, so each opening spells the path its own way.
    spelling = f"{next(_OPENINGS):b}".replace("0", "/").replace("1", "/.")
    return chromadb.PersistentClient(f"{folder}{spelling}", Settings(anonymized_telemetry=False))


def _connect(url: str) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    parts = urlsplit(url)
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 8000)
    try:
        return chromadb.HttpClient(parts.hostname or "localhost", port, ssl=secure, settings=Settings(anonymized_telemetry=False))
    except ValueError as error:
        raise HomeError(f"CHROMA_URL={url}: no Chroma server answers there. Start it, or unset CHROMA_URL.") from error
