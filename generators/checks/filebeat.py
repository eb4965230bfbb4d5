"""filebeat.yml, in which Filebeat itself ignores unknown keys: inputs, parsers, processors, and exactly one output."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.by_schema import problems, schema
from generators.checks.documents import documents, is_yaml
from generators.checks.problem import Problem

TOOL = "own check: Filebeat"
HEAVY = False

_OURS = re.compile(r"^filebeat(?:\.\w+)*:", re.M)


def version() -> str:
    """The version of Filebeat whose documentation was followed."""
    return "9.5"


def wants(path: str, text: str) -> bool:
    """YAML files with inputs of Filebeat at their top; a compose file has them nowhere there."""
    return is_yaml(path) and bool(_OURS.search(text)) and not re.search(r"^(?:services|apiVersion):", text, re.M)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What the schema refuses, and outputs that are none or several."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> Iterator[Problem]:
    table = schema("elastic.yaml")
    for number, document in enumerate(documents(folder, path)):
        yield from problems(folder, path, number, document, {**table["filebeat"], "$defs": table["$defs"]})
        if isinstance(document, dict):
            yield from (Problem(path, fault) for fault in _outputs(document))
            yield from (Problem(path, fault) for fault in _inputs(document))


def _outputs(document: dict[str, Any]) -> Iterator[str]:
    nested = document.get("output")
    names = [key.removeprefix("output.") for key in document if key.startswith("output.")]
    names += list(nested) if isinstance(nested, dict) else []
    kinds = sorted({name.split(".")[0] for name in names})
    if len(kinds) != 1:
        yield f"only one output may be active, and there are {len(kinds)}{': ' + ', '.join(kinds) if kinds else ''}"
    unknown = [kind for kind in kinds if kind not in ("elasticsearch", "logstash", "kafka", "redis", "file", "console", "discard")]
    yield from (f"there is no output called {kind!r}" for kind in unknown)


def _inputs(document: dict[str, Any]) -> Iterator[str]:
    inputs = document.get("filebeat.inputs")
    ids = [one.get("id") for one in inputs if isinstance(one, dict)] if isinstance(inputs, list) else []
    yield from (f"two inputs have the id {name!r}" for name in dict.fromkeys(ids) if name is not None and ids.count(name) > 1)
    if not any(key.split(".")[0] == "filebeat" for key in document):
        yield "there is no input"
