"""Patterns that Docker would refuse."""

import pytest

from generators.checks import dockerignore


def test_usual_patterns_pass(tmp_path) -> None:
    (tmp_path / ".dockerignore").write_text("# comment\n\n.git\n**/*.pyc\n!models/best.onnx\ndata[0-9]\n")
    assert dockerignore.check(tmp_path, [".dockerignore"]) == []


@pytest.mark.parametrize("line", ["!", "data[0-9"])
def test_a_broken_pattern_is_named_with_its_line(tmp_path, line: str) -> None:
    (tmp_path / ".dockerignore").write_text(f".git\n{line}\n")
    (problem,) = dockerignore.check(tmp_path, [".dockerignore"])
    assert problem.line == 2 and line in problem.message
