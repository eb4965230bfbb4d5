"""alertmanager.yml: keys, durations, matchers; every receiver and time interval that a route names exists."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.by_schema import Keys, line_of, problems, schema
from generators.checks.documents import documents, is_yaml
from generators.checks.problem import Problem

TOOL = "own check: Alertmanager"
HEAVY = False


def version() -> str:
    """The version of Alertmanager whose documentation was followed."""
    return "0.31"


def wants(path: str, text: str) -> bool:
    """YAML files with a tree of routes and receivers."""
    return is_yaml(path) and bool(re.search(r"^route:", text, re.M) and re.search(r"^receivers:", text, re.M))


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What the schema refuses, and names that lead nowhere."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> Iterator[Problem]:
    table = schema("alertmanager.yaml")
    for number, document in enumerate(documents(folder, path)):
        faults = list(problems(folder, path, number, document, {**table["file"], "$defs": table["$defs"]}))
        yield from faults
        # Names are followed only where the shape is right, so that the reader of a broken file is not told twice.
        if not faults:
            yield from (Problem(path, text, line_of(folder, path, number, keys)) for keys, text in _names(document))


def _names(document: dict[str, Any]) -> Iterator[tuple[Keys, str]]:
    receivers = [receiver["name"] for receiver in document["receivers"]]
    intervals = {one["name"] for key in ("time_intervals", "mute_time_intervals") for one in document.get(key, ())}
    for at, name in enumerate(receivers):
        if name in receivers[:at]:
            yield ("receivers", at), f"two receivers are called {name!r}"
    for keys, route in _routes(("route",), document["route"]):
        if route.get("receiver") not in (None, *receivers):
            yield (*keys, "receiver"), f"no receiver is called {route['receiver']!r}"
        for key in ("mute_time_intervals", "active_time_intervals"):
            yield from (
                ((*keys, key), f"no time interval is called {name!r}") for name in route.get(key, ()) if name not in intervals
            )


def _routes(keys: Keys, route: dict[str, Any]) -> Iterator[tuple[Keys, dict[str, Any]]]:
    yield keys, route
    for at, branch in enumerate(route.get("routes", ())):
        yield from _routes((*keys, "routes", at), branch)
