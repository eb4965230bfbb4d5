"""Every other embedding model, by LangChain's `init_embeddings` (`openai:text-embedding-3-small`, `ollama:bge-m3`)."""

import numpy as np

from errors import MissingExtra, ModelError
from knowledge.embeddings import Vectors


class LangChainModel:
    """A model behind an API. Its tokenizer is not known here, so tokens are estimated."""

    def __init__(self, name: str) -> None:
        """Find the provider; nothing is called yet.

        Raises:
            MissingExtra: the provider's package is not installed.
            ModelError: the name is not of the form provider:model.
        """
        from langchain.embeddings import init_embeddings

        self.name = name
        try:
            self._model = init_embeddings(name)
        except ImportError as error:
            raise MissingExtra(f"EMBEDDINGS={name} cannot be used yet: {error}") from error
        except (ValueError, TypeError) as error:
            raise ModelError(
                f"EMBEDDINGS={name!r}: no such embedding model. Use 'embedded', 'sentence-transformers:NAME' or 'provider:model'."
            ) from error

    def embed_query(self, text: str) -> Vectors:
        """A question's vector."""
        return _unit(np.asarray(self._model.embed_query(text), dtype=np.float32))

    def embed_passages(self, texts: list[str]) -> Vectors:
        """The passages' vectors, one row each."""
        return _unit(np.asarray(self._model.embed_documents(texts), dtype=np.float32))

    def count_tokens(self, text: str) -> int:
        """An estimate: a token for every three bytes. Prose has fewer, commands a few more; API models take far longer passages."""
        return len(text.encode()) // 3 + 1


def _unit(vectors: Vectors) -> Vectors:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: Vectors = vectors / np.maximum(length, 1e-12)
    return unit
