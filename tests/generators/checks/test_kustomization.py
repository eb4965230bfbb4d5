"""Kustomize's files, without Kustomize and with it."""

from pathlib import Path

import pytest
from kubernetes_samples import broken, written

from generators.checks import kustomization, kustomize

BASE = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - app.yaml\n"
OVERLAY = """\
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: scoring-prod
resources:
  - ../../base
labels:
  - pairs: {environment: prod}
    includeTemplates: true
images:
  - name: registry.example.com/ml/scoring
    newTag: 1.1.0
replicas:
  - name: scoring
    count: 3
patches:
  - target: {kind: Ingress, name: scoring}
    patch: |
      - op: replace
        path: /spec/rules/0/host
        value: scoring.example.org
      - op: replace
        path: /spec/tls/0/hosts/0
        value: scoring.example.org
"""
PATHS = ["base/kustomization.yaml", "overlays/prod/kustomization.yaml"]


def project(folder: Path, overlay: str = OVERLAY) -> Path:
    written(folder, name="base/app.yaml")
    written(folder, BASE, "base/kustomization.yaml")
    written(folder, overlay, "overlays/prod/kustomization.yaml")
    return folder


def test_a_good_overlay_passes(tmp_path: Path) -> None:
    assert kustomization.check(project(tmp_path), PATHS) == []
    assert kustomization.wants(PATHS[1], OVERLAY) and not kustomization.wants("base/app.yaml", "")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("../../base", "../../bases", 5, "../../bases is not there"),
        ("resources:", "resource:", 1, "'resource' was unexpected"),
        ("name: registry.example.com/ml/scoring", "name: registry.example.com/ml/score", 10, "no container has the image"),
        ("name: scoring\n    count", "name: score\n    count", 13, "there is no score to scale"),
        ("kind: Ingress, name: scoring", "kind: Ingress, name: score", 16, "the patch finds no Ingress score"),
        ("count: 3", "count: three", 14, "'three' is not of type 'integer'"),
    ],
)
def test_what_kustomize_would_pass_over_is_found(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    found = kustomization.check(project(tmp_path, broken(old, new, OVERLAY)), PATHS)
    assert any(problem.line == line and message in problem.message for problem in found), found


@pytest.mark.extras
def test_kustomize_itself_builds_it_and_the_result_is_judged(tmp_path: Path) -> None:
    assert kustomize.version()
    assert kustomize.check(project(tmp_path / "good"), PATHS) == []
    missing = kustomize.check(project(tmp_path / "missing", broken("../../base", "../../bases", OVERLAY)), PATHS)
    assert [problem.path for problem in missing] == [PATHS[1]]
    unfit = kustomize.check(project(tmp_path / "unfit", broken("/spec/tls/0/hosts/0", "/spec/tls/0/secretName", OVERLAY)), PATHS)
    assert any("no rule is for scoring.example.com" in problem.message for problem in unfit)
