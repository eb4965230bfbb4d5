"""The vectors that ship with the built-in pages."""

from knowledge import Embedder
from knowledge.blending import blending
from knowledge.shipped import _key, _load, builtin_passages, shipped


def test_every_built_in_passage_has_its_vector(embedder: Embedder) -> None:
    known = _load(embedder.name)
    missing = [text.split("\n")[0] for text, asked in builtin_passages(embedder) if _key(text, asked) not in known]
    assert missing == [], "pages, or what they are asked, were edited: run make vectors"


def test_shipped_vectors_are_those_the_model_makes(embedder: Embedder) -> None:
    texts, asked = zip(*builtin_passages(embedder)[:2], strict=True)
    made = blending(embedder.embed_passages)(texts, asked)
    assert float((shipped(embedder)(texts, asked) * made).sum(axis=1).min()) > 0.99


def test_a_passage_that_does_not_ship_is_embedded(embedder: Embedder) -> None:
    text, asked = builtin_passages(embedder)[0]
    vectors = shipped(embedder)([text, "A text that no page holds."], [asked, ()])
    assert float(vectors[1] @ embedder.embed_passages(["A text that no page holds."])[0]) > 0.99
