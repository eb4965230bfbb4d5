"""feature_store.yaml: keys, providers and kinds of stores."""

from pathlib import Path, PurePosixPath

from generators.checks.by_schema import problems, schema
from generators.checks.documents import documents
from generators.checks.problem import Problem

TOOL = "own check: Feast"
HEAVY = False


def version() -> str:
    """The version of Feast whose documentation was followed."""
    return "0.67"


def wants(path: str, text: str) -> bool:
    """feature_store.yaml and its variants for other environments (`feature_store.prod.yaml`)."""
    name = PurePosixPath(path).name
    return name.startswith("feature_store") and name.endswith((".yaml", ".yml"))


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What Feast would not take."""
    table = schema("feast.yaml")
    return [
        problem
        for path in paths
        for number, document in enumerate(documents(folder, path))
        for problem in problems(folder, path, number, document, table)
    ]
