"""TOML files, by Python's own parser."""

import re
import tomllib
from pathlib import Path, PurePosixPath
from platform import python_version

from generators.checks.problem import Problem

TOOL = "TOML"
HEAVY = False


def version() -> str:
    """The parser is Python's."""
    return python_version()


def wants(path: str, text: str) -> bool:
    """TOML files."""
    return PurePosixPath(path).suffix == ".toml"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Syntax errors, a key that stands twice among them."""
    problems = []
    for path in paths:
        try:
            tomllib.loads((folder / path).read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            problems.append(Problem(path, str(error), int(line[1]) if line else None))
    return problems
