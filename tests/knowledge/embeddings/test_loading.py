"""EMBEDDINGS names a model of some kind, or nothing."""

import importlib.util
import sys

import numpy as np
import pytest

from errors import MissingExtra, ModelError
from knowledge import load_embedder, load_reranker
from knowledge.embeddings.langchain import LangChainModel, _unit


def test_the_model_that_ships_inside_is_called_embedded() -> None:
    assert load_embedder("embedded").name == "embedded:multilingual-e5-small-en-pl"


@pytest.mark.parametrize("name", ["nonsense", "nonsense:model", "", "embeded"])
def test_a_model_that_does_not_exist_is_named(name: str) -> None:
    with pytest.raises(ModelError, match=f"EMBEDDINGS='{name}'.*Use 'embedded', 'sentence-transformers:NAME' or 'provider:model'"):
        load_embedder(name)


@pytest.mark.skipif(importlib.util.find_spec("langchain_mistralai") is not None, reason="the package is there")
def test_a_provider_whose_package_is_missing_is_named_with_the_way_to_it() -> None:
    with pytest.raises(MissingExtra, match="EMBEDDINGS=mistralai:mistral-embed cannot be used yet.*langchain-mistralai"):
        load_embedder("mistralai:mistral-embed")


def test_sentence_transformers_that_are_missing_are_named_with_the_way_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)  # as if it were not installed
    with pytest.raises(
        MissingExtra, match=r"EMBEDDINGS=sentence-transformers:all-MiniLM.*pip install 'sternik\[sentence-transformers\]'"
    ):
        load_embedder("sentence-transformers:all-MiniLM")
    with pytest.raises(MissingExtra, match=r"RERANKER=some-model.*pip install 'sternik\[sentence-transformers\]'"):
        load_reranker("some-model")


def test_no_reranker_is_no_error() -> None:
    assert load_reranker("") is None


def test_a_models_vectors_get_unit_length() -> None:
    vectors = _unit(np.array([[3, 4], [0, 0]], dtype=np.float32))
    assert np.allclose(vectors, [[0.6, 0.8], [0, 0]])


def test_tokens_of_an_unknown_tokenizer_are_estimated_not_far_off() -> None:
    model = LangChainModel.__new__(LangChainModel)
    embedded = load_embedder("embedded")
    for text in ("Jak wdrożyć model w klastrze?", "kubectl apply -f deployment.yaml", "What is a feature store?", "żółć" * 30):
        assert 0.75 * embedded.count_tokens(text) <= model.count_tokens(text) <= 3 * embedded.count_tokens(text)
