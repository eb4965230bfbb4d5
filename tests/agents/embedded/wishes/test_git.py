"""Requests for files of a Git repository, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("gitattributes zeby pliki *.pt *.onnx i *.parquet szly przez lfs, a skrypty sh zawsze mialy lf",
     {"files": ["gitattributes"], "lfs": ["*.pt", "*.onnx", "*.parquet"], "lf": ["*.sh"]}),
    (".gitattributes: track *.pkl and *.h5 with Git LFS, *.bat must stay crlf, *.sh lf",
     {"files": ["gitattributes"], "lfs": ["*.pkl", "*.h5"], "crlf": ["*.bat"], "lf": ["*.sh"]}),
    ("gitignore for a ML repo with dvc and mlflow, ignore data/ but keep data/.gitkeep",
     {"files": ["gitignore"], "tools": ["python", "jupyter", "mlflow", "dvc", "editors", "systems"], "keep": ["data/.gitkeep"]}),
    ("zrób .gitignore dla projektu w pythonie z terraformem, ignoruj też outputs/ i *.ckpt",
     {"files": ["gitignore"], "ignore": ["outputs/", "*.ckpt"], "tools": ["python", "jupyter", "mlflow", "terraform", "editors", "systems"]}),
    ("pre-commit config with ruff, mypy and nbstripout, block files larger than 5 MB",
     {"files": ["pre-commit"], "hooks": ["basics", "ruff", "mypy", "nbstripout"], "max_kb": 5000}),
    ("konfiguracja pre-commit: black, isort, flake8, bez ruffa, maksymalnie 500 kB",
     {"files": ["pre-commit"], "hooks": ["basics", "black", "isort", "flake8"], "max_kb": 500}),
    ("szablon pull requesta dla zespołu ML, sekcje: Opis, Metryki modelu i Wdrożenie",
     {"files": ["pull-request"], "language": "pl", "sections": ["Opis", "Metryki modelu", "Wdrożenie"]}),
    ("pull request template for our ml team with a checklist: tests pass, metrics attached, model card updated",
     {"files": ["pull-request"], "language": "en", "checklist": ["Tests pass", "Metrics attached", "Model card updated"]}),
    ("CODEOWNERS: src/ to @acme/ml, terraform/ to @acme/platform, everything else @jan",
     {"files": ["codeowners"], "owned": {"src/": "@acme/ml", "terraform/": "@acme/platform"}, "owners": "@jan"}),
    ("codeowners dla gitlaba: data/ i features/ należą do @dane, reszta do @firma/ml",
     {"files": ["codeowners"], "owned": {"data/": "@dane", "features/": "@dane"}, "owners": "@firma/ml", "platform": "gitlab"}),
    ("dodaj jeszcze hook gitleaks i conventional commits", {"hooks": ["basics", "gitleaks", "commitizen"]}),
    ("i jeszcze *.safetensors do lfs", {"lfs": ["*.safetensors"]}),
    ("gitignore i gitattributes z lfs dla modeli", {"files": ["gitignore", "gitattributes"], "lfs": ["*.pt", "*.pth", "*.onnx", "*.safetensors", "*.h5", "*.pkl", "*.joblib", "*.parquet"]}),
    ("git lfs for .onnx and .safetensors files please", {"lfs": ["*.onnx", "*.safetensors"]}),
    ("gitignore which ignores models/*.pkl, .env and wandb but keeps models/README.md",
     {"ignore": ["models/*.pkl"], "keep": ["models/README.md"]}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("git", message)
    validated(load("git"), read)
    assert {name: read.get(name) for name in expected} == expected


def test_what_is_not_said_stays_at_its_default() -> None:
    assert read_options("git", "gitignore dla projektu ML").keys() == {"files"}


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"lfs": ["*.pt\n* filter=evil"]}, "lfs.0"),
        ({"owners": "anna"}, "owners: 'anna' must be people or teams"),
        ({"lf": ["*.txt"], "crlf": ["*.txt"]}, "cannot have both LF and CRLF"),
        ({"sections": ["<script>alert(1)</script>"]}, "sections.0"),
        ({"max_kb": 0}, "max_kb: 0"),
    ],
)
def test_impossible_values_are_refused_with_their_rule(options: dict[str, object], rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("git"), options)
    assert rule in str(caught.value)
