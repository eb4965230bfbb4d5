"""MLproject files by MLflow itself: it loads the project and fills in the command of each entry point. Nothing is run."""

import json
from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import run, separate_python

TOOL = "mlflow"
HEAVY = True
_SAMPLES = {"float": "0.5", "int": "1", "path": "MLproject", "uri": "s3://bucket/key", "string": "text"}
_LOAD = """
import json, sys
from mlflow.projects import _project_spec
samples = json.loads(sys.argv[1])
try:
    project = _project_spec.load_project(".")
    for name in project._entry_points:
        entry_point = project.get_entry_point(name)
        values = {key: samples[parameter.type] for key, parameter in entry_point.parameters.items()}
        entry_point.compute_command(values, None)
except Exception as error:
    print(f"{type(error).__name__}: {error}")
"""


def version() -> str:
    """MLflow's version."""
    told = "import importlib.metadata as m; print(m.version('mlflow-skinny'))"
    return run(separate_python("mlflow"), "-c", told, folder=Path.cwd(), heavy=True).stdout.strip()


def wants(path: str, text: str) -> bool:
    """MLproject files."""
    return PurePosixPath(path).name == "MLproject"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What MLflow says of each project."""
    problems = []
    for path in paths:
        place = (folder / path).parent
        said = run(separate_python("mlflow"), "-c", _LOAD, json.dumps(_SAMPLES), folder=place, heavy=True)
        if said.returncode:
            raise RuntimeError(said.stderr.strip()[-300:])
        if said.stdout.strip():
            problems.append(Problem(path, said.stdout.strip()[:1000]))
    return problems
