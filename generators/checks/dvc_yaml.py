"""dvc.yaml: known keys, a command for each stage, parameters that exist, and no cycle or output written twice."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from generators.checks.documents import documents
from generators.checks.problem import Problem

TOOL = "own check: dvc.yaml"
HEAVY = False

_TOP = {"stages", "params", "metrics", "plots", "vars", "artifacts", "datasets"}
_LISTS = ("deps", "params", "outs", "metrics", "plots")
_STAGE = {"cmd", "wdir", "vars", "frozen", "always_changed", "desc", "meta", "matrix", *_LISTS}
_INSERTED = re.compile(r"(?<!\\)\$\{\s*([\w.-]+)")
_OUTPUT = {"cache", "persist", "remote", "desc", "type", "labels", "meta", "push", "checkpoint"}
_PLOT = _OUTPUT | {"x", "y", "x_label", "y_label", "title", "template", "header"}


def version() -> str:
    """There is no other version than this program's."""
    return ""


def wants(path: str, text: str) -> bool:
    """dvc.yaml files."""
    return PurePosixPath(path).name == "dvc.yaml"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Faults of the pipelines."""
    return [Problem(path, message) for path in paths for message in _faults(folder, path)]


def _faults(folder: Path, path: str) -> Iterator[str]:
    found = documents(folder, path)
    pipeline = found[0] if len(found) == 1 else None
    if not isinstance(pipeline, dict) or not isinstance(pipeline.get("stages", {}), dict):
        yield "must be one mapping with `stages`"
        return
    yield from (f"unknown key {key!r}" for key in pipeline if key not in _TOP)
    stages = {name: stage.get("do", stage) for name, stage in pipeline.get("stages", {}).items() if isinstance(stage, dict)}
    parameters = _parameters(folder / PurePosixPath(path).parent)
    for name, stage in pipeline.get("stages", {}).items():
        yield from (f"stage {name}: {message}" for message in _stage_faults(stage, parameters))
    yield from _graph_faults(stages)


def _parameters(folder: Path) -> dict[str, Any] | None:
    file = folder / "params.yaml"
    values = documents(folder, "params.yaml") if file.exists() else []
    return values[0] if values and isinstance(values[0], dict) else None


def _stage_faults(stage: Any, parameters: dict[str, Any] | None) -> Iterator[str]:
    if not isinstance(stage, dict):
        yield "must be a mapping"
        return
    if "foreach" in stage:
        if set(stage) - {"foreach", "do"} or not isinstance(stage.get("do"), dict):
            yield "`foreach` goes with `do` alone"
            return
        stage = stage["do"]
    yield from (f"unknown key {key!r}" for key in stage if key not in _STAGE)
    if not stage.get("cmd") or not isinstance(stage["cmd"], str | list):
        yield "`cmd` is missing"
    for key in _LISTS:
        yield from _list_faults(key, stage.get(key, []))
    for name in [*_names(stage.get("params", [])), *_inserted(stage)]:
        if not _exists(name, parameters):
            yield f"the parameter {name!r} is not in params.yaml"


def _list_faults(key: str, items: Any) -> Iterator[str]:
    if not isinstance(items, list):
        yield f"`{key}` must be a list"
        return
    allowed = _PLOT if key == "plots" else _OUTPUT
    for item in items:
        if key == "deps" and not isinstance(item, str):
            yield f"`deps` holds paths only, not {item!r}"
        if isinstance(item, dict) and key in ("outs", "metrics", "plots"):
            for settings in item.values():
                yield from (f"`{key}`: unknown key {name!r}" for name in settings or {} if name not in allowed)


def _names(items: Any) -> list[str]:
    """Parameters of params.yaml; those of another file stand in a mapping and are not judged."""
    return [item for item in items if isinstance(item, str)] if isinstance(items, list) else []


def _inserted(stage: dict[str, Any]) -> list[str]:
    """Parameters in ${…}; those of `matrix`, `foreach` and `vars` come from elsewhere."""
    if "vars" in stage:
        return []
    names = _INSERTED.findall(str([stage.get(key) for key in ("cmd", *_LISTS)]))
    return [name for name in names if name.partition(".")[0] not in ("item", "key")]


def _exists(name: str, parameters: dict[str, Any] | None) -> bool:
    if "${" in name:
        return True
    value: Any = parameters
    for part in name.split("."):
        if not isinstance(value, dict) or part not in value:
            return False
        value = value[part]
    return True


def _written(stage: dict[str, Any]) -> list[str]:
    items = [item for key in ("outs", "metrics", "plots") for item in stage.get(key, []) if isinstance(stage.get(key), list)]
    return [path for item in items for path in (item if isinstance(item, dict) else [item])]


def _graph_faults(stages: dict[str, dict[str, Any]]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for name, stage in stages.items():
        for path in _written(stage):
            other = next((o for o in owner if _touch(o, path)), None)
            if other is not None:
                yield f"{path!r} of stage {name} is in the way of {other!r} of stage {owner[other]}"
            owner[path] = name
    after = {
        name: {by for path, by in owner.items() for dep in stage.get("deps", []) if isinstance(dep, str) and _touch(path, dep)}
        for name, stage in stages.items()
    }
    if _has_cycle(after):
        yield "the stages depend on each other in a circle"


def _touch(one: str, other: str) -> bool:
    a, b = (PurePosixPath(path) for path in (one, other))
    return a == b or a in b.parents or b in a.parents


def _has_cycle(after: dict[str, set[str]]) -> bool:
    """Whether removing stages that wait for nobody ever stops short of the end."""
    left = dict(after)
    while left:
        free = [name for name, needs in left.items() if not needs & left.keys()]
        if not free:
            return True
        for name in free:
            del left[name]
    return False
