"""Files of Git that Git would complain of, or that do not do what they say."""

import pytest

from generators.checks import git


def judged(folder, name: str, text: str):
    (folder / name).write_text(text)
    return git.check(folder, [name])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".gitignore", "__pycache__/\n/data/**\n!/data/**/\n!/data/.gitkeep\n*.py[cod]\n.env.*\n!.env.example\n"),
        (".gitattributes", "* text=auto\n*.pkl filter=lfs diff=lfs merge=lfs -text\n*.ipynb text eol=lf\n"),
    ],
)
def test_sound_files_pass(tmp_path, name: str, text: str) -> None:
    assert judged(tmp_path, name, text) == []


def test_a_file_that_stays_ignored_is_named_with_its_line(tmp_path) -> None:
    (problem,) = judged(tmp_path, ".gitignore", "*.log\ndata/\n!data/.gitkeep\n")
    assert problem.line == 3
    assert "data/.gitkeep stays ignored by data/" in problem.message


@pytest.mark.parametrize("line", ["*.csv te!xt eol=lf", "!*.parquet filter=lfs"])
def test_a_broken_attribute_is_refused(tmp_path, line: str) -> None:
    assert judged(tmp_path, ".gitattributes", f"*.pkl -text\n{line}\n")


def test_a_persons_own_configuration_does_not_decide(tmp_path, monkeypatch) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "ignore").write_text("*\n")
    (tmp_path / "home" / ".gitconfig").write_text(f"[core]\n\texcludesFile = {tmp_path}/home/ignore\n")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert judged(tmp_path, ".gitignore", "/data/*\n!/data/.gitkeep\n") == []
