"""A cross-encoder reads question and passage together: slower and better, so by setting only."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.search import Hit

Rerank = Callable[[str, Sequence[Hit]], list[Hit]]
_MOST = 30


def load_reranker(name: str) -> Rerank | None:
    """The reranker that RERANKER names, none when it is empty.

    Raises:
        MissingExtra: sentence-transformers is not installed.
        ModelError: there is no such model.
    """
    if not name:
        return None
    from knowledge.embeddings.sentence_transformers import load_cross_encoder

    model = load_cross_encoder(name)

    def rerank(question: str, hits: Sequence[Hit]) -> list[Hit]:
        first = list(hits[:_MOST])
        scores = model.predict([(question, f"{hit.title} > {hit.section}\n{hit.text}") for hit in first]) if first else []
        rated = [replace(hit, score=float(score)) for hit, score in zip(first, scores, strict=True)]
        return sorted(rated, key=lambda hit: -hit.score) + list(hits[_MOST:])

    return rerank
