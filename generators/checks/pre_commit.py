"""pre-commit configurations, by pre-commit's own validation. Nothing is fetched and no hook runs."""

import tempfile
from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import find_program, package_version, run

TOOL = "pre-commit"
HEAVY = False


def version() -> str:
    """Its version."""
    return package_version("pre-commit")


def wants(path: str, text: str) -> bool:
    """.pre-commit-config.yaml."""
    return PurePosixPath(path).name == ".pre-commit-config.yaml"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What its validation says, which also warns of keys that it does not know."""
    problems = []
    for path in paths:
        with tempfile.TemporaryDirectory(prefix="sternik-hooks-") as home:
            said = run(
                find_program("pre-commit"), "validate-config", path, folder=folder, PRE_COMMIT_HOME=home, PRE_COMMIT_COLOR="never"
            )
        words = [line.strip() for line in f"{said.stdout}\n{said.stderr}".splitlines()]
        words = [line for line in words if line and not line.startswith(("Check the log", "===>"))]
        if said.returncode or any("[WARNING]" in line for line in words):
            problems.append(Problem(path, " ".join(words) or f"exit status {said.returncode}"))
    return problems
