"""The vectors that ship with the built-in pages."""

from knowledge import Embedder
from knowledge.shipped import _key, _load, builtin_texts, shipped


def test_every_built_in_passage_has_its_vector(embedder: Embedder) -> None:
    known = _load(embedder.name)
    missing = [text.split("\n")[0] for text in builtin_texts(embedder) if _key(text) not in known]
    assert missing == [], "pages were edited: run make vectors"


def test_shipped_vectors_are_those_the_model_makes(embedder: Embedder) -> None:
    texts = builtin_texts(embedder)[:2]
    made = embedder.embed_passages(texts)
    assert float((shipped(embedder)(texts) * made).sum(axis=1).min()) > 0.99


def test_a_passage_that_does_not_ship_is_embedded(embedder: Embedder) -> None:
    mixed = [builtin_texts(embedder)[0], "A text that no page holds."]
    vectors = shipped(embedder)(mixed)
    assert float(vectors[1] @ embedder.embed_passages(mixed[1:])[0]) > 0.99
