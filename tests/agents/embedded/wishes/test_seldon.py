"""Requests for Seldon Core, as people type them."""

import pytest

from agents.embedded.wishes import read_options, read_wish
from errors import BadOption
from generators import load, validated

CASES = [
    ("daj SeldonDeployment dla tensorflow, model gs://modele/obrazy, nazwa obrazy",
     {"name": "obrazy", "server": "tensorflow", "model_uri": "gs://modele/obrazy", "api": "v1"}),
    ("a teraz 3 repliki", {"replicas": 3}),
    ("SeldonDeployment named churn, sklearn, s3://ml-models/churn/v4, 2 replicas, secret s3-creds, namespace models",
     {"name": "churn", "server": "sklearn", "model_uri": "s3://ml-models/churn/v4", "replicas": 2, "secret": "s3-creds", "namespace": "models",
      "api": "v1"}),
    ("seldon canary: 90% s3://m/fraud/1 and 10% s3://m/fraud/2, xgboost",
     {"server": "xgboost", "model_uri": "s3://m/fraud/1", "second_uri": "s3://m/fraud/2", "release": "canary", "traffic": 10}),
    ("dodaj kanarka 20% z s3://m/fraud/3", {"release": "canary", "second_uri": "s3://m/fraud/3", "traffic": 20}),
    ("seldon test A/B 50/50 dwóch modeli s3://m/a/1 i s3://m/b/1",
     {"model_uri": "s3://m/a/1", "second_uri": "s3://m/b/1", "release": "ab", "traffic": 50}),
    ("seldon core 2 model for mlflow s3://mlflow/1/abc/artifacts/model with 3 replicas and 1Gi memory",
     {"server": "mlflow", "model_uri": "s3://mlflow/1/abc/artifacts/model", "api": "v2", "replicas": 3, "memory": "1Gi", "memory_limit": "1Gi"}),
    ("Seldon Core v2 pipeline: preprocess -> churn -> drift", {"api": "v2", "steps": ["preprocess", "churn", "drift"]}),
    ("seldon shadow deployment of a new version s3://m/churn/5 beside s3://m/churn/4",
     {"model_uri": "s3://m/churn/4", "second_uri": "s3://m/churn/5", "release": "shadow"}),
    ("seldon z hpa od 2 do 6, cpu 60%, triton, gs://m/vision/1, 1 gpu",
     {"server": "triton", "model_uri": "gs://m/vision/1", "gpu": 1, "min_replicas": 2, "max_replicas": 6, "cpu_target": 60}),
    ("SeldonDeployment with my own image ghcr.io/acme/churn-seldon:1.2 and a transformer ghcr.io/acme/pre:1.0",
     {"own_image": "ghcr.io/acme/churn-seldon:1.2", "transformer": "ghcr.io/acme/pre:1.0", "api": "v1"}),
    ("potrzebuję seldona dla modelu mlflow z pvc://modele/odejscia, limit pamięci 4Gi, requests 500m cpu",
     {"server": "mlflow", "model_uri": "pvc://modele/odejscia", "memory_limit": "4Gi", "cpu": "500m"}),
    ("eksperyment seldon core 2: 80% churn, 20% nowa wersja s3://m/churn/5",
     {"api": "v2", "release": "ab", "second_uri": "s3://m/churn/5", "traffic": 20}),
    ("huggingface na seldonie, nazwa sentiment, logger http://broker.logging",
     {"name": "sentiment", "server": "huggingface", "logger": "http://broker.logging"}),
    ("SeldonDeployment: 3 replicas default predictor with 75% traffic and canary predictor with 25%, sklearn models gs://x/iris/v1 and gs://x/iris/v2",
     {"server": "sklearn", "model_uri": "gs://x/iris/v1", "second_uri": "gs://x/iris/v2", "release": "canary", "traffic": 25, "replicas": 3,
      "api": "v1"}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("seldon", message)
    validated(load("seldon"), read)
    assert read == expected


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("seldon deployment dla modelu xgboost 0 replik", "replicas"),
        ("seldon canary 100% dla s3://m/churn/5", "traffic"),
        ("SeldonDeployment 'Bad_Name' sklearn", "Bad_Name"),
        ("seldon core 2 z transformerem ghcr.io/a/b:1", "transformer"),
    ],
)
def test_an_impossible_value_is_refused_by_name(message: str, named: str) -> None:
    with pytest.raises(BadOption, match=named):
        validated(load("seldon"), read_options("seldon", message))


def test_later_turns_change_the_deployment() -> None:
    wish = read_wish(
        ["daj SeldonDeployment dla tensorflow, model gs://modele/obrazy, nazwa obrazy", "a teraz 3 repliki", "dodaj hpa max 5"]
    )
    assert wish is not None and wish.kinds == ["seldon"]
    assert wish.options == {
        "name": "obrazy",
        "server": "tensorflow",
        "model_uri": "gs://modele/obrazy",
        "api": "v1",
        "replicas": 3,
        "max_replicas": 5,
    }
