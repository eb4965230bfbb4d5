"""Any sentence-transformers model, from a folder or a hub (extra `sentence-transformers`)."""

import re
from typing import TYPE_CHECKING

import numpy as np

from errors import MissingExtra, ModelError
from knowledge.embeddings import Vectors

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder, SentenceTransformer

_INSTALL = "It needs the extra [sentence-transformers]: pip install 'sternik[sentence-transformers]'."
_E5 = re.compile(r"(^|[/_-])e5[-_]", re.I)


class SentenceTransformerModel:
    """Runs on a GPU when there is one. E5 models get the prefixes they were trained with."""

    def __init__(self, name: str) -> None:
        """Load the model, downloading it when it is not on this machine.

        Raises:
            MissingExtra: sentence-transformers is not installed.
            ModelError: there is no such model, or it cannot be had without a network.
        """
        self.name = f"sentence-transformers:{name}"
        self._model = _load(name)
        self._prefixes = ("query: ", "passage: ") if _E5.search(name) else ("", "")

    def embed_query(self, text: str) -> Vectors:
        """A question's vector."""
        row: Vectors = self._encode([self._prefixes[0] + text])[0]
        return row

    def embed_passages(self, texts: list[str]) -> Vectors:
        """The passages' vectors, one row each."""
        return self._encode([self._prefixes[1] + text for text in texts])

    def count_tokens(self, text: str) -> int:
        """Tokens of a text, without the markers at both ends."""
        return len(self._model.tokenizer.encode(text, add_special_tokens=False, verbose=False))

    def _encode(self, texts: list[str]) -> Vectors:
        vectors = self._model.encode(texts, batch_size=16, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


def _load(name: str) -> "SentenceTransformer":
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingExtra(f"EMBEDDINGS=sentence-transformers:{name} cannot be used yet. {_INSTALL}") from error
    try:
        return SentenceTransformer(name)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"There is no sentence-transformers model {name!r} here, and it could not be downloaded. "
            "Give a folder that holds one, check the name, or connect to the network."
        ) from error


def load_cross_encoder(name: str) -> "CrossEncoder":
    """The reranker that RERANKER names.

    Raises:
        MissingExtra: sentence-transformers is not installed.
        ModelError: there is no such model.
    """
    try:
        from sentence_transformers import CrossEncoder
    except ImportError as error:
        raise MissingExtra(f"RERANKER={name} cannot be used yet. {_INSTALL}") from error
    try:
        return CrossEncoder(name)
    except (OSError, ValueError) as error:
        raise ModelError(f"There is no cross-encoder {name!r} here, and it could not be downloaded. Check RERANKER.") from error
