"""Configurations that pre-commit would refuse."""

import pytest

from generators.checks import pre_commit

GOOD = """repos:
  - repo: https://github.com/pre-commit/pre-commit-hooks
    rev: v6.0.0
    hooks:
      - id: trailing-whitespace
      - id: check-added-large-files
        args: ["--maxkb=500"]
"""


def judged(folder, text: str):
    (folder / ".pre-commit-config.yaml").write_text(text)
    return pre_commit.check(folder, [".pre-commit-config.yaml"])


def test_a_sound_configuration_passes(tmp_path) -> None:
    assert judged(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    rev: v6.0.0\n", ""),
        ("- id: check", "- ids: check"),
        ("repos:", "repositories:"),
        ("rev: v6.0.0", "rev: v6.0.0\n    stage: x"),
        ("args: [", "stages: [at-night, "),
    ],
)
def test_a_broken_one_is_refused(tmp_path, old: str, new: str) -> None:
    (problem,) = judged(tmp_path, GOOD.replace(old, new))
    assert problem.message


def test_nothing_is_left_in_the_home_folder(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    judged(tmp_path, GOOD)
    assert not (tmp_path / "home").exists()
