"""Ansible projects by ansible-lint, which also lets Ansible check the syntax of playbooks."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from generators.checks.ansible import wants as is_playbook
from generators.checks.problem import Problem
from generators.checks.programs import find_program, run, separate_version

TOOL = "ansible-lint"
HEAVY = True
_COLLECTION = re.compile(r"(?m)^ *(?:- )?((?!ansible\.builtin)[a-z_]+\.[a-z_]+\.[a-z_]+):")
_SETTINGS = ".ansible-lint-of-the-check.yml"


def version() -> str:
    """Its version."""
    return separate_version("ansible", "ansible-lint")


def applies(files: Mapping[str, str]) -> bool:
    """Sets with a playbook."""
    return any(is_playbook(path, text) for path, text in files.items())


def wants(path: str, text: str) -> bool:
    """Playbooks, roles and the variables of groups."""
    return is_playbook(path, text) or path.startswith(("roles/", "group_vars/")) and path.endswith(".yml")


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What its strict rules say; modules of collections stand in for themselves, because collections come from the network."""
    modules = sorted({name for path in paths for name in _COLLECTION.findall((folder / path).read_text(encoding="utf-8"))})
    settings = {"offline": True, "strict": True, "mock_modules": modules, "skip_list": ["galaxy"]}
    (folder / _SETTINGS).write_text(json.dumps(settings), encoding="utf-8")
    said = run(
        find_program("ansible-lint"), "-c", _SETTINGS, "--offline", "--strict", "-q", "-f", "codeclimate", *paths,
        folder=folder, heavy=True, HOME=str(folder), ANSIBLE_HOME=str(folder / ".ansible"),
    )  # fmt: skip
    if said.returncode not in (0, 2):
        raise RuntimeError(said.stderr.strip()[-300:] or f"exit status {said.returncode}")
    found = json.loads(said.stdout or "[]")
    return [_problem(item) for item in found]


def _problem(item: dict[str, dict[str, dict[str, object]]]) -> Problem:
    place = item["location"]
    begin = place.get("lines", place.get("positions", {})).get("begin", 1)
    line = begin.get("line", 1) if isinstance(begin, dict) else begin
    return Problem(str(place["path"]), f"{item['check_name']}: {item['description']}", int(str(line)))
