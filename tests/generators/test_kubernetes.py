"""What is particular to manifests: which objects follow from which wishes, and how options meet."""

from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import generate, load, validated


def made(**options: Any) -> dict[str, dict[str, Any]]:
    """The objects by kind."""
    files = generate("kubernetes", options).files
    return {one["kind"]: one for file in files for one in yaml.safe_load_all(file.content)}


def container(workload: dict[str, Any]) -> dict[str, Any]:
    spec = workload["spec"]
    template = spec["jobTemplate"]["spec"]["template"] if workload["kind"] == "CronJob" else spec["template"]
    return template["spec"]["containers"][0]


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        ({}, {"Deployment", "Service", "PodDisruptionBudget"}),
        ({"replicas": 1}, {"Deployment", "Service"}),
        ({"objects": ["deployment", "service"]}, {"Deployment", "Service"}),
        ({"host": "a.example.com"}, {"Deployment", "Service", "PodDisruptionBudget", "Ingress"}),
        ({"max_replicas": 6}, {"Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler"}),
        ({"schedule": "0 5 * * *"}, {"CronJob"}),
        ({"objects": ["cronjob", "app", "pvc"]}, {"CronJob", "PersistentVolumeClaim"}),
        ({"objects": ["statefulset"]}, {"StatefulSet", "Service"}),
        ({"objects": ["deployment", "ingress"]}, {"Deployment", "Service", "Ingress"}),
        ({"objects": ["hpa"]}, {"HorizontalPodAutoscaler"}),
        ({"objects": ["networkpolicy", "default-deny"]}, {"NetworkPolicy"}),
        ({"without": ["service", "pdb"]}, {"Deployment"}),
        ({"storage": "5Gi"}, {"Deployment", "Service", "PersistentVolumeClaim"}),
        ({"role_arn": "arn:aws:iam::123456789012:role/x"}, {"Deployment", "Service", "PodDisruptionBudget", "ServiceAccount"}),
        ({"allow_from": ["gateway"]}, {"Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy"}),
    ],
)
def test_the_objects_follow_from_the_options(options: dict[str, Any], kinds: set[str]) -> None:
    assert set(made(**options)) == kinds


def test_an_autoscaler_rules_the_replicas_unless_they_are_told() -> None:
    assert "replicas" not in made(max_replicas=6)["Deployment"]["spec"]
    both = made(max_replicas=6, replicas=3)
    assert both["Deployment"]["spec"]["replicas"] == 3
    assert both["HorizontalPodAutoscaler"]["spec"]["minReplicas"] == 3


def test_a_name_comes_from_the_image() -> None:
    assert made(image="ghcr.io/acme/churn:1.4.0")["Deployment"]["metadata"]["name"] == "churn"
    assert made(image="registry.acme.io/reco/api:2.1.3")["Deployment"]["metadata"]["name"] == "reco-api"
    assert made(image="ghcr.io/acme/churn:1.4.0", name="other")["Deployment"]["metadata"]["name"] == "other"


@pytest.mark.parametrize(
    ("options", "requests", "limits"),
    [
        ({}, {"cpu": "250m", "memory": "512Mi"}, {"memory": "1Gi"}),
        ({"memory_limit": "256Mi"}, {"cpu": "250m", "memory": "256Mi"}, {"memory": "256Mi"}),
        ({"memory": "4Gi"}, {"cpu": "250m", "memory": "4Gi"}, {"memory": "4Gi"}),
        ({"cpu_limit": "100m"}, {"cpu": "100m", "memory": "512Mi"}, {"cpu": "100m", "memory": "1Gi"}),
        ({"gpu": 2}, {"cpu": "2", "memory": "4Gi"}, {"memory": "8Gi", "nvidia.com/gpu": 2}),
    ],
)
def test_requests_never_pass_their_limits(options: dict[str, Any], requests: dict[str, str], limits: dict[str, Any]) -> None:
    assert container(made(**options)["Deployment"])["resources"] == {"requests": requests, "limits": limits}


