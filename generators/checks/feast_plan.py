"""A feature repository by `feast plan`, in an environment of its own; the definitions are run, so this one waits to be asked."""

import re
from pathlib import Path, PurePosixPath

from generators.checks.feast import wants as is_configuration
from generators.checks.problem import Missing, Problem
from generators.checks.programs import run, separate_python

TOOL = "feast plan"
HEAVY = True

# Feast looks at the columns of each local source, so the script first makes a small one for each.
_PLAN = """
import importlib.util, os, sys
from pathlib import Path
import pandas as pd
from feast import FeatureView, FileSource

DTYPES = {"INT32": "int32", "INT64": "int64", "FLOAT": "float32", "DOUBLE": "float64", "STRING": "object", "BOOL": "bool"}

def sample(kind):
    return {"STRING": "a", "BOOL": True}.get(kind, 1) if kind in DTYPES else [1.0] if "LIST" in kind else pd.Timestamp.now(tz="UTC")

def columns(view, source):
    found = {}
    for entity in view.entity_columns:
        found[entity.name] = sample(entity.dtype.to_value_type().name)
    for field in view.features:
        found[field.name] = sample(field.dtype.to_value_type().name)
    for name in (source.timestamp_field, source.created_timestamp_column):
        if name:
            found[name] = pd.Timestamp.now(tz="UTC")
    return {name: [value] for name, value in found.items()}

ignored = set(Path(".feastignore").read_text().split()) if Path(".feastignore").exists() else set()
for path in Path(".").rglob("*.py"):
    if str(path) in ignored:
        continue
    spec = importlib.util.spec_from_file_location("definitions_" + path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for view in vars(module).values():
        source = getattr(view, "batch_source", None)
        if isinstance(view, FeatureView) and isinstance(source, FileSource) and "://" not in source.path:
            Path(source.path).parent.mkdir(parents=True, exist_ok=True)
            if not Path(source.path).exists():
                pd.DataFrame(columns(view, source)).to_parquet(source.path)
from feast.cli.cli import cli
cli(["plan"])
"""
_LACKING = re.compile(r"No module named '([\w.]+)'|FeastExtrasDependencyImportError")
_UNREACHABLE = re.compile(
    r"NoCredentialsError|DefaultCredentialsError|could not translate host|NETWORK_CONNECTION|ACCESS_DENIED|AWS Error"
    r"|Anonymous caller|Could not connect|EndpointConnectionError|Unable to locate credentials"
)


def version() -> str:
    """Its version."""
    said = run(
        separate_python("feast"), "-c", "import importlib.metadata as m; print(m.version('feast'))", folder=Path.cwd(), heavy=True
    )
    return said.stdout.strip()


def wants(path: str, text: str) -> bool:
    """The configuration of a repository and its definitions."""
    return is_configuration(path, text) or (
        path.endswith(".py") and bool(re.search(r"= (?:Entity|FeatureView|FeatureService)\(", text))
    )


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What Feast says of each repository."""
    homes = sorted({str(PurePosixPath(path).parent) for path in paths if PurePosixPath(path).name == "feature_store.yaml"})
    return [problem for home in homes for problem in _of_repository(folder, home, paths)]


def _of_repository(folder: Path, home: str, paths: list[str]) -> list[Problem]:
    configuration = (folder / home / "feature_store.yaml").read_text(encoding="utf-8")
    # The address of a registry comes from the environment; an empty database stands in for it.
    registry = dict.fromkeys(re.findall(r"path: *[\"']?\$\{(\w+)\}", configuration), "sqlite:///registry-of-this-check.db")
    variables = {"FEAST_USAGE": "False", "IS_TEST": "True", **registry}
    said = run(separate_python("feast"), "-c", _PLAN, folder=folder / home, heavy=True, **variables)
    if said.returncode == 0:
        return []
    text = (said.stdout + said.stderr).strip()
    lacking = _LACKING.search(text)
    if lacking:
        raise Missing(f"the extra of Feast for this store is not installed ({lacking[1] or 'see its documentation'})")
    if _UNREACHABLE.search(text):
        raise Missing("the store cannot be reached from here")
    last = [line for line in text.splitlines() if line.strip()][-1]
    blamed = "features.py" if "definitions_" in text or "features.py" in text else "feature_store.yaml"
    path = next((path for path in paths if PurePosixPath(path).name == blamed), paths[0])
    return [Problem(path, last.strip())]
