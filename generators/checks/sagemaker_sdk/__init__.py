"""SageMaker pipelines: the SDK builds the definition, and botocore judges the arguments of each job. Nothing is started."""

import json
from importlib.resources import as_file, files
from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import run, separate_python

TOOL = "sagemaker"
HEAVY = True
_QUIET = {"SAGEMAKER_SUPPRESS_V2_WARNING": "1", "PYTHONWARNINGS": "ignore", "PYTHONDONTWRITEBYTECODE": "1"}


def version() -> str:
    """The SDK's version."""
    told = "import importlib.metadata as m; print(m.version('sagemaker'))"
    return run(separate_python("sagemaker"), "-c", told, folder=Path.cwd(), heavy=True).stdout.strip()


def wants(path: str, text: str) -> bool:
    """Scripts with a function that builds a pipeline from a session and a role."""
    return PurePosixPath(path).suffix == ".py" and "def build_pipeline(session: PipelineSession, role: str)" in text


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What the SDK and botocore say of each pipeline."""
    return [problem for path in paths for problem in _faults(folder, path)]


def _faults(folder: Path, path: str) -> list[Problem]:
    place = folder / path
    with as_file(files("generators.checks") / "sagemaker_sdk" / "definition.py") as program:
        said = run(separate_python("sagemaker"), str(program), place.name, folder=place.parent, heavy=True, **_QUIET)
    if said.returncode:
        return [Problem(path, "\n".join(said.stderr.strip().splitlines()[-3:]))]
    return [Problem(path, message) for message in json.loads(said.stdout.strip().splitlines()[-1])]
