"""Bodies for Elasticsearch's API: index templates, with their field types, and lifecycle policies."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.by_schema import problems, schema
from generators.checks.documents import documents
from generators.checks.problem import Problem

TOOL = "own check: Elasticsearch"
HEAVY = False

_MARKS = (("template", '"index_pattern'), ("policy", '"phases"'))
_PHASES = ("hot", "warm", "cold", "frozen", "delete")
_MILLISECONDS = {"ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}


def version() -> str:
    """The version of Elasticsearch whose documentation was followed."""
    return "9.5"


def wants(path: str, text: str) -> bool:
    """JSON files that hold an index template or a lifecycle policy."""
    return path.endswith(".json") and _shape(text) is not None


def _shape(text: str) -> str | None:
    return next((name for name, mark in _MARKS if mark in text), None)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What the schema refuses, and phases whose ages do not rise."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> Iterator[Problem]:
    text = (folder / path).read_text(encoding="utf-8")
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        yield Problem(path, f"is not JSON: {error.msg}", error.lineno)
        return
    shape, table = str(_shape(text)), schema("elastic.yaml")
    for number, document in enumerate(documents(folder, path)):
        faults = list(problems(folder, path, number, document, {**table[shape], "$defs": table["$defs"]}))
        yield from faults
        if shape == "policy" and not faults:
            yield from (Problem(path, fault) for fault in _ages(document["policy"]["phases"]))


def _ages(phases: dict[str, Any]) -> Iterator[str]:
    before, last = -1, ""
    for name in (name for name in _PHASES if name in phases):
        age = _milliseconds(phases[name].get("min_age", "0ms"))
        if age < before:
            yield f"phase {name} begins before {last}"
        before, last = age, name


def _milliseconds(age: str) -> int:
    number = age.rstrip("mshd")
    return int(number) * _MILLISECONDS[age[len(number) :]]
