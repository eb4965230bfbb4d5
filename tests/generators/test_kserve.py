"""What is particular to InferenceServices: modes, scaling and the account that reads the model."""

from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import generate, load, validated


def made(**options: Any) -> dict[str, dict[str, Any]]:
    (file,) = generate("kserve", options).files
    assert file.passed, file.checks
    return {one["kind"]: one for one in yaml.safe_load_all(file.content)}


def mode(service: dict[str, Any]) -> str:
    return str(service["metadata"]["annotations"]["serving.kserve.io/deploymentMode"])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, "Standard"),
        ({"canary": 10}, "Knative"),
        ({"min_replicas": 0}, "Knative"),
        ({"scale_metric": "rps"}, "Knative"),
        ({"concurrency": 4}, "Knative"),
        ({"scale_metric": "cpu"}, "Standard"),
        ({"mode": "RawDeployment"}, "RawDeployment"),
        ({"mode": "Serverless", "canary": 20}, "Serverless"),
    ],
)
def test_the_mode_is_the_simplest_that_can_do_it(options: dict[str, Any], expected: str) -> None:
    assert mode(made(**options)["InferenceService"]) == expected


def test_a_gpu_is_not_scaled_by_cpu() -> None:
    predictor = made(gpu=1, max_replicas=3)["InferenceService"]["spec"]["predictor"]
    assert "scaleMetric" not in predictor
    assert predictor["model"]["resources"]["limits"]["nvidia.com/gpu"] == 1
    assert predictor["tolerations"][0]["key"] == "nvidia.com/gpu"
    assert made(gpu=1)["InferenceService"]["spec"]["predictor"]["maxReplicas"] == 1


def test_the_name_comes_from_the_models_folder() -> None:
    assert made(storage_uri="gs://firma-modele/fraud/2")["InferenceService"]["metadata"]["name"] == "fraud"
    assert made(storage_uri="s3://mlflow/1/abc/artifacts/model")["InferenceService"]["metadata"]["name"] == "model"


def test_formats_that_know_only_the_second_protocol_name_it() -> None:
    assert made(model_format="mlflow")["InferenceService"]["spec"]["predictor"]["model"]["protocolVersion"] == "v2"
    assert "protocolVersion" not in made(model_format="sklearn")["InferenceService"]["spec"]["predictor"]["model"]


def test_keys_of_the_storage_come_with_an_account_of_their_own() -> None:
    objects = made(name="churn", secret="s3-keys", namespace="models")
    assert objects["ServiceAccount"]["secrets"] == [{"name": "s3-keys"}]
    assert objects["InferenceService"]["spec"]["predictor"]["serviceAccountName"] == "churn-reader"
    assert "Secret" not in objects


def test_an_own_image_gets_the_model_too() -> None:
    (container,) = made(own_image="ghcr.io/acme/x:1", storage_uri="s3://m/x/1")["InferenceService"]["spec"]["predictor"][
        "containers"
    ]
    assert container["name"] == "kserve-container"
    assert {"name": "STORAGE_URI", "value": "s3://m/x/1"} in container["env"]
    assert container["securityContext"]["runAsNonRoot"] is True


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"mode": "Standard", "canary": 10}, "choose mode Knative, or leave canary out"),
        ({"mode": "RawDeployment", "min_replicas": 0}, "`min_replicas`: the mode RawDeployment cannot do this"),
        ({"min_replicas": 4, "max_replicas": 2}, "is more than max_replicas"),
        ({"scale_metric": "cpu", "scale_target": 200}, "is never reached"),
        ({"storage_uri": "models:/churn/1"}, "address of a stored model"),
        ({"storage_uri": "s3://a/{{ x }}"}, "address of a stored model"),
        ({"service_account": "a", "secret": "b"}, "leave secret and role_arn out"),
        ({"canary": 101}, "canary: 101"),
        ({"model_format": "scikit"}, "model_format"),
    ],
)
def test_what_cannot_be_is_refused_by_name_in_both_languages(options: dict[str, Any], words: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("kserve"), options)
    assert words in str(caught.value)
    assert caught.value.polish and caught.value.polish != str(caught.value)
