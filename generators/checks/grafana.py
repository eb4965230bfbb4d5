"""Grafana dashboards and provisioning: panel types, unique ids, places on the grid, thresholds, queries, variables that exist."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.by_schema import line_of, problems, schema
from generators.checks.documents import documents, is_yaml
from generators.checks.problem import Problem

TOOL = "own check: Grafana"
HEAVY = False

_BUILT_IN = re.compile(r"__\w+|timeFilter|timezone|dashboard|org|user|orgId")
_VARIABLE = re.compile(r"\$(?:\{(\w+)(?::\w+)?\}|([A-Za-z_]\w*))")


def version() -> str:
    """The version of Grafana whose documentation was followed."""
    return "13.2"


def wants(path: str, text: str) -> bool:
    """Dashboards, and provisioning files of data sources and dashboards."""
    return _shape(path, text) is not None


def _shape(path: str, text: str) -> str | None:
    if path.endswith(".json"):
        return "dashboard" if '"panels"' in text and re.search(r'"(?:schemaVersion|gridPos|gridpos|templating)"', text) else None
    if not is_yaml(path) or not re.search(r"^apiVersion: *1\b", text, re.M):
        return None
    return next((name for name in ("datasources", "providers") if re.search(rf"^{name}:", text, re.M)), None)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What the schema refuses, and what it cannot see."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> Iterator[Problem]:
    text = (folder / path).read_text(encoding="utf-8")
    shape = str(_shape(path, text))
    if shape == "dashboard":
        try:
            json.loads(text)
        except json.JSONDecodeError as error:
            yield Problem(path, f"is not JSON: {error.msg}", error.lineno)
            return
    table = schema("grafana.yaml")
    for number, document in enumerate(documents(folder, path)):
        faults = list(problems(folder, path, number, document, {**table[shape], "$defs": table["$defs"]}))
        yield from faults
        if shape == "dashboard" and not faults:
            yield from (Problem(path, fault, line_of(folder, path, number, ("panels", at))) for at, fault in _of_panels(document))
            yield from (Problem(path, f"no variable is called ${name}") for name in _unknown(document))


def _of_panels(dashboard: dict[str, Any]) -> Iterator[tuple[int, str]]:
    taken: dict[tuple[int, int], str] = {}
    ids: set[int] = set()
    for at, panel in enumerate(dashboard["panels"]):
        title, grid = panel.get("title", panel["type"]), panel["gridPos"]
        if panel["id"] in ids:
            yield at, f"panel {title!r} has the id {panel['id']}, which another one has"
        ids.add(panel["id"])
        if grid["x"] + grid["w"] > 24:
            yield at, f"panel {title!r} reaches beyond the 24 columns"
        cells = {(x, y) for x in range(grid["x"], grid["x"] + grid["w"]) for y in range(grid["y"], grid["y"] + grid["h"])}
        covered = next((taken[cell] for cell in cells if cell in taken), None)
        if covered:
            yield at, f"panel {title!r} lies over {covered!r}"
        taken |= dict.fromkeys(cells, title)
        yield from ((at, fault) for fault in _of_panel(panel, title))


def _of_panel(panel: dict[str, Any], title: str) -> Iterator[str]:
    names = [target["refId"] for target in panel.get("targets", ())]
    if (
        panel["type"] not in ("row", "text", "dashlist", "alertlist", "news", "annolist")
        and not names
        and "libraryPanel" not in panel
    ):
        yield f"panel {title!r} has no query"
    yield from (f"panel {title!r} has two queries {name}" for name in dict.fromkeys(names) if names.count(name) > 1)
    steps = panel.get("fieldConfig", {}).get("defaults", {}).get("thresholds", {}).get("steps", [])
    limits = [step.get("value") for step in steps[1:]]
    if None in limits or limits != sorted(limits):
        yield f"thresholds of panel {title!r} do not rise"


def _unknown(dashboard: dict[str, Any]) -> list[str]:
    """Variables that queries and data sources use but the dashboard does not declare."""
    declared = {variable["name"] for variable in dashboard.get("templating", {}).get("list", ())}
    text = json.dumps([(panel.get("datasource"), panel.get("targets")) for panel in dashboard["panels"]])
    used = {first or second for first, second in _VARIABLE.findall(text)}
    return sorted(name for name in used - declared if not _BUILT_IN.fullmatch(name))
