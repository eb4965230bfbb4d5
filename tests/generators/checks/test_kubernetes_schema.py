"""The API's schema, in the compact form that ships."""

from pathlib import Path

import pytest
from kubernetes_samples import APPLICATION, broken, written
from shared_samples import shared_samples

from generators.checks import kubernetes_schema

SEEN = {"broken_field.yaml", "broken_type.yaml", "broken_ingress.yaml", "broken_removed_api.yaml"}


def test_a_good_application_passes(tmp_path: Path) -> None:
    assert kubernetes_schema.check(tmp_path, written(tmp_path)) == []


FAULTS = [
    ("containerPort: 8000", "containerPorts: 8000", "containerPorts", "'containerPorts' was unexpected"),
    ("replicas: 2", 'replicas: "2"', "replicas: ", "'2' is not of type 'integer'"),
    ("pathType: Prefix", "pathTyp: Prefix", "- path: /", "'pathTyp' was unexpected"),
    ("autoscaling/v2", "autoscaling/v2beta2", "autoscaling/v2beta2", "has no HorizontalPodAutoscaler in autoscaling/v2beta2"),
    ("data: {LOG_LEVEL: INFO}", "data: {LOG_LEVEL: 3}", "LOG_LEVEL: 3}", "3 is not of type 'string'"),
    ("  timeZone: ", "  # timeZone: ", None, None),
    ("  schedule: ", "  # schedule: ", "spec:\n  # schedule", "'schedule' is a required property"),
]


@pytest.mark.parametrize(("old", "new", "at", "message"), FAULTS, ids=[fault[1] for fault in FAULTS])
def test_a_fault_is_found_at_its_line(tmp_path: Path, old: str, new: str, at: str | None, message: str | None) -> None:
    text = broken(old, new)
    found = kubernetes_schema.check(tmp_path, written(tmp_path, text))
    if at is None:
        assert found == []
    else:
        assert found[0].line == text[: text.index(at)].count("\n") + 1
        assert message in found[0].message


def test_an_object_without_a_kind_is_a_fault(tmp_path: Path) -> None:
    found = kubernetes_schema.check(tmp_path, written(tmp_path, APPLICATION + "---\napiVersion: v1\nmetadata: {name: x}\n"))
    assert [problem.message for problem in found] == ["an object has no kind"]


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        ("k8s/app.yaml", "apiVersion: apps/v1\nkind: Deployment\n", True),
        ("k8s/app.yml", "kind: Secret\napiVersion: v1\n", True),
        ("chart/templates/app.yaml", "apiVersion: apps/v1\n", False),
        ("kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\n", False),
        ("service.yaml", "apiVersion: serving.kserve.io/v1beta1\n", False),
        ("gateway.yaml", "apiVersion: gateway.networking.k8s.io/v1\n", False),
        ("both.yaml", "apiVersion: serving.kserve.io/v1beta1\n---\napiVersion: v1\n", True),
        ("compose.yaml", "services: {}\n", False),
        ("notes.txt", "apiVersion: v1\n", False),
    ],
)
def test_it_wants_manifests_only(path: str, text: str, wanted: bool) -> None:
    assert kubernetes_schema.wants(path, text) is wanted


@pytest.mark.parametrize("sample", shared_samples("k8s"))
def test_it_agrees_with_the_shared_samples(sample: Path) -> None:
    found = kubernetes_schema.check(sample.parent, [sample.name])
    assert bool(found) is (sample.name in SEEN), found
