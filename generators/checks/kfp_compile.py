"""Kubeflow pipelines, compiled by the KFP SDK in an environment of its own; the file is run, so this one waits to be asked."""

from pathlib import Path

from generators.checks.problem import Problem
from generators.checks.programs import run, separate_python

TOOL = "KFP compiler"
HEAVY = True


def version() -> str:
    """Its version."""
    return run(separate_python("kfp"), "-c", "import kfp; print(kfp.__version__)", folder=Path.cwd(), heavy=True).stdout.strip()


def wants(path: str, text: str) -> bool:
    """Python files that define a pipeline."""
    return path.endswith(".py") and "from kfp import" in text and "pipeline(" in text


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What the compiler refuses: types that do not meet, unknown arguments."""
    problems = []
    for path in paths:
        said = run(separate_python("kfp"), "-W", "ignore", path, folder=folder, heavy=True)
        if said.returncode:
            problems.append(Problem(path, said.stderr.strip().splitlines()[-1]))
    return problems
