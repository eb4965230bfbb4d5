"""The embedding model that ships inside."""

import shutil
import threading
from pathlib import Path

import numpy as np
import pytest

from errors import ModelError
from knowledge import Embedder
from knowledge.embeddings import embedded
from knowledge.embeddings.embedded import EmbeddedModel

PAIRS = [
    ("How do I roll back a deployment in Kubernetes?", "Jak cofnąć wdrożenie w Kubernetesie?"),
    ("Store the Terraform state in a remote backend.", "Przechowuj stan Terraforma w zdalnym backendzie."),
    ("Track experiments and compare their metrics.", "Śledź eksperymenty i porównuj ich metryki."),
    ("The container exits immediately after it starts.", "Kontener kończy pracę zaraz po uruchomieniu."),
    ("Encrypt secrets in the repository.", "Szyfruj hasła w repozytorium."),
    ("An alert fires when the disk is almost full.", "Alert włącza się, gdy dysk jest prawie pełny."),
]


@pytest.fixture(scope="module")
def folder() -> Path:
    return Path(embedded.__file__).parent.parent / "models" / embedded.MODEL


def test_vectors_have_unit_length(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(["a", "longer text about containers " * 20, "", "🤖"])
    assert vectors.shape == (4, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert np.isclose(np.linalg.norm(embedder.embed_query("a")), 1, atol=1e-3)


@pytest.mark.parametrize("from_polish", [True, False])
def test_a_sentence_is_nearest_to_its_translation(embedder: Embedder, from_polish: bool) -> None:
    english, polish = (list(side) for side in zip(*PAIRS, strict=True))
    questions, passages = (polish, english) if from_polish else (english, polish)
    vectors = embedder.embed_passages(passages)
    nearest = [int(np.argmax(vectors @ embedder.embed_query(question))) for question in questions]
    assert nearest == list(range(len(PAIRS)))


def test_polish_without_its_letters_stays_near(embedder: Embedder) -> None:
    english, polish = (list(side) for side in zip(*PAIRS, strict=True))
    vectors = embedder.embed_passages(english)
    bare = [text.translate(str.maketrans("ąćęłńóśźżŚ", "acelnoszzS")) for text in polish]
    nearest = [int(np.argmax(vectors @ embedder.embed_query(text))) for text in bare]
    assert sum(found == index for index, found in enumerate(nearest)) >= len(PAIRS) - 1


def test_passages_keep_their_places_whatever_their_length(embedder: Embedder) -> None:
    texts = ["word " * length + f"topic {length}" for length in (40, 1, 20, 3, 60, 2)] * 3
    together = embedder.embed_passages(texts)
    alone = np.concatenate([embedder.embed_passages([text]) for text in texts])
    assert np.all(np.sum(together * alone, axis=1) > 0.97)


def test_no_passages_give_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 384)


def test_a_text_of_any_length_is_embedded_and_counted_whole(embedder: Embedder) -> None:
    text = "word " * 5_000
    assert embedder.count_tokens(text) > 512
    assert embedder.embed_query(text).shape == (384,)
    assert embedder.count_tokens(text) > 512
    assert embedder.count_tokens("") == 0


def test_threads_share_it(embedder: Embedder) -> None:
    texts = [f"a question about topic {number}" for number in range(8)]
    expected = [embedder.embed_query(text) for text in texts]
    found: dict[int, bool] = {}

    def embed(number: int) -> None:
        tokens = {embedder.count_tokens("long text " * 300) for _ in range(3)}
        found[number] = len(tokens) == 1 and np.allclose(embedder.embed_query(texts[number]), expected[number], atol=1e-5)

    threads = [threading.Thread(target=embed, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == dict.fromkeys(range(8), True)


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json"])
def test_missing_files_are_named(folder: Path, tmp_path: Path, missing: str) -> None:
    for name in {"model.onnx", "tokenizer.json"} - {missing}:
        (tmp_path / name).symlink_to(folder / name)
    with pytest.raises(ModelError, match=f"lacks {missing}. Install Sternik again."):
        EmbeddedModel(tmp_path)


@pytest.mark.parametrize("damaged", ["model.onnx", "tokenizer.json"])
def test_damaged_files_are_named(folder: Path, tmp_path: Path, damaged: str) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        shutil.copy(folder / name, tmp_path / name)
    (tmp_path / damaged).write_bytes((tmp_path / damaged).read_bytes()[:1000])
    with pytest.raises(ModelError, match="damaged.*Install Sternik again"):
        EmbeddedModel(tmp_path)
