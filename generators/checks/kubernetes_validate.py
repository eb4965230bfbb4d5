"""Kubernetes objects by the package kubernetes-validate, which carries the complete schemas of the Kubernetes project."""

from pathlib import Path

from generators.checks import kubernetes_schema
from generators.checks.by_schema import line_of, place
from generators.checks.documents import documents
from generators.checks.kubernetes_schema import is_built_in
from generators.checks.problem import Problem
from generators.checks.programs import package_version

TOOL = "kubernetes-validate"
HEAVY = True


def version() -> str:
    """Its version."""
    return package_version("kubernetes-validate")


def wants(path: str, text: str) -> bool:
    """YAML files with an object of Kubernetes' own APIs."""
    return kubernetes_schema.wants(path, text)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What it refuses, an unknown kind or version of an API included."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> list[Problem]:
    from kubernetes_validate import SchemaNotFoundError, ValidationError, validate

    found = []
    for number, document in enumerate(documents(folder, path)):
        if not is_built_in(document.get("apiVersion")):
            continue
        try:
            validate(document, kubernetes_schema.version(), strict=True)
        except ValidationError as error:
            keys = tuple(error.absolute_path)
            found.append(Problem(path, f"{place(keys)}: {error.message}", line_of(folder, path, number, keys)))
        except SchemaNotFoundError as error:
            found.append(Problem(path, error.message, line_of(folder, path, number, ("apiVersion",))))
    return found
