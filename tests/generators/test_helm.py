"""What is particular to charts: values, their schema, and the templates' agreement with them."""

import json
from typing import Any

import pytest
import yaml
from helm_here import NEEDS_HELM
from jsonschema import Draft202012Validator

from errors import BadOption
from generators import generate, load, validated


def made(**options: Any) -> dict[str, str]:
    generated = generate("helm", options)
    assert all(file.passed for file in generated.files)
    return {file.path.partition("/")[2]: file.content for file in generated.files}


def test_values_say_what_was_asked_for() -> None:
    files = made(
        name="churn",
        image="ghcr.io/acme/churn:1.4.0",
        replicas=3,
        host="churn.example.com",
        max_replicas=8,
        cpu_target=60,
        secret="env",
    )
    values = yaml.safe_load(files["values.yaml"])
    assert values["image"] == {"repository": "ghcr.io/acme/churn", "tag": "1.4.0", "digest": "", "pullPolicy": "IfNotPresent"}
    assert values["replicaCount"] == 3
    assert values["ingress"]["enabled"] and values["ingress"]["host"] == "churn.example.com"
    assert values["autoscaling"] == {"enabled": True, "minReplicas": 3, "maxReplicas": 8, "utilization": {"cpu": 60}}
    assert values["existingSecret"] == "env"
    assert yaml.safe_load(files["Chart.yaml"])["appVersion"] == "1.4.0"


def test_an_image_by_its_digest_keeps_it() -> None:
    digest = "sha256:" + "a" * 64
    values = yaml.safe_load(made(image=f"ghcr.io/acme/churn@{digest}")["values.yaml"])
    assert values["image"]["repository"] == "ghcr.io/acme/churn"
    assert values["image"]["digest"] == digest


def test_a_misspelt_or_impossible_value_breaks_the_schema() -> None:
    files = made()
    rules = Draft202012Validator(json.loads(files["values.schema.json"]))
    values = yaml.safe_load(files["values.yaml"])
    assert list(rules.iter_errors(values)) == []
    for wrong in ({"replicaCounts": 3}, {"replicaCount": "3"}, {"service": {**values["service"], "port": 0}}, {"config": {"A": 1}}):
        assert list(rules.iter_errors({**values, **wrong})), wrong


def test_each_environment_has_its_values() -> None:
    files = made(environments=[{"name": "dev", "replicas": 1, "tag": "edge"}, {"name": "prod"}], labels={"team": "ml"})
    assert yaml.safe_load(files["values-dev.yaml"]) == {
        "replicaCount": 1,
        "labels": {"team": "ml", "environment": "dev"},
        "image": {"tag": "edge"},
    }
    assert yaml.safe_load(files["values-prod.yaml"]) == {"labels": {"team": "ml", "environment": "prod"}}


def test_a_cronjob_has_neither_ports_nor_probes() -> None:
    files = made(workload="cronjob", schedule="0 5 * * 1", time_zone="Europe/Warsaw")
    values = yaml.safe_load(files["values.yaml"])
    assert (values["schedule"], values["timeZone"]) == ("0 5 * * 1", "Europe/Warsaw")
    assert "service" not in values and "readinessProbe" not in values
    assert "templates/service.yaml" not in files and "containerPort" not in files["templates/_pod.tpl"]
    assert "templates/tests/connection.yaml" not in files


@pytest.mark.parametrize("value", ["{{ .Values.secret }}", "${HOME}", "a: b", '"quoted"', "żółw #1"])
def test_values_stay_values(value: str) -> None:
    files = made(env={"A": value})
    assert yaml.safe_load(files["values.yaml"])["config"] == {"A": value}
    assert all(value not in text for path, text in files.items() if path.startswith("templates/"))


@pytest.mark.extras
@NEEDS_HELM
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"env": {"A": "{{ .Values.x }}", "B": 'say "hi" \\ $(C)'}, "command": ["sh", "-c", "echo $(A)"]},
        {"workload": "cronjob", "gpu": 1, "storage": "5Gi", "parallelism": 2, "completions": 4},
        {"storage": "5Gi", "service_type": "headless", "min_available": 1, "replicas": 3, "probe": "grpc"},
        {"gpu": 2, "service_type": "NodePort", "node_port": 30080, "role_arn": "arn:aws:iam::123456789012:role/x"},
    ],
)
def test_helm_itself_renders_what_kubernetes_takes(options: dict[str, Any]) -> None:
    checks = [check for file in generate("helm", options, heavy=True).files for check in file.checks]
    assert {check.tool for check in checks if check.passed} >= {"helm", "own check: Helm chart"}
    assert [check.detail for check in checks if check.passed is not True] == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"chart_version": "1.2"}, "three numbers, such as 1.2.0"),
        ({"chart_version": "01.2.3"}, "no semantic version"),
        ({"environments": [{"name": "a"}, {"name": "a"}]}, "`environments`: two have the same name"),
        ({"storage": "1Gi", "access": "ReadWriteOnce", "max_replicas": 3}, "choose ReadWriteMany or one replica"),
        ({"name": "Fraud"}, "DNS label"),
        ({"environments": [{"name": "a/../b"}]}, "DNS label"),
    ],
)
def test_what_cannot_be_is_refused_by_name_in_both_languages(options: dict[str, Any], words: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("helm"), options)
    assert words in str(caught.value)
    assert caught.value.polish and caught.value.polish != str(caught.value)


@pytest.mark.extras
@NEEDS_HELM
def test_names_that_read_like_truth_values_and_numbers_stay_names() -> None:
    options = {
        "secret": "n",
        "pull_secret": "y",
        "labels": {"build": "1234e56"},
        "image": "ghcr.io/acme/x:9e15",
        "min_available": 3,
    }
    checks = [check for file in generate("helm", options, heavy=True).files for check in file.checks]
    assert [check.detail for check in checks if check.passed is not True] == []
