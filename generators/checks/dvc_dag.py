"""DVC pipelines by DVC itself, which builds their graph: `dvc dag`. Nothing is run."""

import shutil
import tempfile
from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import run, separate_python

TOOL = "dvc dag"
HEAVY = True


def version() -> str:
    """DVC's version."""
    python = separate_python("dvc")
    return run(python, "-m", "dvc", "--version", folder=Path.cwd(), heavy=True, DVC_NO_ANALYTICS="1").stdout.strip()


def wants(path: str, text: str) -> bool:
    """dvc.yaml files."""
    return PurePosixPath(path).name == "dvc.yaml"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What DVC says of each pipeline's graph."""
    return [problem for path in paths for problem in _faults(folder, path)]


def _faults(folder: Path, path: str) -> list[Problem]:
    python = separate_python("dvc")
    with tempfile.TemporaryDirectory(prefix="sternik-dvc-") as name:
        place = Path(name) / "project"
        shutil.copytree(folder / PurePosixPath(path).parent, place)
        (place / ".dvc").mkdir(exist_ok=True)
        # Without this DVC wants a Git repository around the pipeline.
        (place / ".dvc" / "config.local").write_text("[core]\n    no_scm = true\n", encoding="utf-8")
        said = run(python, "-m", "dvc", "dag", folder=place, heavy=True, DVC_NO_ANALYTICS="1")
    if said.returncode == 0:
        return []
    return [Problem(path, (said.stderr or said.stdout).strip()[:1000])]