def test_every_pod_is_restricted() -> None:
    for workload in ("deployment", "statefulset", "daemonset", "job", "cronjob"):
        objects = made(objects=[workload])
        one = next(item for item in objects.values() if "template" in str(item) and item["kind"] != "Service")
        spec = one["spec"]["jobTemplate"]["spec"]["template"]["spec"] if workload == "cronjob" else one["spec"]["template"]["spec"]
        assert spec["securityContext"]["runAsNonRoot"] is True and spec["securityContext"]["runAsUser"] > 0
        assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert spec["automountServiceAccountToken"] is False
        assert container(one)["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }


def test_a_disk_of_one_node_means_one_pod_that_is_replaced_not_doubled() -> None:
    objects = made(storage="5Gi")
    assert objects["Deployment"]["spec"]["replicas"] == 1
    assert objects["Deployment"]["spec"]["strategy"] == {"type": "Recreate"}
    assert objects["PersistentVolumeClaim"]["spec"]["accessModes"] == ["ReadWriteOnce"]
    assert made(storage="5Gi", replicas=3)["PersistentVolumeClaim"]["spec"]["accessModes"] == ["ReadWriteMany"]


def test_secrets_are_named_but_never_made() -> None:
    options = {"secret": "api", "secret_env": [{"name": "DB_PASSWORD", "secret": "db", "key": "password"}], "namespace": "ml"}
    text = generate("kubernetes", options).files[0].content
    assert "kind: Secret" not in text
    assert "# " + "  kubectl create secret generic db --namespace ml --from-literal=password=..." in text
    assert container(yaml.safe_load(text.split("---")[0]))["env"] == [
        {"name": "DB_PASSWORD", "valueFrom": {"secretKeyRef": {"name": "db", "key": "password"}}}
    ]


def test_a_configmap_takes_the_variables_over() -> None:
    objects = made(objects=["deployment", "configmap"], env={"A": "1"})
    assert objects["ConfigMap"]["data"] == {"A": "1"}
    assert "env" not in container(objects["Deployment"])
    assert container(objects["Deployment"])["envFrom"] == [{"configMapRef": {"name": "model-api-config"}}]


@pytest.mark.parametrize("value", ["$(PATH)", "a $(B) c", "$$(C)", "plain $HOME"])
def test_kubernetes_expands_nothing_in_values(value: str) -> None:
    kept = container(made(env={"A": value})["Deployment"])["env"][0]["value"]
    assert kept.replace("$$", "$") == value or kept == value
    assert "$(" not in kept.replace("$$", "")


def test_several_workloads_have_selectors_of_their_own() -> None:
    objects = made(objects=["deployment", "cronjob", "service"], name="churn")
    assert objects["CronJob"]["metadata"]["name"] == "churn-cronjob"
    assert objects["Service"]["spec"]["selector"] == {
        "app.kubernetes.io/name": "churn",
        "app.kubernetes.io/component": "deployment",
    }


def test_overlays_change_hosts_bounds_and_images() -> None:
    options = {
        "layout": "kustomize",
        "name": "churn",
        "image": "ghcr.io/acme/churn:1.0",
        "host": "churn.example.com",
        "max_replicas": 6,
        "overlays": [{"name": "dev", "replicas": 1, "tag": "2.0"}, {"name": "prod"}],
    }
    files = {file.path: file for file in generate("kubernetes", options).files}
    dev = yaml.safe_load(files["k8s/overlays/dev/kustomization.yaml"].content)
    patches = {patch["target"]["kind"]: yaml.safe_load(patch["patch"]) for patch in dev["patches"]}
    assert dev["images"] == [{"name": "ghcr.io/acme/churn", "newTag": "2.0"}]
    assert patches["HorizontalPodAutoscaler"][0]["value"] == 1
    assert {step["value"] for step in patches["Ingress"]} == {"dev-churn.example.com"}
    assert "patches" not in yaml.safe_load(files["k8s/overlays/prod/kustomization.yaml"].content)
    assert all(file.passed for file in files.values())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"name": "x\n  securityContext:\n    privileged: true"}, "name: 'x\\n"),
        ({"name": "Churn_API"}, "DNS label"),
        ({"image": "ghcr.io/acme/api:1.0; rm -rf /"}, "image reference"),
        ({"schedule": "61 25 * * *"}, "minute '61' is outside 0-59"),
        ({"memory": "512MB"}, "quantity of memory"),
        ({"memory": "2Gi", "memory_limit": "1Gi"}, "raise memory_limit or lower memory"),
        ({"port": 99999}, "port: 99999"),
        ({"replicas": 3000}, "replicas: 3000"),
        ({"min_replicas": 5, "max_replicas": 2}, "`min_replicas`: 5 is more than max_replicas"),
        ({"min_available": 2, "replicas": 2}, "would block every drain"),
        ({"node_port": 30080}, "set service_type"),
        ({"node_port": 80, "service_type": "NodePort"}, "node_port: 80"),
        ({"objects": ["cronjob", "hpa"]}, "a cronjob is not autoscaled"),
        ({"storage": "1Gi", "replicas": 2, "access": "ReadWriteOnce"}, "choose ReadWriteMany"),
        ({"mount": "/tmp"}, "choose another, such as /data"),
        ({"without": ["deployment", "service", "pdb"]}, "nothing is left to make"),
        ({"env": {"A": "1"}, "secret_env": [{"name": "A", "secret": "s", "key": "k"}]}, "A has two values"),
        ({"env": {"bad-name": "1"}}, "environment variable"),
        ({"host": "a b.example.com"}, "host name"),
        ({"time_zone": "Warsaw"}, "time zone"),
        ({"role_arn": "arn:aws:s3:::bucket"}, "ARN of an IAM role"),
        ({"command": ["a\nb"]}, "single line"),
    ],
)
def test_what_cannot_be_is_refused_by_name_in_both_languages(options: dict[str, Any], words: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("kubernetes"), options)
    assert words in str(caught.value)
    assert caught.value.polish and caught.value.polish != str(caught.value)


@pytest.mark.extras
@pytest.mark.parametrize(
    "options",
    [
        {"storage": "5Gi"},
        {"min_available": 1},
        {"max_replicas": 6, "min_available": 1, "host": "*.example.com"},
        {"objects": ["statefulset", "cronjob"]},
        {"image": "ghcr.io/acme/x@sha256:" + "a" * 64, "overlays": [{"name": "prod", "tag": "2.0", "replicas": 4}]},
    ],
)
def test_what_kustomize_builds_of_overlays_fits_together(options: dict[str, Any]) -> None:
    files = generate("kubernetes", {"layout": "kustomize", **options}, heavy=True).files
    assert [check.detail for file in files for check in file.checks if check.passed is not True] == []
    assert any(check.tool == "kustomize build" for file in files for check in file.checks)


def test_a_service_in_front_of_a_job_alone_reaches_the_job() -> None:
    made = generate("kubernetes", {"objects": ["job", "service"]})
    assert "containerPort: 8000" in made.files[0].content
    assert [check for file in made.files for check in file.checks if check.passed is not True] == []
