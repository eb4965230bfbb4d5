"""What is particular to files of a Git repository; Git itself says what they do."""

import subprocess
from pathlib import Path

import pytest
import yaml

from generators import load, validated


def files(**options: object) -> dict[str, str]:
    return load("git").render(validated(load("git"), options))


def repository(folder: Path, **options: object) -> Path:
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    for path, text in files(**options).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def is_ignored(folder: Path, path: str) -> bool:
    return subprocess.run(["git", "-C", str(folder), "check-ignore", "--quiet", "--no-index", path], check=False).returncode == 0


def attributes(folder: Path, path: str) -> dict[str, str]:
    said = subprocess.run(
        ["git", "-C", str(folder), "check-attr", "--all", path], check=True, capture_output=True, text=True
    ).stdout
    return {line.split(": ")[1]: line.split(": ")[2] for line in said.splitlines()}


def test_secrets_data_and_runs_are_ignored_and_code_is_not(tmp_path) -> None:
    folder = repository(tmp_path)
    for path in (
        ".env",
        ".env.production",
        "data/raw/a.csv",
        "models/m.pt",
        "mlruns/0/meta.yaml",
        "src/__pycache__/a.pyc",
        "key.pem",
    ):
        assert is_ignored(folder, path), path
    for path in (".env.example", "src/data/load.py", "README.md", "dvc.yaml"):
        assert not is_ignored(folder, path), path


def test_kept_files_are_tracked_and_their_neighbours_are_not(tmp_path) -> None:
    folder = repository(tmp_path, keep=["data/.gitkeep", "data/sample/deep/train.csv"])
    assert not is_ignored(folder, "data/.gitkeep")
    assert not is_ignored(folder, "data/sample/deep/train.csv")
    assert is_ignored(folder, "data/sample/deep/other.csv")


def test_the_small_files_of_dvc_are_tracked(tmp_path) -> None:
    folder = repository(tmp_path, tools=["python", "dvc"])
    assert not is_ignored(folder, "data/raw.csv.dvc")
    assert not is_ignored(folder, "data/deep/.gitignore")
    assert is_ignored(folder, "data/raw.csv")
    assert is_ignored(folder, ".dvc/cache/ab")
    assert not is_ignored(folder, ".dvc/config")


def test_large_files_go_to_lfs_and_are_not_ignored(tmp_path) -> None:
    folder = repository(tmp_path, lfs=["*.onnx", "assets/**"], lf=["*.cfg"])
    assert attributes(folder, "models/a.onnx") == {"filter": "lfs", "diff": "lfs", "merge": "lfs", "text": "unset"}
    assert attributes(folder, "assets/deep/x.bin")["filter"] == "lfs"
    assert attributes(folder, "run.sh")["eol"] == "lf" and attributes(folder, "a.cfg")["eol"] == "lf"
    assert attributes(folder, "run.bat")["eol"] == "crlf"
    assert not is_ignored(folder, "models/a.onnx")


def test_hooks_come_with_the_stages_that_they_need() -> None:
    config = yaml.safe_load(
        files(files=["pre-commit"], hooks=["basics", "commitizen", "pytest"], max_kb=300)[".pre-commit-config.yaml"]
    )
    assert config["default_install_hook_types"] == ["pre-commit", "commit-msg", "pre-push"]
    ids = {hook["id"]: hook for repo in config["repos"] for hook in repo["hooks"]}
    assert ids["check-added-large-files"]["args"] == ["--maxkb=300"]
    assert ids["commitizen"]["stages"] == ["commit-msg"] and ids["pytest"]["stages"] == ["pre-push"]
    assert all("rev" in repo for repo in config["repos"] if repo["repo"] != "local")


def test_excluded_folders_are_taken_literally() -> None:
    config = yaml.safe_load(files(files=["pre-commit"], exclude=["a.b", "data/"])[".pre-commit-config.yaml"])
    assert config["exclude"] == r"^(?:a\.b|data)(?:/|$)"


@pytest.mark.parametrize(
    ("platform", "paths"),
    [
        ("github", {".github/pull_request_template.md", ".github/CODEOWNERS"}),
        ("gitlab", {".gitlab/merge_request_templates/Default.md", ".gitlab/CODEOWNERS"}),
    ],
)
def test_each_platform_has_its_places(platform: str, paths: set[str]) -> None:
    assert set(files(files=["pull-request", "codeowners"], platform=platform)) == paths


def test_the_template_speaks_the_language_that_was_asked_for() -> None:
    (text,) = files(files=["pull-request"], language="pl", sections=["Opis"], checklist=["Testy przechodzą"]).values()
    assert text.startswith("## Opis\n") and "## Lista kontrolna\n\n- [ ] Testy przechodzą\n" in text
    assert "Checklist" not in text


def test_the_general_owner_comes_first_because_the_last_line_counts() -> None:
    (text,) = files(files=["codeowners"], owners="@acme/ml", owned={"terraform/": "@acme/ops"}).values()
    assert [line.split() for line in text.splitlines()[1:]] == [["*", "@acme/ml"], ["terraform/", "@acme/ops"]]
