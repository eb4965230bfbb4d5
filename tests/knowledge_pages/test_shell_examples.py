"""Commands can be pasted into a shell (shellcheck), and Dockerfiles are built as hadolint would have them."""

import json
from pathlib import Path

import pytest
from judging import Findings, guides_with, run, write_each
from pages import Example, examples

SHELL = examples("bash")
DOCKERFILES = examples("dockerfile")


@pytest.fixture(scope="module")
def shellcheck(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    return judge_shell(SHELL, tmp_path_factory.mktemp("shell"))


@pytest.fixture(scope="module")
def hadolint(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    return judge_dockerfiles(DOCKERFILES, tmp_path_factory.mktemp("dockerfiles"))


@pytest.mark.parametrize("guide", guides_with(SHELL))
def test_commands_pass_shellcheck(guide: str, shellcheck: Findings) -> None:
    assert shellcheck.of(guide) == []


@pytest.mark.parametrize("guide", guides_with(DOCKERFILES))
def test_dockerfiles_pass_hadolint(guide: str, hadolint: Findings) -> None:
    assert hadolint.of(guide) == []


def test_a_mistake_in_a_command_is_seen(tmp_path: Path) -> None:
    wrong = Example("g", "page.md", 7, "bash", frozenset(), "", 'docker run -v "$PWD:/app image\n')
    assert any("page.md:7" in complaint for complaint in judge_shell([wrong], tmp_path).of("g"))


def test_a_mistake_in_a_dockerfile_is_seen(tmp_path: Path) -> None:
    wrong = Example("g", "page.md", 7, "dockerfile", frozenset(), "", "FROM python:3.12-slim\nCOPY --from=builder /a /a\n")
    assert any("DL3022" in complaint for complaint in judge_dockerfiles([wrong], tmp_path).of("g"))


def judge_shell(chosen: list[Example], folder: Path) -> Findings:
    files = write_each(chosen, folder, ".sh")
    return _findings(run("shellcheck", "--shell=bash", "--severity=warning", "--format=json", *files, folder=folder).stdout, files)


def judge_dockerfiles(chosen: list[Example], folder: Path) -> Findings:
    files = write_each(chosen, folder, ".Dockerfile")
    output = run("hadolint", "--format=json", *files, folder=folder).stdout
    return _findings(output, files)


def _findings(output: str, files: dict[str, list[Example]]) -> Findings:
    findings = Findings()
    for found in json.loads(output):
        if found["level"] in ("error", "warning"):
            findings.add(files[found["file"]], f"line {found['line']}: {found['code']} {found['message']}")
    return findings
