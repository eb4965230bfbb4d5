"""Requests for DVC pipelines, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("dvc pipeline: prepare -> train -> evaluate, metrics in metrics.json",
     {"stages": ["prepare", "train", "evaluate"], "metrics": "metrics.json"}),
    ("dvc.yaml z etapami prepare, train, evaluate (parametry w params.yaml, metryki w reports/metrics.json)",
     {"stages": ["prepare", "train", "evaluate"], "metrics": "reports/metrics.json", "params": None}),
    ("dvc.yaml z etapami: pobranie, przygotowanie, trening i ewaluacja, dane data/raw/transactions.csv, remote na s3://acme-dvc/churn",
     {"stages": ["download", "prepare", "train", "evaluate"], "data": "data/raw/transactions.csv", "remote": "s3",
      "remote_url": "s3://acme-dvc/churn"}),
    ("DVC pipeline with stages download, featurize, train and evaluate; params: n_estimators=300, max_depth 6, test_size=0.25; "
     "scripts in src/train.py src/featurize.py",
     {"stages": ["download", "featurize", "train", "evaluate"], "files": ["src/train.py", "src/featurize.py"],
      "params": {"n_estimators": 300, "max_depth": 6, "test_size": 0.25}}),
    ("dvc remote gcs w buckecie acme-dvc-data", {"remote": "gcs", "remote_url": "gs://acme-dvc-data"}),
    ("dvc config with an ssh remote ssh://ml@storage.acme.com/srv/dvc", {"remote": "ssh", "remote_url": "ssh://ml@storage.acme.com/srv/dvc"}),
    ("add a plot in reports/pr.csv", {"plots": True, "plots_file": "reports/pr.csv"}),
    ("a teraz bez wykresow, metryki w metrics/eval.json", {"plots": False, "plots_file": None, "metrics": "metrics/eval.json"}),
    ("dvc.yaml: train for each model in linear, forest, xgb", {"matrix": {"model": ["linear", "forest", "xgb"]}}),
    ("potok dvc, remote minio http://minio.acme.local:9000 bucket ml-data, model w models/model.pkl",
     {"remote": "s3", "remote_url": "s3://ml-data", "endpoint": "http://minio.acme.local:9000", "model": "models/model.pkl"}),
    ("dvc pipeline preprocess > train > evaluate with params lr 0.001, epochs 20, batch_size 64 and skeleton scripts",
     {"stages": ["preprocess", "train", "evaluate"], "scripts": True, "params": {"lr": 0.001, "epochs": 20, "batch_size": 64}}),
    ("zmień parametr train.max_depth na 12", {"stages": None, "params": {"train.max_depth": 12}}),
    ("DVC with azure blob remote azure://datasets/dvc", {"remote": "azure", "remote_url": "azure://datasets/dvc"}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("dvc", message)
    validated(load("dvc"), read)
    assert {name: read.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        ({"remote": "s3", "remote_url": "gs://bucket/x"}, "(remote_url) of s3 must begin with s3://"),
        ({"model": "data/prepared/model.pkl"}, "two outputs are in each other's way"),
        ({"metrics": "data/raw.csv"}, "two outputs are in each other's way"),
        ({"stages": ["train", "a b"]}, "stages.1: 'a b'"),
        ({"matrix": {"country": []}}, "each name in matrix needs at least one value"),
        ({"params": {"train.lr": "0.1\n  x: 1"}}, "params.train.lr"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(raw: dict[str, object], rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("dvc"), raw)
    assert rule.lower() in str(caught.value).lower()
