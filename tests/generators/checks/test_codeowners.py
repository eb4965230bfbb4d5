"""Lines of CODEOWNERS that a server would skip."""

import pytest

from generators.checks import codeowners


def test_sound_lines_pass(tmp_path) -> None:
    (tmp_path / "CODEOWNERS").write_text("# who\n* @acme/ml\n\n[Data]\n/data/ @anna data@acme.io\nsrc/**/*.py @jan # code\n")
    assert codeowners.check(tmp_path, ["CODEOWNERS"]) == []


@pytest.mark.parametrize("line", ["src/", "src/ anna", "!src/ @anna", "src/[ab] @anna", "src/ @anna and @jan"])
def test_a_broken_line_is_named(tmp_path, line: str) -> None:
    (tmp_path / "CODEOWNERS").write_text(f"* @acme/ml\n{line}\n")
    (problem,) = codeowners.check(tmp_path, ["CODEOWNERS"])
    assert problem.line == 2
