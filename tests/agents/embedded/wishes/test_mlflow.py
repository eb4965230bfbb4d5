"""Requests for MLflow, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("I need a docker compose for an MLflow tracking server for a team of 8: backend store in PostgreSQL, artifacts in the S3 bucket "
     "acme-mlflow-artifacts served through the tracking server (clients must not need AWS credentials), the UI on port 5050, data must "
     "survive a restart, passwords from a .env file.",
     {"parts": ["server"], "database": "postgres", "store": "s3", "artifacts": "acme-mlflow-artifacts", "port": 5050}),
    ("MLproject z parametrami alpha (float, 0.5) i l1_ratio (float, 0.1), środowisko conda, entry point main uruchamia train.py",
     {"environment": "conda", "entry_points": ["main"], "script": "train.py",
      "parameters": [{"name": "alpha", "type": "float", "default": 0.5}, {"name": "l1_ratio", "type": "float", "default": 0.1}]}),
    ("MLproject file for project fraud with python_env, parameters n_estimators int default 100 and data path data/train.csv",
     {"name": "fraud", "environment": "python",
      "parameters": [{"name": "n_estimators", "type": "int", "default": 100}, {"name": "data", "type": "path", "default": "data/train.csv"}]}),
    ("serwer mlflow na kubernetesie w namespace tracking, postgres, minio, 2 repliki, host mlflow.firma.pl",
     {"parts": ["kubernetes"], "namespace": "tracking", "database": "postgres", "store": "minio", "replicas": 2, "hosts": ["mlflow.firma.pl"]}),
    ("docker-compose mlflow z minio i postgresem, bucket mlflow-artefakty, port 5001",
     {"parts": ["server"], "store": "minio", "artifacts": "mlflow-artefakty", "port": 5001}),
    ("Write a training script with xgboost that logs params, metrics and the model to MLflow, experiment churn-v2, registers the model "
     "as churn-classifier",
     {"parts": ["training"], "flavor": "xgboost", "experiment": "churn-v2", "registered": "churn-classifier", "parameters": None}),
    ("skrypt treningowy w pytorch z logowaniem do mlflow, epochs=5, learning_rate=0.01, eksperyment obrazy",
     {"parts": ["training"], "flavor": "pytorch", "experiment": "obrazy", "login": None,
      "parameters": [{"name": "epochs", "type": "int", "default": 5}, {"name": "learning_rate", "type": "float", "default": 0.01}]}),
    ("skrypt promujący model w rejestrze mlflow: alias champion, metryka f1", {"parts": ["registry"], "alias": "champion", "metric": "f1"}),
    ("mlflow server with sqlite and local artifacts on a volume", {"parts": ["server"], "database": "sqlite", "store": "volume"}),
    ("mlflow tracking server compose with basic auth and 4 workers", {"parts": ["server"], "login": True, "workers": 4}),
    ("a teraz port 5500 i bez logowania", {"parts": None, "port": 5500, "login": False}),
    ("change the bucket to s3://acme-ml-2 and use mysql", {"artifacts": "acme-ml-2", "database": "mysql"}),
    ("MLproject named wine with entry points main and evaluate, docker environment registry.acme.com/ml/wine:1.0",
     {"name": "wine", "parts": ["project"], "environment": "docker", "entry_points": ["main", "evaluate"],
      "image": "registry.acme.com/ml/wine:1.0"}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("mlflow", message)
    validated(load("mlflow"), read)
    assert {name: read.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("mlflow na k8s, sqlite, 3 repliki", "takes one pod only"),
        ("mlflow server compose, port 99999", "port: 99999"),
        ("mlflow compose, bucket o nazwie Moje_Artefakty", "artifacts: 'Moje_Artefakty'"),
        ("MLproject with parameters class=3", "a parameter cannot be called 'class'"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(message: str, rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("mlflow"), read_options("mlflow", message))
    assert rule in str(caught.value)
