"""Models of sentence-transformers, made here at the size of a stamp, so that nothing is downloaded."""

from pathlib import Path

import numpy as np
import pytest

from errors import ModelError
from knowledge import Hit, Library, load_embedder, load_reranker

pytestmark = pytest.mark.extras
WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    "query",
    "passage",
    ":",
    ".",
    "probe",
    "pod",
    "volume",
    "data",
    "restarts",
    "keeps",
    "a",
    "the",
]


def save_tokenizer(folder: Path) -> None:
    from transformers import BertTokenizerFast

    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizerFast(str(vocabulary)).save_pretrained(folder)


def tiny_config(labels: int = 2) -> object:
    from transformers import BertConfig

    return BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32, num_labels=labels
    )


@pytest.fixture(scope="module", params=["tiny", "tiny-e5-model"])
def embedder_folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer import modules
    from transformers import BertModel

    folder = tmp_path_factory.mktemp("models")
    BertModel(tiny_config()).save_pretrained(folder / "bert")
    save_tokenizer(folder / "bert")
    words = modules.Transformer(str(folder / "bert"), max_seq_length=64)
    whole = SentenceTransformer(modules=[words, modules.Pooling(16)], device="cpu")
    whole.save(str(folder / request.param))
    return folder / str(request.param)


def test_a_model_in_a_folder_makes_unit_vectors(embedder_folder: Path) -> None:
    model = load_embedder(f"sentence-transformers:{embedder_folder}")
    vectors = model.embed_passages(["a pod restarts", "the volume keeps data"])
    assert vectors.shape == (2, 16)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert model.count_tokens("a pod restarts") == 3


def test_only_an_e5_model_tells_questions_from_passages(embedder_folder: Path) -> None:
    model = load_embedder(f"sentence-transformers:{embedder_folder}")
    same = np.allclose(model.embed_query("a pod"), model.embed_passages(["a pod"])[0], atol=1e-5)
    assert same == ("e5" not in embedder_folder.name)


def test_a_library_is_made_and_searched_with_it(embedder_folder: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "probe.md").write_text("# Probe\n\nThe probe restarts a pod.\n", encoding="utf-8")
    library = Library(tmp_path / "home", load_embedder(f"sentence-transformers:{embedder_folder}"))
    library.ingest(str(pages), "pages", lambda done, path: None)
    assert [hit.path for hit in library.search("probe").hits] == ["probe.md"]
    library.close()


def test_a_model_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no-such-model"):
        load_embedder(f"sentence-transformers:{tmp_path}/no-such-model")


def hit(text: str) -> Hit:
    return Hit(1, "c", "p.md", None, "Page", (), "", "en", text, 0.0, 0.0, 0.0, 0.0)


def test_a_cross_encoder_orders_hits_by_its_own_score(tmp_path: Path) -> None:
    from transformers import BertForSequenceClassification

    BertForSequenceClassification(tiny_config(labels=1)).save_pretrained(tmp_path / "cross")
    save_tokenizer(tmp_path / "cross")
    rerank = load_reranker(str(tmp_path / "cross"))
    assert rerank is not None
    hits = rerank("probe", [hit("the probe restarts a pod"), hit("a volume keeps data"), hit("data")])
    assert sorted(found.text for found in hits) == ["a volume keeps data", "data", "the probe restarts a pod"]
    assert [found.score for found in hits] == sorted((found.score for found in hits), reverse=True)


def test_a_cross_encoder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no-such-model"):
        load_reranker(f"{tmp_path}/no-such-model")
