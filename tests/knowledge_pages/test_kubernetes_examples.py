"""Manifests fit Kubernetes' own schemas, closed to unknown fields, and their parts find each other."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import kubernetes_validate
import pytest
import yaml
from judging import SCHEMAS, guides_with
from pages import Example, examples

VERSION = "1.37"
# Kinds that Kubernetes learns from an operator, and the file that holds their schema where we have one.
CUSTOM = {
    ("gateway.networking.k8s.io/v1", "HTTPRoute"): None,
    ("kubeflow.org/v1beta1", "Experiment"): None,
    ("machinelearning.seldon.io/v1", "SeldonDeployment"): "seldon/seldondeployment_v1.json",
    ("mlops.seldon.io/v1alpha1", "Experiment"): "seldon-v2/experiment_v1alpha1.json",
    ("mlops.seldon.io/v1alpha1", "Model"): "seldon-v2/model_v1alpha1.json",
    ("mlops.seldon.io/v1alpha1", "Pipeline"): "seldon-v2/pipeline_v1alpha1.json",
    ("mlops.seldon.io/v1alpha1", "Server"): "seldon-v2/server_v1alpha1.json",
    ("serving.kserve.io/v1beta1", "InferenceService"): "kserve/inferenceservice_v1beta1.json",
}
QUANTITY = re.compile(r"\d+(\.\d+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?")
Manifest = dict[str, Any]


def manifests_in(example: Example) -> list[Manifest]:
    if "apiVersion" not in example.text or "fragment" in example.marks:
        return []
    documents = [document for document in yaml.safe_load_all(example.text) if isinstance(document, dict)]
    return [document for document in documents if {"apiVersion", "kind"} <= document.keys()]


MANIFESTS = [(example, manifest) for example in examples("yaml") for manifest in manifests_in(example)]
GUIDES = guides_with(example for example, _ in MANIFESTS)


@pytest.mark.parametrize("guide", GUIDES)
def test_manifests_fit_their_schema(guide: str) -> None:
    judged = [(example.place, complaint(manifest)) for example, manifest in MANIFESTS if example.guide == guide]
    assert [(place, wrong) for place, wrong in judged if wrong] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_the_parts_of_a_manifest_find_each_other(guide: str) -> None:
    for example, manifest in MANIFESTS:
        if example.guide == guide:
            assert list(loose_ends(manifest)) == [], example.place


def test_an_unknown_field_is_seen() -> None:
    service = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": {"port": [80]}}
    assert "port" in complaint(service)


def test_a_selector_that_finds_nothing_is_seen() -> None:
    spec = {"selector": {"matchLabels": {"app": "a"}}, "template": {"metadata": {"labels": {"app": "b"}}}}
    assert list(loose_ends({"kind": "Deployment", "spec": spec})) == ["the selector does not find the pods of its own template"]
    assert list(loose_ends({"kind": "Pod", "spec": {"containers": [{"resources": {"limits": {"memory": "512MB"}}}]}}))


def complaint(manifest: Manifest) -> str:
    """What the schema of its kind says against it; nothing for a kind whose schema we do not have."""
    kind = (manifest["apiVersion"], manifest["kind"])
    try:
        if kind in CUSTOM:
            _judge_custom(manifest, CUSTOM[kind])
        else:
            kubernetes_validate.validate(manifest, VERSION, strict=True)
    except (jsonschema.ValidationError, kubernetes_validate.SchemaNotFoundError) as error:
        return str(error)[:300]
    return ""


def _judge_custom(manifest: Manifest, file: str | None) -> None:
    if file and SCHEMAS.exists():
        _validator(file).validate(manifest)


@cache
def _validator(file: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads((SCHEMAS / file).read_text(encoding="utf-8")))


def loose_ends(manifest: Manifest) -> Iterator[str]:
    """What a schema cannot see."""
    spec = manifest.get("spec", {})
    template = spec.get("template", {}) if manifest["kind"] != "CronJob" else spec["jobTemplate"]["spec"]["template"]
    if manifest["kind"] == "Deployment":
        labels = template["metadata"]["labels"].items()
        if not spec["selector"]["matchLabels"].items() <= labels:
            yield "the selector does not find the pods of its own template"
    if manifest["kind"] in ("Job", "CronJob") and template["spec"].get("restartPolicy") not in ("Never", "OnFailure"):
        yield "a Job restarts its pods Never or OnFailure"
    pod = spec if manifest["kind"] == "Pod" else template.get("spec", {})
    volumes = {volume["name"] for volume in pod.get("volumes", [])}
    for container in pod.get("containers", []):
        resources = container.get("resources", {})
        amounts = [str(amount) for side in ("requests", "limits") for amount in resources.get(side, {}).values()]
        yield from (f"{amount} is not a quantity" for amount in amounts if not QUANTITY.fullmatch(amount))
        mounted = {mount["name"] for mount in container.get("volumeMounts", [])}
        yield from (f"no volume {name}" for name in mounted - volumes)
