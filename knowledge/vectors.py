"""Chroma: the index of vectors, which can always be made again from the ledger. The one importer of chromadb."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from errors import HomeError
from knowledge.embeddings import Vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

_CONFIGURATION: Any = {"hnsw": {"space": "cosine", "ef_construction": 100, "ef_search": 120, "max_neighbors": 16}}
_MOST_ROWS = 5000  # a SQLite limit inside Chroma caps one call


class VectorIndex:
    """Nearest neighbours by collection. Chunk ids are the ledger's."""

    def __init__(self, folder: Path, url: str = "") -> None:
        """Nothing is opened before the first use: importing chromadb takes a second."""
        self._folder = folder
        self._url = url
        self._client: ClientAPI | None = None

    @property
    def shared(self) -> bool:
        """Whether a Chroma server holds the vectors, so that other processes' writes are seen at once."""
        return bool(self._url)

    def nearest(self, collection: str, vector: Vectors, k: int) -> list[int]:
        """Ids of the k chunks nearest to the vector, nearest first; none when the collection is empty."""
        found = self._collection(collection).query(query_embeddings=[vector.tolist()], n_results=k, include=[])
        return [int(name) for name in found["ids"][0]]

    def add(self, collection: str, ids: Sequence[int], vectors: Vectors) -> None:
        """Store or overwrite vectors."""
        target = self._collection(collection)
        for start in range(0, len(ids), _MOST_ROWS):
            part = slice(start, start + _MOST_ROWS)
            target.upsert([str(number) for number in ids[part]], embeddings=np.asarray(vectors[part], dtype=np.float32))

    def remove(self, collection: str, ids: Sequence[int]) -> None:
        """Forget vectors; unknown ids are fine."""
        target = self._collection(collection)
        for start in range(0, len(ids), _MOST_ROWS):
            target.delete([str(number) for number in ids[start : start + _MOST_ROWS]])

    def count(self, collection: str) -> int:
        """How many vectors the collection holds."""
        return self._collection(collection).count()

    def drop(self, collection: str) -> None:
        """Forget the collection whole, also when it is not there."""
        client = self._open()
        if _name(collection) in {found.name for found in client.list_collections()}:
            client.delete_collection(_name(collection))

    def reopen(self) -> None:
        """Let go of what this process holds in memory: another one has written."""
        if self._client is not None and not self.shared:
            self._client.close()
            self._client = None

    close = reopen

    def _collection(self, collection: str) -> "Collection":
        return self._open().get_or_create_collection(_name(collection), embedding_function=None, configuration=_CONFIGURATION)

    def _open(self) -> "ClientAPI":
        if self._client is None:
            self._client = self._connect() if self._url else self._open_folder()
        return self._client

    def _open_folder(self) -> "ClientAPI":
        import chromadb

        self._folder.mkdir(parents=True, exist_ok=True)
        if not os.access(self._folder, os.W_OK):
            raise HomeError(f"{self._folder} may not be written. Set STERNIK_HOME to a folder of yours.")
        return chromadb.PersistentClient(str(self._folder), chromadb.Settings(anonymized_telemetry=False))

    def _connect(self) -> "ClientAPI":
        import chromadb

        parts = urlsplit(self._url)
        try:
            return chromadb.HttpClient(
                parts.hostname or "localhost",
                parts.port or (443 if parts.scheme == "https" else 8000),
                ssl=parts.scheme == "https",
                settings=chromadb.Settings(anonymized_telemetry=False),
            )
        except ValueError as error:
            raise HomeError(f"CHROMA_URL={self._url}: no Chroma server answers there. Start it, or unset CHROMA_URL.") from error


def _name(collection: str) -> str:
    return f"sternik-{collection}"
