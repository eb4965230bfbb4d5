"""Documents against JSON schemas, for the validators that have one: each fault with its place and its line."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, relevance

from generators.checks.problem import Problem

_FOLDER = Path(__file__).parent / "schemas"
_LONGEST = 200
Keys = tuple[str | int, ...]


@cache
def schema(name: str) -> dict[str, Any]:
    """A schema file of schemas/, JSON or YAML."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text) if name.endswith(".json") else yaml.safe_load(text)
    return loaded


def problems(folder: Path, path: str, number: int, document: Any, against: dict[str, Any]) -> Iterator[Problem]:
    """The faults of one document, `number` being its place among those of the file that are not empty."""
    for error in sorted(Draft202012Validator(against).iter_errors(document), key=lambda error: list(map(str, error.absolute_path))):
        deepest = _deepest(error)
        keys = tuple(deepest.absolute_path)
        yield Problem(path, f"{place(keys)}: {_message(deepest)}".removeprefix(": "), line_of(folder, path, number, keys))


def place(keys: Keys) -> str:
    """Where in a document: `spec.ports[0].name`."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")


def line_of(folder: Path, path: str, number: int, keys: Keys) -> int | None:
    """The line, from 1, at which a value of the document of this number stands; of what is missing, its parent's."""
    with (folder / path).open(encoding="utf-8") as file:
        nodes = [node for node in yaml.compose_all(file, Loader=yaml.SafeLoader) if not _is_empty(node)]
    if number >= len(nodes):
        return None
    node, line = nodes[number], nodes[number].start_mark.line
    for key in keys:
        step = _step(node, key)
        if step is None:
            break
        line, node = step
    return int(line) + 1


def _step(node: Any, key: str | int) -> tuple[int, Any] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
        return node.value[key].start_mark.line, node.value[key]
    if isinstance(node, yaml.MappingNode):
        return next(((name.start_mark.line, value) for name, value in node.value if name.value == str(key)), None)
    return None


def _is_empty(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")


def _deepest(error: ValidationError) -> ValidationError:
    """Of alternatives that all fail, the fault of the one that came nearest."""
    while error.context:
        error = min(error.context, key=relevance)
    return error


def _message(error: ValidationError) -> str:
    text = error.message
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
