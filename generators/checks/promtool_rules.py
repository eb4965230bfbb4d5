"""Rules of Prometheus by its own promtool, and the rule tests, which it runs."""

from pathlib import Path

from generators.checks.documents import is_yaml
from generators.checks.problem import Problem
from generators.checks.prometheus_config import shape_of
from generators.checks.promtool import faults, version

__all__ = ["HEAVY", "TOOL", "check", "version", "wants"]

TOOL = "promtool test rules"
HEAVY = True

_COMMANDS = {"rules": ("check", "rules"), "tests": ("test", "rules")}


def wants(path: str, text: str) -> bool:
    """Files of rules and of their tests; objects of the operator it cannot read."""
    return is_yaml(path) and shape_of(text) in _COMMANDS


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What it refuses, and tests that fail."""
    shapes = {path: str(shape_of((folder / path).read_text(encoding="utf-8"))) for path in paths}
    return [problem for path in paths for problem in faults(folder, path, *_COMMANDS[shapes[path]])]
