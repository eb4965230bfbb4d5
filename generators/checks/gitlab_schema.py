"""GitLab pipelines by GitLab's own schema, which comes with check-jsonschema."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

from generators.checks.documents import documents
from generators.checks.problem import Problem
from generators.checks.programs import package_version

TOOL = "GitLab schema"
HEAVY = False


def version() -> str:
    """The version of the package that carries the schema."""
    return package_version("check-jsonschema")


def wants(path: str, text: str) -> bool:
    """.gitlab-ci.yml, also in a folder and as part of a name."""
    name = PurePosixPath(path).name
    return name.endswith((".gitlab-ci.yml", ".gitlab-ci.yaml"))


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Keys and values that GitLab does not know."""
    return [problem for path in paths for document in documents(folder, path) for problem in _problems(path, document)]


def _problems(path: str, document: Any) -> list[Problem]:
    problems = []
    for error in _validator().iter_errors(document):
        deepest = best_match([error]) or error
        where = ".".join(str(part) for part in deepest.absolute_path)
        problems.append(Problem(path, f"{where}: {deepest.message}" if where else deepest.message))
    return problems


@cache
def _validator() -> Draft7Validator:
    place = files("check_jsonschema").joinpath("builtin_schemas", "vendor", "gitlab-ci.json")
    return Draft7Validator(json.loads(place.read_text(encoding="utf-8")))
