"""actionlint accepts good workflows and finds what GitHub would stumble over."""

from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import check_files

GOOD = """
name: CI
on: push
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v7
      - run: python -m pytest
"""
PATH = ".github/workflows/ci.yml"


def verdict(text: str, **more: str) -> tuple[bool | None, str]:
    checks = check_files({PATH: text, **more})[PATH]
    found = next(check for check in checks if check.tool == "actionlint")
    return found.passed, found.detail


def test_a_good_workflow_passes() -> None:
    assert verdict(GOOD) == (True, "")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("runs-on: ubuntu-24.04", "run-on: ubuntu-24.04", "run-on"),
        ("checkout@v7", "checkout@v7\n        with:\n          fetch-dept: 0", "fetch-dept"),
        ("- run: python -m pytest", "- run: python ${{ matrix.version }}", "version"),
        ("- run: python -m pytest", '- run: echo ${{ github.ref || "main" }}', "expression"),
        ("  test:\n", "  test:\n    needs: lint\n", "lint"),
        ("- run: python -m pytest", "- run: cd $HOME/x; rm *.log", "shellcheck"),
        ("on: push", "on:\n  schedule:\n    - cron: '0 25 * * *'", "CRON"),
    ],
)
def test_a_fault_is_found_with_its_line(old: str, new: str, said: str) -> None:
    passed, detail = verdict(GOOD.replace(old, new))
    assert passed is False
    assert said in detail and detail.split(":")[0].isdigit()


def test_labels_of_ones_own_runners_are_known_from_the_settings() -> None:
    own = GOOD.replace("ubuntu-24.04", "[self-hosted, gpu]")
    assert verdict(own)[0] is False
    assert verdict(own, **{".github/actionlint.yaml": "self-hosted-runner:\n  labels:\n    - gpu\n"})[0] is True


def test_other_yaml_is_not_its_business() -> None:
    assert [check.tool for check in check_files({"ci.yml": GOOD})["ci.yml"]] == ["YAML"]


@pytest.mark.parametrize("sample", shared_samples("gha", "*.yml"))
def test_it_tells_the_shared_samples_apart(sample: Path) -> None:
    assert verdict(sample.read_text(encoding="utf-8"))[0] is sample.name.startswith("valid")
