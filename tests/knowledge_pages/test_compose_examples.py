"""Compose files pass Docker Compose itself, without an engine."""

import re
from pathlib import Path

import compose
import pytest
import yaml
from judging import Findings, by_text, guides_with, run
from pages import Example, examples

# The package's own entry point loses the exit status.
PROGRAM = Path(compose.__file__).parent / "docker-compose"
COMPOSE = [
    example
    for example in examples("yaml")
    if re.search(r"compose(\.\w+)?\.yaml$", example.title) and "fragment" not in example.marks
]


@pytest.mark.parametrize("guide", guides_with(COMPOSE))
def test_compose_files_pass_docker_compose(guide: str, tmp_path: Path) -> None:
    chosen = [example for example in COMPOSE if example.guide == guide]
    assert judge(chosen, tmp_path).of(guide) == []


def test_a_service_that_is_not_there_is_seen(tmp_path: Path) -> None:
    text = "services:\n  api:\n    image: a\n    depends_on: [db]\n"
    wrong = Example("g", "page.md", 7, "yaml", frozenset(), "compose.yaml", text)
    assert "undefined service" in judge([wrong], tmp_path).of("g")[0]


def judge(chosen: list[Example], folder: Path) -> Findings:
    findings = Findings()
    for number, (text, same) in enumerate(by_text(chosen).items()):
        home = folder / str(number)
        home.mkdir()
        (home / "compose.yaml").write_text(text, encoding="utf-8")
        for name in _files_named(text):
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            (home / name).touch()
        # Variables that a page says to put into .env.
        wanted = set(re.findall(r"(?<!\$)\$\{?([A-Z_]+)", text))
        (home / ".env").write_text("".join(f"{name}=1\n" for name in sorted(wanted)), encoding="utf-8")
        done = run(PROGRAM, "--file", "compose.yaml", "--profile", "*", "config", "--quiet", folder=home)
        if done.returncode or "level=warning" in done.stderr:
            findings.add(same, done.stderr[-300:])
    return findings


def _files_named(text: str) -> set[str]:
    """The files that have to be there for Compose to read the whole."""
    document = yaml.safe_load(text)
    entries = [entry for service in document["services"].values() for entry in _listed(service.get("env_file"))]
    entries += _listed(document.get("include"))
    return {entry if isinstance(entry, str) else entry["path"] for entry in entries}


def _listed(value: object) -> list:
    return value if isinstance(value, list) else [value] if value else []
