"""Kubernetes objects against the API's own schema: unknown fields, wrong types, missing fields, and API versions that were removed.

The schema, of the kinds that people write, is derived from the package kubernetes-validate by deploy/kubernetes_schema.py.
"""

import re
from pathlib import Path
from typing import Any

from generators.checks.by_schema import line_of, problems, schema
from generators.checks.documents import documents, is_yaml
from generators.checks.problem import Problem

TOOL = "Kubernetes schema"
HEAVY = False

_BUILT_IN = r"v1|(?:apps|autoscaling|batch|policy)/v\w+|[a-z.]+\.k8s\.io/v\w+"
_API_LINES = re.compile(r"^apiVersion: *[\"']?([\w./-]+)", re.M)
# These groups end in k8s.io too, but are installed apart, and Kustomize's files never reach the API.
_APART = re.compile(r"^(?:kustomize\.config|gateway\.networking|metrics|external\.metrics|snapshot\.storage|node\.kubelet)\.")


def version() -> str:
    """The version of Kubernetes that it speaks of."""
    return str(schema("kubernetes.json")["version"])


def wants(path: str, text: str) -> bool:
    """YAML files with an object of Kubernetes' own APIs; charts' templates only after Helm filled them."""
    return is_yaml(path) and "/templates/" not in f"/{path}" and any(map(is_built_in, _API_LINES.findall(text)))


def is_built_in(api: Any) -> bool:
    """Whether an apiVersion belongs to Kubernetes itself."""
    return isinstance(api, str) and bool(re.fullmatch(_BUILT_IN, api)) and not _APART.match(api)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What the API server would refuse."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> list[Problem]:
    found: list[Problem] = []
    for number, document in enumerate(documents(folder, path)):
        if not isinstance(document, dict) or not isinstance(document.get("kind"), str):
            found.append(Problem(path, "an object has no kind", line_of(folder, path, number, ())))
        elif is_built_in(document.get("apiVersion")):
            found += (
                problems(folder, path, number, document, schema_of(document))
                if _known(document)
                else [_unknown(folder, path, number, document)]
            )
    return found


def _known(document: dict[str, Any]) -> bool:
    return _key(document) in schema("kubernetes.json")["kinds"]


def schema_of(document: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object's kind, complete with all that it refers to."""
    table = schema("kubernetes.json")
    return {**table["kinds"][_key(document)], "$defs": table["$defs"]}


def _unknown(folder: Path, path: str, number: int, document: dict[str, Any]) -> Problem:
    line = line_of(folder, path, number, ("apiVersion",))
    return Problem(
        path, f"Kubernetes {version()} has no {document['kind']} in {document['apiVersion']} that this check knows", line
    )


def _key(document: dict[str, Any]) -> str:
    return f"{document['apiVersion']} {document['kind']}"
