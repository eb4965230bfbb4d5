"""Resources that controllers add to Kubernetes, against our own schemas of them together with Kubernetes' definitions."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from generators.checks.by_schema import line_of, problems, schema
from generators.checks.documents import documents, is_yaml
from generators.checks.problem import Problem

_API_LINES = re.compile(r"^apiVersion: *[\"']?([\w./-]+)", re.M)


def has_api(path: str, text: str, group: str) -> bool:
    """Whether a YAML file has an object of this API group; charts' templates only after Helm filled them."""
    return (
        is_yaml(path) and "/templates/" not in f"/{path}" and any(api.startswith(f"{group}/") for api in _API_LINES.findall(text))
    )


def resources(folder: Path, path: str, *groups: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of these API groups, each with its number in the file."""
    for number, document in enumerate(documents(folder, path)):
        if isinstance(document, dict) and str(document.get("apiVersion")).rpartition("/")[0] in groups:
            yield number, document


def schema_problems(folder: Path, path: str, number: int, document: dict[str, Any], table: dict[str, Any]) -> Iterator[Problem]:
    """Where an object breaks the schema of its kind in the table."""
    key = f"{document.get('apiVersion')} {document.get('kind')}"
    if key not in table["kinds"]:
        yield Problem(
            path, f"no {document.get('kind')} in {document.get('apiVersion')} is known", line_of(folder, path, number, ("kind",))
        )
    else:
        yield from problems(folder, path, number, document, {**table["kinds"][key], "$defs": table["$defs"]})


@cache
def with_kubernetes(name: str) -> dict[str, Any]:
    """A schema file of ours, completed with the definitions of Kubernetes that it refers to."""
    own = schema(name)
    return {**own, "$defs": {**schema("kubernetes.json")["$defs"], **own["$defs"]}}
