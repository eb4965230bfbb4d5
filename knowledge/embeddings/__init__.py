"""Texts become vectors. `load_embedder` picks the file that knows the model's kind."""

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """What the library needs of an embedding model. All vectors have unit length."""

    @property
    def name(self) -> str:
        """Identifies the model; vectors of different names are never mixed."""

    def embed_query(self, text: str) -> Vectors:
        """A question's vector, shape [dimension]."""

    def embed_passages(self, texts: list[str]) -> Vectors:
        """The passages' vectors, shape [len(texts), dimension]."""

    def count_tokens(self, text: str) -> int:
        """How many tokens the model makes of a text."""


def load_embedder(name: str) -> Embedder:
    """The model that EMBEDDINGS names: `embedded`, `sentence-transformers:NAME`, or `provider:model`.

    Raises:
        MissingExtra: the package that runs it is not installed.
        ModelError: there is no such model, or it cannot be loaded.
    """
    if name == "embedded":
        return load_embedded()
    if name.startswith("sentence-transformers:"):
        from knowledge.embeddings.sentence_transformers import SentenceTransformerModel

        return SentenceTransformerModel(name.split(":", 1)[1])
    from knowledge.embeddings.langchain import LangChainModel

    return LangChainModel(name)


def load_embedded(folder: Path | None = None) -> Embedder:
    """The model that ships inside, or one of its kind (`model.onnx`, `tokenizer.json`) from another folder.

    Raises:
        ModelError: its files are missing or damaged.
    """
    from knowledge.embeddings.embedded import EmbeddedModel

    return EmbeddedModel(folder)
