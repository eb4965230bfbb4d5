"""What is particular to Seldon Core: two versions, second predictors and experiments."""

from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import generate, load, validated


def made(**options: Any) -> list[dict[str, Any]]:
    (file,) = generate("seldon", options).files
    assert file.passed, file.checks
    return list(yaml.safe_load_all(file.content))


@pytest.mark.parametrize(
    ("options", "predictors"),
    [
        ({}, [("default", None, None)]),
        ({"release": "canary"}, [("default", 90, None), ("canary", 10, None)]),
        ({"release": "ab"}, [("default", 50, None), ("challenger", 50, None)]),
        ({"release": "shadow"}, [("default", 100, None), ("shadow", None, True)]),
        ({"release": "canary", "traffic": 25}, [("default", 75, None), ("canary", 25, None)]),
    ],
)
def test_a_second_version_is_a_second_predictor(options: dict[str, Any], predictors: list[tuple[Any, ...]]) -> None:
    (deployment,) = made(**options)
    assert [(one["name"], one.get("traffic"), one.get("shadow")) for one in deployment["spec"]["predictors"]] == predictors


@pytest.mark.parametrize(
    ("options", "uris"),
    [
        ({"model_uri": "s3://m/churn/4"}, ["s3://m/churn/4", "s3://m/churn/5"]),
        ({"model_uri": "s3://m/churn/v9/"}, ["s3://m/churn/v9/", "s3://m/churn/v10/"]),
        ({"second_uri": "s3://m/churn/5"}, ["s3://m/churn/4", "s3://m/churn/5"]),
        ({"model_uri": "gs://m/iris"}, ["gs://m/iris", "gs://m/iris-next"]),
        ({"model_uri": "s3://a/x/1", "second_uri": "s3://b/y/7"}, ["s3://a/x/1", "s3://b/y/7"]),
    ],
)
def test_the_second_version_lies_beside_the_first(options: dict[str, Any], uris: list[str]) -> None:
    (deployment,) = made(release="canary", **options)
    assert [one["graph"]["modelUri"] for one in deployment["spec"]["predictors"]] == uris


def test_an_autoscaler_rules_the_replicas() -> None:
    predictor = made(max_replicas=6, min_replicas=2)[0]["spec"]["predictors"][0]
    assert "replicas" not in predictor
    assert predictor["componentSpecs"][0]["hpaSpec"]["maxReplicas"] == 6


def test_a_transformer_stands_before_the_model() -> None:
    predictor = made(transformer="ghcr.io/acme/pre:1")[0]["spec"]["predictors"][0]
    assert predictor["graph"]["type"] == "TRANSFORMER"
    assert [child["name"] for child in predictor["graph"]["children"]] == ["model"]
    assert [one["name"] for one in predictor["componentSpecs"][0]["spec"]["containers"]] == ["transformer", "model"]


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        ({}, ["Model"]),
        ({"release": "ab"}, ["Model", "Model", "Experiment"]),
        ({"release": "shadow", "traffic": 20}, ["Model", "Model", "Experiment"]),
        ({"steps": ["a", "b", "c"]}, ["Model", "Model", "Model", "Pipeline"]),
        ({"gpu": 1, "server": "triton"}, ["Server", "Model"]),
    ],
)
def test_the_second_version_of_seldon_has_resources_of_its_own(options: dict[str, Any], kinds: list[str]) -> None:
    assert [one["kind"] for one in made(api="v2", **options)] == kinds


def test_each_step_of_a_pipeline_reads_the_one_before() -> None:
    pipeline = made(steps=["features", "model", "drift"])[-1]
    assert pipeline["spec"]["steps"] == [
        {"name": "features"},
        {"name": "model", "inputs": ["features"]},
        {"name": "drift", "inputs": ["model"]},
    ]
    assert pipeline["spec"]["output"] == {"steps": ["drift"]}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"release": "canary", "traffic": 100}, "leave nothing for the first version"),
        ({"min_replicas": 5, "max_replicas": 2}, "is more than max_replicas"),
        ({"api": "v1", "steps": ["a", "b"]}, "only Seldon Core 2 has pipelines"),
        ({"api": "v2", "transformer": "a/b:1"}, "Seldon Core 2 has no such field"),
        ({"steps": ["a", "a"]}, "each model stands once"),
        ({"server": "sklern"}, "server"),
        ({"model_uri": "s3://a b"}, "address of a stored model"),
        ({"replicas": 0}, "replicas: 0"),
    ],
)
def test_what_cannot_be_is_refused_by_name_in_both_languages(options: dict[str, Any], words: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("seldon"), options)
    assert words in str(caught.value)
    assert caught.value.polish and caught.value.polish != str(caught.value)
