"""Files of Prometheus: keys, durations, relabel actions, job names, alert templates, rule tests."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.by_schema import line_of, problems, schema
from generators.checks.documents import documents, is_yaml
from generators.checks.problem import Problem

TOOL = "own check: Prometheus"
HEAVY = False

_SHAPES = (
    ("PrometheusRule", r"^kind: *PrometheusRule\b"),
    ("ServiceMonitor", r"^kind: *ServiceMonitor\b"),
    ("tests", r"^tests:"),
    ("rules", r"^groups:"),
    ("config", r"^scrape_configs:|^(?:global|rule_files):"),
    ("targets", r"\A(?:#.*\n)*- targets:"),
)
_NOT_OURS = re.compile(r"^(?:route|receivers|apiVersion: 1|output\.\w+|services):?", re.M)
_FUNCTION = re.compile(r"\|\s*(\w+)|\{\{-?\s*(\w+)\s+[$\"`]")
_FUNCTIONS = {
    *"query first label value sortByLabel humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp title "
    "toUpper".split(),
    *"toLower stripPort match reReplaceAll graphLink tableLink parseDuration externalURL pathPrefix printf print println len "
    "index".split(),
    *"if else end range with define template and or not eq ne lt le gt ge safeHtml urlQueryEscape stripDomain toTime now".split(),
}


def version() -> str:
    """The version of Prometheus whose documentation was followed."""
    return "3.13"


def wants(path: str, text: str) -> bool:
    """Prometheus' own YAML files and the operator's objects."""
    return is_yaml(path) and shape_of(text) is not None


def shape_of(text: str) -> str | None:
    """What kind of Prometheus' files a text is."""
    if _NOT_OURS.search(text):
        return None
    return next((name for name, pattern in _SHAPES if re.search(pattern, text, re.M if "\\A" not in pattern else 0)), None)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What the schema refuses, and what it cannot see."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> Iterator[Problem]:
    shape = shape_of((folder / path).read_text(encoding="utf-8"))
    table = schema("prometheus.yaml")
    for number, document in enumerate(documents(folder, path)):
        yield from problems(folder, path, number, document, {**table[str(shape)], "$defs": table["$defs"]})
        if isinstance(document, dict):
            yield from _jobs(folder, path, number, document)
            yield from _templates(folder, path, number, document)


def _jobs(folder: Path, path: str, number: int, document: dict[str, Any]) -> Iterator[Problem]:
    seen = set()
    for at, job in enumerate(_dicts(document.get("scrape_configs"))):
        name = job.get("job_name")
        if name in seen:
            yield Problem(path, f"two scrape jobs are called {name!r}", line_of(folder, path, number, ("scrape_configs", at)))
        seen.add(name)


def _templates(folder: Path, path: str, number: int, document: dict[str, Any]) -> Iterator[Problem]:
    spec = document.get("spec")
    groups = _dicts(spec.get("groups") if isinstance(spec, dict) else document.get("groups"))
    for group in groups:
        for rule in _dicts(group.get("rules")):
            texts = rule.get("annotations")
            for text in texts.values() if isinstance(texts, dict) else ():
                yield from (Problem(path, f"alert {rule.get('alert')}: {fault}") for fault in _template_faults(str(text)))


def _template_faults(text: str) -> Iterator[str]:
    if text.count("{{") != text.count("}}"):
        yield f"braces do not close in {text!r}"
    for braces in re.findall(r"\{\{.*?\}\}", text):
        called = {name for pair in _FUNCTION.findall(braces) for name in pair if name}
        yield from (f"templates have no function {name!r}" for name in sorted(called - _FUNCTIONS))


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
