"""alertmanager.yml by Alertmanager's own amtool."""

import re
from pathlib import Path

from generators.checks.alertmanager import wants
from generators.checks.problem import Missing, Problem
from generators.checks.programs import find_program, run

__all__ = ["HEAVY", "TOOL", "check", "version", "wants"]

TOOL = "amtool"
HEAVY = True

# Keys that came after the version that Debian has.
_NEWER = re.compile(r"field (msteams\w*|discord_configs|webex_configs|url_file|jira_configs) not found")


def version() -> str:
    """Its version."""
    said = run(find_program("amtool"), "--version", folder=Path.cwd())
    found = re.search(r"version ([\d.]+)", said.stdout + said.stderr)
    return found[1] if found else "unknown"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What it refuses."""
    found = []
    for path in paths:
        said = run(find_program("amtool"), "check-config", path, folder=folder, heavy=True)
        text = (said.stdout + said.stderr).strip()
        newer = _NEWER.search(text)
        if newer:
            raise Missing(f"amtool {version()} does not know {newer[1]} yet")
        if said.returncode != 0:
            found.append(Problem(path, text))
    return found
