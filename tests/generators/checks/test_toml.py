"""TOML that does not parse."""

import pytest

from generators.checks import toml


def test_sound_toml_passes(tmp_path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.a]\nlist = [1, 2]\n')
    assert toml.check(tmp_path, ["pyproject.toml"]) == []


@pytest.mark.parametrize("broken", ['[project\nname = "x"\n', "a = 1\na = 2\n", "a = no\n", "[a]\n[a]\n"])
def test_broken_toml_is_refused(tmp_path, broken: str) -> None:
    (tmp_path / "pyproject.toml").write_text(broken)
    (problem,) = toml.check(tmp_path, ["pyproject.toml"])
    assert problem.message


def test_the_line_is_told(tmp_path) -> None:
    (tmp_path / "a.toml").write_text("a = 1\nb = no\n")
    assert toml.check(tmp_path, ["a.toml"])[0].line == 2
