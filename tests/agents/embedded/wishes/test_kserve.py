"""Requests for InferenceServices, as people type them."""

import pytest

from agents.embedded.wishes import read_options, read_wish
from errors import BadOption
from generators import load, validated

CASES = [
    ("inferenceservice kserve dla modelu xgboost, gs://firma-modele/fraud/2, minimum 1 replika max 4",
     {"model_format": "xgboost", "storage_uri": "gs://firma-modele/fraud/2", "min_replicas": 1, "max_replicas": 4}),
    ("KServe InferenceService named churn for a sklearn model at s3://acme-models/churn/3, 2 CPU, 4Gi memory, namespace models",
     {"name": "churn", "model_format": "sklearn", "storage_uri": "s3://acme-models/churn/3", "cpu": "2", "memory": "4Gi",
      "memory_limit": "4Gi", "namespace": "models"}),
    ("kserve huggingface llm hf://Qwen/Qwen2.5-0.5B-Instruct with 1 GPU and 16Gi memory, name qwen",
     {"name": "qwen", "model_format": "huggingface", "storage_uri": "hf://Qwen/Qwen2.5-0.5B-Instruct", "gpu": 1, "memory": "16Gi",
      "memory_limit": "16Gi"}),
    ("zrob inferenceservice dla modelu mlflow s3://mlflow-artifacts/1/abc/artifacts/model, skalowanie do zera, max 5",
     {"model_format": "mlflow", "storage_uri": "s3://mlflow-artifacts/1/abc/artifacts/model", "min_replicas": 0, "max_replicas": 5}),
    ("wydaj nową wersję s3://models/churn/8 jako kanarka 10%", {"storage_uri": "s3://models/churn/8", "canary": 10}),
    ("kserve canary: 20% of traffic to the new version gs://m/fraud/3, sklearn",
     {"model_format": "sklearn", "storage_uri": "gs://m/fraud/3", "canary": 20}),
    ("KServe tensorflow model, scale on concurrency 10, min 0 max 10, containerConcurrency 20",
     {"model_format": "tensorflow", "min_replicas": 0, "max_replicas": 10, "scale_metric": "concurrency", "scale_target": 10, "concurrency": 20}),
    ("serverless inferenceservice onnx, 50 rps target, storage s3://m/vision/1",
     {"model_format": "onnx", "storage_uri": "s3://m/vision/1", "mode": "Serverless", "scale_metric": "rps", "scale_target": 50}),
    ("InferenceService RawDeployment dla pytorch, 2 repliki, pvc://models-pvc/resnet, service account models-reader",
     {"model_format": "pytorch", "storage_uri": "pvc://models-pvc/resnet", "mode": "RawDeployment", "min_replicas": 2, "max_replicas": 2,
      "service_account": "models-reader"}),
    ("kserve with my own image ghcr.io/acme/churn-kserve:1.0.0 and a transformer ghcr.io/acme/churn-pre:1.0.0",
     {"own_image": "ghcr.io/acme/churn-kserve:1.0.0", "transformer": "ghcr.io/acme/churn-pre:1.0.0"}),
    ("daj kserve dla lightgbm, secret s3-creds, protocol v2, prometheus",
     {"model_format": "lightgbm", "secret": "s3-creds", "protocol": "v2", "metrics": True}),
    ("zmień na 3 repliki i limit pamięci 8Gi", {"min_replicas": 3, "max_replicas": 3, "memory_limit": "8Gi"}),
    ("kserve: autoscaling po cpu 60%, od 2 do 6 replik, sklearn, nazwa odejscia",
     {"name": "odejscia", "model_format": "sklearn", "min_replicas": 2, "max_replicas": 6, "scale_metric": "cpu", "scale_target": 60}),
    ("inference service with request logging to http://event-collector.monitoring and batch size 16, timeout 30s",
     {"logger": "http://event-collector.monitoring", "batch": 16, "timeout": 30}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("kserve", message)
    validated(load("kserve"), read)
    assert read == expected


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("models:/churn/Production jako inferenceservice mlflow", "models:/churn/Production"),
        ("kserve w trybie RawDeployment z canary 10%", "canary"),
        ("inferenceservice sklearn, min 5 max 2", "5"),
        ('inferenceservice o nazwie "x\n  privileged: true"', "name"),
    ],
)
def test_an_impossible_value_is_refused_by_name(message: str, named: str) -> None:
    with pytest.raises(BadOption, match=named):
        validated(load("kserve"), read_options("kserve", message))


def test_later_turns_change_the_service() -> None:
    wish = read_wish(["inferenceservice dla sklearn s3://m/churn/3", "a teraz kanarek 10% z s3://m/churn/4"])
    assert wish is not None and wish.kinds == ["kserve"]
    assert wish.options["storage_uri"] == "s3://m/churn/4" and wish.options["canary"] == 10
