"""Airflow DAGs, imported by Airflow itself in an environment of its own; the file is run, so this one waits to be asked."""

import json
from pathlib import Path

from generators.checks.problem import Problem
from generators.checks.programs import run, separate_python

TOOL = "Airflow"
HEAVY = True
_VERSION = "import airflow; print(airflow.__version__)"
_IMPORT = """
import json, sys
from airflow.dag_processing.dagbag import DagBag
found = {}
for path in sys.argv[1:]:
    bag = DagBag(path)
    found[path] = list(bag.import_errors.values()) or ([] if bag.dags else ["no DAG in this file"])
print("VERDICT" + json.dumps(found))
"""


def version() -> str:
    """Its version."""
    return run(separate_python("airflow"), "-c", _VERSION, folder=Path.cwd(), heavy=True).stdout.strip().splitlines()[-1]


def wants(path: str, text: str) -> bool:
    """Python files that import Airflow."""
    return path.endswith(".py") and "from airflow" in text


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What keeps a file from being loaded: wrong arguments, cron lines, cycles, task ids."""
    # A home of its own: Airflow writes its settings there on the first import.
    home = str(folder / ".airflow")
    said = run(separate_python("airflow"), "-c", _IMPORT, *paths, folder=folder, heavy=True, AIRFLOW_HOME=home)
    verdict = next((line[7:] for line in said.stdout.splitlines() if line.startswith("VERDICT")), None)
    if verdict is None:
        raise RuntimeError(said.stderr.strip()[-300:] or f"exit status {said.returncode}")
    found = json.loads(verdict)
    return [Problem(path, error.strip().splitlines()[-1]) for path, errors in found.items() for error in errors]
