"""Python files: they compile, and pyflakes finds no undefined name and no unused import. Nothing is run."""

from importlib.metadata import version as installed
from pathlib import Path, PurePosixPath

from pyflakes import checker

from generators.checks.problem import Problem
from generators.checks.python_tree import parse_python

TOOL = "pyflakes"
HEAVY = False


def version() -> str:
    """Its version."""
    return installed("pyflakes")


def wants(path: str, text: str) -> bool:
    """Python files."""
    return PurePosixPath(path).suffix == ".py"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Syntax errors and what pyflakes says."""
    return [problem for path in paths for problem in _problems(folder, path)]


def _problems(folder: Path, path: str) -> list[Problem]:
    try:
        tree = parse_python((folder / path).read_text(encoding="utf-8"), path)
    except SyntaxError as error:
        return [Problem(path, str(error.msg), error.lineno)]
    found = checker.Checker(tree, filename=path).messages
    return [Problem(path, message.message % message.message_args, message.lineno) for message in found]
