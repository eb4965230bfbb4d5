"""What a schema cannot know: that the objects of a set fit together."""

from pathlib import Path

import pytest
from kubernetes_samples import APPLICATION, broken, written
from shared_samples import shared_samples

from generators.checks import kubernetes_rules
from generators.checks.kubernetes_rules.quantities import amount

BY_SCHEMA = {"valid.yaml", "broken_field.yaml", "broken_type.yaml", "broken_removed_api.yaml"}

FAULTS = [
    ("matchLabels: {app: scoring}", "matchLabels: {app: scorin}", "does not match the pods' labels"),
    ("  selector: {app: scoring}\n  ports", "  selector: {app: scorin}\n  ports", "finds no pod"),
    ("targetPort: http", "targetPort: web", "the pods have no port 'web'"),
    ("targetPort: http", "targetPort: 9000", "the pods have no port 9000"),
    ("port: 80,", "port: 80000,", "80000 is no port"),
    ("backend: {service: {name: scoring,", "backend: {service: {name: scorin,", "there is no Service 'scorin'"),
    ("port: {name: http}}}", "port: {number: 81}}}", "Service scoring has no port 81"),
    ("hosts: [scoring.example.com]", "hosts: [www.example.com]", "no rule is for www.example.com"),
    ("pathType: Prefix", "pathType: Starts", "Prefix, Exact and ImplementationSpecific are possible"),
    ("kind: Deployment, name: scoring", "kind: Deployment, name: scorin", "there is no Deployment scorin"),
    ("minReplicas: 2", "minReplicas: 7", "7 is more than maxReplicas, 6"),
    ("requests: {cpu: 250m, memory: 512Mi}", "requests: {memory: 512Mi}", "a container requests no cpu"),
    ("minAvailable: 1", "minAvailable: 2", "no pod could ever be moved"),
    ("minAvailable: 1", "maxUnavailable: 1\n  minAvailable: 1", "exactly one of minAvailable and maxUnavailable"),
    ("podSelector: {matchLabels: {app: scoring}}", "podSelector: {matchLabels: {app: x}}", "finds no pod"),
    ("policyTypes: [Ingress]", "policyTypes: [Egress]", "the rules of ingress mean nothing"),
    ("memory: 512Mi", "memory: 512MB", "'512MB' is no quantity of memory"),
    ("memory: 512Mi", "memory: 2Gi", "more memory is requested than the limit allows"),
    ("limits: {memory: 1Gi}", "limits: {memory: 1Gi, nvidia.com/gpu: 0.5}", "no quantity of nvidia.com/gpu"),
    ('schedule: "0 3 * * *"', 'schedule: "0 25 * * *"', "hour '25' is outside 0-23"),
    ("timeZone: Europe/Warsaw", "timeZone: Warsaw time", "is no time zone"),
    ("concurrencyPolicy: Forbid", "concurrencyPolicy: Never", "Allow, Forbid and Replace are possible"),
    ("restartPolicy: Never", "restartPolicy: Always", "a Job needs Never or OnFailure, not Always"),
    ("          restartPolicy: Never\n", "", "not the default Always"),
    ("httpGet: {path: /health, port: http}", "httpGet: {path: /health, port: web}", "the container has no port 'web'"),
    (
        "httpGet: {path: /health, port: http}",
        "httpGet: {path: /, port: http}\n            tcpSocket: {port: http}",
        "exactly one of",
    ),
    ("volumeMounts:\n            - {name: tmp,", "volumeMounts:\n            - {name: temp,", "there is no volume 'temp'"),
    ("{name: http, containerPort: 8000}", "{name: HTTP, containerPort: 8000}", "'HTTP' is no port name"),
    ("name: LOG_LEVEL,", "name: LOG LEVEL,", "is no name of a variable"),
    ("key: LOG_LEVEL}", "key: LEVEL}", "ConfigMap settings has no key 'LEVEL'"),
    ("runAsUser: 10001", "runAsUser: 0", "runAsNonRoot forbids the user 0"),
    ("serviceAccountName: scoring", "serviceAccountName: other", "there is no ServiceAccount 'other'"),
    ("name: scoring\n  labels", "name: Scoring_API\n  labels", "'Scoring_API' is no valid name"),
    ("labels: {app: scoring}\nspec", "labels: {app: 'scoring api'}\nspec", "is no valid value of a label"),
    ("accessModes: [ReadWriteOnce]", "accessModes: [Once]", "accessModes must be some of"),
    ("storage: 10Gi", "storage: 10 GB", "'10 GB' is no size"),
]


