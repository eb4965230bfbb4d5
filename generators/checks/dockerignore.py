"""A .dockerignore, by the pattern rules of Docker itself."""

from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import package_version

TOOL = "dockerignore"
HEAVY = False


def version() -> str:
    """The version of the package with Docker's rules."""
    return package_version("e2b-dockerfile-utils")


def wants(path: str, text: str) -> bool:
    """.dockerignore files."""
    return PurePosixPath(path).name.endswith(".dockerignore")


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Patterns that Docker would refuse."""
    from e2b_dockerfile_utils import PatternMatcher

    problems = []
    for path in paths:
        lines = (folder / path).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.startswith("#"):
                try:
                    PatternMatcher([line]).matches("some/file.txt")
                except ValueError as error:
                    problems.append(Problem(path, f"{line!r}: {error}", number))
    return problems
