"""buildspec.yml files with faults that a person makes."""

import pytest

from generators.checks import buildspec

GOOD = """version: 0.2
env:
  variables:
    AWS_DEFAULT_REGION: eu-central-1
phases:
  build:
    commands:
      - docker build .
artifacts:
  files:
    - image.json
"""


def faults(folder, text: str) -> list[str]:
    (folder / "buildspec.yml").write_text(text)
    return [problem.message for problem in buildspec.check(folder, ["buildspec.yml"])]


def test_a_good_one_passes(tmp_path) -> None:
    assert faults(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("0.2", "2", "`version` must be 0.2"),
        ("phases:", "phase:", "unknown key 'phase'"),
        ("  build:", "  compile:", "phase compile: there is no such phase"),
        ("commands:", "command:", "phase build: unknown key 'command'"),
        ("      - docker build .\n", "", "phase build: `commands` must be a list of texts"),
        ("AWS_DEFAULT_REGION: eu-central-1", "DB_PASSWORD: hunter2", "DB_PASSWORD looks like a secret"),
        ("  files:\n    - image.json\n", "  paths: []\n", "`artifacts` needs a list of `files`"),
    ],
)
def test_a_fault_is_named(tmp_path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    assert any(message in found for found in faults(tmp_path, GOOD.replace(old, new, 1)))


def test_files_by_other_names_are_not_judged() -> None:
    assert buildspec.wants("ci/buildspec.train.yml", "") and not buildspec.wants("compose.yml", "")
