"""PromQL in rules, in their tests and in the panels of Grafana dashboards: syntax, types of arguments, unknown functions."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.documents import documents
from generators.checks.problem import Problem
from generators.checks.programs import package_version

TOOL = "promql-parser"
HEAVY = False

_QUERY = re.compile(r"^\s*(?:- )?expr:|\"expr\":", re.M)
# Grafana fills these before Prometheus sees the query.
_GRAFANA = re.compile(r"\$\{?__(?:rate_)?interval(?:_ms)?\}?|\$\{?__range(?:_s)?\}?|\[\$\{?\w+\}?\]")


def version() -> str:
    """Its version."""
    return package_version("promql-parser")


def wants(path: str, text: str) -> bool:
    """Rules, rule tests and dashboards; a dashboard's queries in another language are not read."""
    return path.endswith((".yml", ".yaml", ".json")) and bool(_QUERY.search(text)) and '"loki"' not in text


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Queries that do not parse."""
    import promql_parser

    found = []
    for path in paths:
        for query in _queries(folder, path):
            try:
                promql_parser.parse(_GRAFANA.sub(_filled, query))
            except ValueError as error:
                found.append(Problem(path, f"{error} in {query!r}"))
    return found


def _filled(match: re.Match[str]) -> str:
    return "[5m]" if match.group().startswith("[") else "5m"


def _queries(folder: Path, path: str) -> Iterator[str]:
    if path.endswith(".json"):
        whole: Any = json.loads((folder / path).read_text(encoding="utf-8"))
    else:
        whole = documents(folder, path)
    yield from _under_expr(whole)


def _under_expr(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "expr" and isinstance(item, str):
                yield item
            else:
                yield from _under_expr(item)
    elif isinstance(value, list):
        for item in value:
            yield from _under_expr(item)
