"""Jenkinsfiles by npm-groovy-lint, which compiles their Groovy (it needs Java and Node 22)."""

import json
from functools import cache
from pathlib import Path

from generators.checks.jenkins import wants
from generators.checks.problem import Missing, Problem
from generators.checks.programs import find_program, run

__all__ = ["HEAVY", "TOOL", "check", "version", "wants"]

TOOL = "npm-groovy-lint"
HEAVY = True
_NODE = 22
_RULES = ("--noserver", "--no-insight", "--failon", "error", "--config", "recommended-jenkinsfile", "--output", "json")


@cache
def version() -> str:
    """Its version, from the package that its program lies in."""
    find_program("java")
    program = Path(find_program("npm-groovy-lint")).resolve()
    node = run(find_program("node"), "--version", folder=program.parent).stdout.strip().removeprefix("v")
    if int(node.partition(".")[0] or 0) < _NODE:
        raise Missing(f"npm-groovy-lint needs Node {_NODE} or later, here is {node}")
    described = next(folder / "package.json" for folder in program.parents if (folder / "package.json").is_file())
    text: str = json.loads(described.read_text(encoding="utf-8"))["version"]
    return text


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Its errors; what it warns of is a matter of taste."""
    said = run(find_program("npm-groovy-lint"), *_RULES, *paths, folder=folder, heavy=True)
    if said.returncode not in (0, 1) or not said.stdout.strip():
        raise RuntimeError(said.stderr.strip()[-300:] or f"exit status {said.returncode}")
    found = json.loads(said.stdout[said.stdout.index("{") :])["files"]
    return [
        Problem(path, f"{item['rule']}: {item['msg'].strip()}", int(item.get("line") or 0) or None)
        for path in paths
        for item in found.get(str(folder / path), {}).get("errors", [])
        if item["severity"] == "error"
    ]
