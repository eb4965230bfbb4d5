"""GitLab's schema and gitlab-emulator together find what neither finds alone."""

from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import check_files

GOOD = """
stages: [test, deploy]
.base:
  image: python:3.12-slim
test:
  extends: .base
  stage: test
  script: [pytest]
deploy:
  stage: deploy
  needs: [test]
  script: [./deploy.sh]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      when: manual
"""


def faults(text: str) -> dict[str, str]:
    checks = check_files({".gitlab-ci.yml": text})[".gitlab-ci.yml"]
    assert {"GitLab schema", "gitlab-emulator"} <= {check.tool for check in checks}
    return {check.tool: check.detail for check in checks if check.passed is not True}


def test_a_good_pipeline_passes(capfd: pytest.CaptureFixture[str]) -> None:
    assert faults(GOOD) == {}
    assert capfd.readouterr() == ("", ""), "a check talks through its verdict only"


@pytest.mark.parametrize(
    ("old", "new", "tool"),
    [
        ("when: manual", "when: manul", "GitLab schema"),
        ("  script: [pytest]", "  scripts: [pytest]", "GitLab schema"),
        ("stages: [test, deploy]", "stages: test", "GitLab schema"),
        ("stage: deploy", "stage: deplyo", "gitlab-emulator"),
        ("needs: [test]", "needs: [tests]", "gitlab-emulator"),
        ("extends: .base", "extends: .bse", "gitlab-emulator"),
    ],
)
def test_a_fault_is_found(old: str, new: str, tool: str) -> None:
    assert tool in faults(GOOD.replace(old, new, 1))


@pytest.mark.parametrize("sample", shared_samples("gitlab", "*.yml"))
def test_they_tell_the_shared_samples_apart(sample: Path) -> None:
    assert (faults(sample.read_text(encoding="utf-8")) == {}) is sample.name.startswith("valid")
