"""prometheus.yml by Prometheus' own promtool."""

import re
from pathlib import Path

from generators.checks.documents import is_yaml
from generators.checks.problem import Missing, Problem
from generators.checks.programs import find_program, run
from generators.checks.prometheus_config import shape_of

TOOL = "promtool check config"
HEAVY = True


def version() -> str:
    """Its version."""
    said = run(find_program("promtool"), "--version", folder=Path.cwd())
    found = re.search(r"version ([\d.]+)", said.stdout + said.stderr)
    return found[1] if found else "unknown"


def wants(path: str, text: str) -> bool:
    """Configurations of the server."""
    return is_yaml(path) and shape_of(text) == "config"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What it refuses."""
    return [problem for path in paths for problem in faults(folder, path, "check", "config", "--syntax-only")]


def faults(folder: Path, path: str, *command: str) -> list[Problem]:
    """What a command of promtool says of a file, if it says that it is wrong."""
    said = run(find_program("promtool"), *command, path, folder=folder, heavy=True)
    if said.returncode == 0:
        return []
    text = (said.stdout + said.stderr).strip()
    # Debian builds it without some kinds of discovery, and then it calls their keys unknown.
    lacking = re.search(r"field ((?:kubernetes|consul)_sd_configs) not found", text)
    if lacking:
        raise Missing(f"this build of promtool does not know {lacking[1]}")
    return [Problem(path, text)]
