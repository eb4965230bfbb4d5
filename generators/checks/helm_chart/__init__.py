"""Helm charts without Helm: Chart.yaml, values against their schema, and templates whose values, helpers and blocks are there."""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

from generators.checks.by_schema import line_of, place, problems, schema
from generators.checks.documents import documents
from generators.checks.helm_chart.templates import template_problems
from generators.checks.problem import Problem

TOOL = "own check: Helm chart"
HEAVY = False


def version() -> str:
    """It is as old as this program."""
    return ""


def wants(path: str, text: str) -> bool:
    """The files of a chart."""
    name = PurePosixPath(path).name
    is_values = name.startswith("values") and name.endswith((".yaml", ".schema.json"))
    # Templates of an Ansible role lie in a folder of the same name.
    in_templates = "templates" in PurePosixPath(path).parts[:-1] and not name.endswith(".j2")
    return name == "Chart.yaml" or is_values or in_templates


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Faults of each chart."""
    charts = sorted({str(PurePosixPath(path).parent) for path in paths if PurePosixPath(path).name == "Chart.yaml"})
    return [
        problem
        for chart in charts
        for problem in _of_chart(folder, chart, [p for p in paths if PurePosixPath(p).is_relative_to(chart)])
    ]


def _of_chart(folder: Path, chart: str, paths: list[str]) -> Iterator[Problem]:
    about = str(PurePosixPath(chart, "Chart.yaml"))
    for number, document in enumerate(documents(folder, about)):
        yield from problems(folder, about, number, document, schema("chart.yaml"))
    values = _mapping(folder, str(PurePosixPath(chart, "values.yaml")))
    for path in paths:
        name = PurePosixPath(path).name
        if name.startswith("values") and name.endswith(".yaml"):
            yield from _of_values(folder, chart, path, values)
        elif name == "values.schema.json":
            yield from _of_schema(folder, path)
    templates = {
        path: (folder / path).read_text(encoding="utf-8") for path in paths if "templates" in PurePosixPath(path).parts[:-1]
    }
    yield from template_problems(templates, values)


def _mapping(folder: Path, path: str) -> dict[str, Any]:
    found = documents(folder, path) if (folder / path).is_file() else []
    return found[0] if found and isinstance(found[0], dict) else {}


def _of_values(folder: Path, chart: str, path: str, defaults: dict[str, Any]) -> Iterator[Problem]:
    given = _mapping(folder, path)
    for key in given:
        if key not in defaults:
            yield Problem(path, f"{key} is not in values.yaml, so no template reads it", line_of(folder, path, 0, (key,)))
    rules = folder / chart / "values.schema.json"
    if rules.is_file():
        merged = _merged(defaults, given)
        for error in Draft202012Validator(json.loads(rules.read_text(encoding="utf-8"))).iter_errors(merged):
            yield Problem(path, f"{place(tuple(error.absolute_path))}: {error.message}")


def _merged(defaults: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Values as Helm merges them: mappings key by key, anything else as a whole."""
    both = {
        key: _merged(defaults[key], value)
        for key, value in given.items()
        if isinstance(value, dict) and isinstance(defaults.get(key), dict)
    }
    return {**defaults, **given, **both}


def _of_schema(folder: Path, path: str) -> Iterator[Problem]:
    try:
        Draft202012Validator.check_schema(json.loads((folder / path).read_text(encoding="utf-8")))
    except (SchemaError, json.JSONDecodeError) as error:
        yield Problem(path, str(error).split("\n")[0])
