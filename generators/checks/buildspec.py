"""buildspec.yml of CodeBuild: known keys, commands in every phase, and no secret among the variables."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from generators.checks.documents import documents
from generators.checks.problem import Problem

TOOL = "own check: buildspec"
HEAVY = False

_TOP = {"version", "run-as", "env", "proxy", "batch", "phases", "reports", "artifacts", "cache"}
_PHASES = {"install", "pre_build", "build", "post_build"}
_PHASE = {"run-as", "on-failure", "runtime-versions", "commands", "finally", "steps"}
_ENV = {"shell", "variables", "parameter-store", "exported-variables", "secrets-manager", "git-credential-helper"}
_SECRET = re.compile(r"PASSWORD|SECRET|TOKEN|API_?KEY|ACCESS_KEY", re.I)


def version() -> str:
    """There is no other version than this program's."""
    return ""


def wants(path: str, text: str) -> bool:
    """buildspec.yml, also one of several (`buildspec.train.yml`)."""
    return bool(re.fullmatch(r"buildspec[\w.-]*\.ya?ml", PurePosixPath(path).name))


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Faults of the build specifications."""
    return [Problem(path, message) for path in paths for message in _faults(documents(folder, path))]


def _faults(found: list[Any]) -> Iterator[str]:
    if len(found) != 1 or not isinstance(found[0], dict):
        yield "must be one mapping"
        return
    spec = found[0]
    yield from (f"unknown key {key!r}" for key in spec if key not in _TOP)
    if spec.get("version") not in (0.1, 0.2, "0.1", "0.2"):
        yield "`version` must be 0.2"
    yield from _environment_faults(spec.get("env", {}))
    phases = spec.get("phases")
    if not isinstance(phases, dict) or not phases:
        yield "`phases` is missing"
        return
    for name, phase in phases.items():
        yield from (f"phase {name}: {message}" for message in _phase_faults(name, phase))
    artifacts = spec.get("artifacts", {"files": []})
    if not isinstance(artifacts, dict) or not isinstance(artifacts.get("files"), list):
        yield "`artifacts` needs a list of `files`"
    if not isinstance(spec.get("cache", {"paths": []}).get("paths", spec.get("cache", {}).get("key")), list | str):
        yield "`cache` needs a list of `paths`"


def _environment_faults(environment: Any) -> Iterator[str]:
    if not isinstance(environment, dict):
        yield "`env` must be a mapping"
        return
    yield from (f"`env`: unknown key {key!r}" for key in environment if key not in _ENV)
    for name, value in (environment.get("variables") or {}).items():
        if _SECRET.search(str(name)) and value:
            yield f"the variable {name} looks like a secret; take it from `secrets-manager`"


def _phase_faults(name: str, phase: Any) -> Iterator[str]:
    if name not in _PHASES:
        yield "there is no such phase"
    if not isinstance(phase, dict):
        yield "must be a mapping"
        return
    yield from (f"unknown key {key!r}" for key in phase if key not in _PHASE)
    commands = phase.get("commands")
    if not isinstance(commands, list) or not commands or not all(isinstance(command, str) for command in commands):
        yield "`commands` must be a list of texts"