def test_a_good_application_passes(tmp_path: Path) -> None:
    assert kubernetes_rules.check(tmp_path, written(tmp_path)) == []


@pytest.mark.parametrize(("old", "new", "message"), FAULTS, ids=[fault[2][:40] + str(at) for at, fault in enumerate(FAULTS)])
def test_what_does_not_fit_is_found(tmp_path: Path, old: str, new: str, message: str) -> None:
    found = kubernetes_rules.check(tmp_path, written(tmp_path, broken(old, new)))
    assert any(message in problem.message for problem in found), found
    assert all(problem.line for problem in found)


def test_objects_of_several_files_are_one_set(tmp_path: Path) -> None:
    parts = APPLICATION.split("---\n")
    paths = [path for at, part in enumerate(parts) for path in written(tmp_path, part, f"k8s/{at}.yaml")]
    assert kubernetes_rules.check(tmp_path, paths) == []
    (tmp_path / paths[3]).write_text(broken("{app: scoring}", "{app: x}", parts[3]), encoding="utf-8")
    found = kubernetes_rules.check(tmp_path, paths)
    assert {problem.path for problem in found} == {paths[3]}


def test_a_name_that_stands_twice_is_found_in_another_file_too(tmp_path: Path) -> None:
    paths = [*written(tmp_path), *written(tmp_path, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n", "more.yaml")]
    found = kubernetes_rules.check(tmp_path, paths)
    assert [(problem.path, "stands in app.yaml already" in problem.message) for problem in found] == [("more.yaml", True)]


def test_a_set_without_workloads_may_point_outside_of_it(tmp_path: Path) -> None:
    text = "---\n".join(APPLICATION.split("---\n")[3:8])
    assert kubernetes_rules.check(tmp_path, written(tmp_path, text)) == []


def test_pods_of_several_nodes_cannot_share_a_disk_of_one(tmp_path: Path) -> None:
    text = broken("{name: tmp, emptyDir: {}}", "{name: tmp, persistentVolumeClaim: {claimName: data}}")
    found = kubernetes_rules.check(tmp_path, written(tmp_path, text))
    assert ["several pods share 'data'" in problem.message for problem in found] == [True]
    assert kubernetes_rules.check(tmp_path, written(tmp_path, broken("[ReadWriteOnce]", "[ReadWriteMany]", text))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("500m", "0.5"), ("2", "2"), ("1.5Gi", "1610612736"), ("1e3", "1000"), ("128974848", "128974848"), (".5", "0.5")],
)
def test_quantities_are_read_as_kubernetes_does(text: str, expected: str) -> None:
    assert str(amount(text).normalize()) in (expected, f"{float(expected):.0E}".replace("E+0", "E+")) or amount(text) == float(
        expected
    )


@pytest.mark.parametrize("text", ["512MB", "2 Gi", "", "Gi", "1,5", "0x10", True, "1Gi "])
def test_what_is_no_quantity_is_none(text: object) -> None:
    assert amount(text) is None


@pytest.mark.parametrize("sample", shared_samples("k8s"))
def test_it_finds_what_the_schema_does_not_see(sample: Path) -> None:
    found = kubernetes_rules.check(sample.parent, [sample.name])
    assert bool(found) is (sample.name not in BY_SCHEMA), found
