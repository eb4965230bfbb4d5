"""MLproject files: one environment that is there, entry points with commands, and every {parameter} declared."""

import re
import string
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from generators.checks.documents import documents
from generators.checks.problem import Problem

TOOL = "own check: MLproject"
HEAVY = False

_TOP = {"name", "python_env", "conda_env", "docker_env", "entry_points", "databricks_spark_job"}
_ENVIRONMENTS = ("python_env", "conda_env", "docker_env")
_TYPES = {"string", "float", "int", "path", "uri"}
_NAME = re.compile(r"[A-Za-z_]\w*")


def version() -> str:
    """There is no other version than this program's."""
    return ""


def wants(path: str, text: str) -> bool:
    """MLproject files."""
    return PurePosixPath(path).name == "MLproject"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Faults of the projects."""
    return [Problem(path, message) for path in paths for message in _faults(folder, path)]


def _faults(folder: Path, path: str) -> Iterator[str]:
    try:
        found = documents(folder, path)
    except yaml.YAMLError as error:
        yield f"is no YAML: {error}"
        return
    if len(found) != 1 or not isinstance(found[0], dict):
        yield "must be one mapping"
        return
    project = found[0]
    yield from (f"unknown key {key!r}" for key in project if key not in _TOP)
    yield from _environment_faults(project, (folder / path).parent)
    entry_points = project.get("entry_points", {})
    if not isinstance(entry_points, dict) or not entry_points:
        yield "`entry_points` is missing"
        return
    for name, entry_point in entry_points.items():
        yield from (f"entry point {name}: {message}" for message in _entry_point_faults(entry_point))


def _environment_faults(project: dict[str, Any], folder: Path) -> Iterator[str]:
    named = [key for key in _ENVIRONMENTS if key in project]
    if len(named) > 1:
        yield f"names more than one environment: {', '.join(named)}"
    for key in ("python_env", "conda_env"):
        file = project.get(key)
        if file is not None and not (isinstance(file, str) and (folder / file).is_file()):
            yield f"`{key}` names a file that is not there: {file!r}"
    docker = project.get("docker_env")
    if "docker_env" in project and not (isinstance(docker, dict) and docker.get("image")):
        yield "`docker_env` needs an `image`"


def _entry_point_faults(entry_point: Any) -> Iterator[str]:
    if not isinstance(entry_point, dict) or not isinstance(entry_point.get("command"), str):
        yield "`command` is missing"
        return
    yield from (f"unknown key {key!r}" for key in entry_point if key not in ("parameters", "command"))
    parameters = entry_point.get("parameters", {})
    if not isinstance(parameters, dict):
        yield "`parameters` must be a mapping"
        return
    for name, described in parameters.items():
        yield from (f"parameter {name}: {message}" for message in _parameter_faults(name, described))
    try:
        used = {name for _, name, _, _ in string.Formatter().parse(entry_point["command"]) if name is not None}
    except ValueError as error:
        yield f"`command` cannot be filled in: {error}"
        return
    yield from (f"`command` uses {{{name}}}, which is no parameter" for name in sorted(used - parameters.keys()))


def _parameter_faults(name: Any, described: Any) -> Iterator[str]:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        yield "is no name"
    if isinstance(described, dict):
        kind, default = described.get("type", "string"), described.get("default")
        if kind not in _TYPES:
            yield f"unknown type {kind!r}"
        if kind in ("float", "int") and default is not None and not isinstance(default, int | float):
            yield f"the default {default!r} is no {kind}"
        yield from (f"unknown key {key!r}" for key in described if key not in ("type", "default"))
    elif described not in _TYPES:
        yield f"unknown type {described!r}"
