"""The complete schemas, where the package is installed; they and ours must agree."""

from pathlib import Path

import pytest
from kubernetes_samples import broken, written

from generators.checks import kubernetes_schema, kubernetes_validate


def test_a_good_application_passes(tmp_path: Path) -> None:
    assert kubernetes_validate.check(tmp_path, written(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("containerPort: 8000", "containerPorts: 8000"),
        ("replicas: 2", 'replicas: "2"'),
        ("pathType: Prefix", "pathTyp: Prefix"),
        ("autoscaling/v2", "autoscaling/v2beta2"),
        ("runAsNonRoot: true", "runAsNonRoot: 'yes'"),
        ("emptyDir: {}", "emptyDirs: {}"),
        ("concurrencyPolicy: Forbid", "concurrency: Forbid"),
    ],
)
def test_both_find_the_same_faults(tmp_path: Path, old: str, new: str) -> None:
    files = written(tmp_path, broken(old, new))
    complete, compact = kubernetes_validate.check(tmp_path, files), kubernetes_schema.check(tmp_path, files)
    assert complete and {problem.line for problem in complete} <= {problem.line for problem in compact}
