"""Kustomize's own build of each kustomization, whose objects then pass the checks of any manifest."""

import re
import tempfile
from pathlib import Path, PurePosixPath

from generators.checks import kubernetes_rules, kubernetes_schema, kustomization
from generators.checks.problem import Problem
from generators.checks.programs import find_program, run

TOOL = "kustomize build"
HEAVY = True


def version() -> str:
    """The version of Kustomize inside kubectl."""
    said = run(find_program("kubectl"), "version", "--client", folder=Path.cwd()).stdout
    found = re.search(r"Kustomize Version: v(\S+)", said)
    return found[1] if found else ""


def wants(path: str, text: str) -> bool:
    """kustomization.yaml."""
    return kustomization.wants(path, text)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What the build says, and what is wrong with its result."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> list[Problem]:
    place = str(PurePosixPath(path).parent)
    built = run(find_program("kubectl"), "kustomize", place, folder=folder, heavy=True)
    if built.returncode or "Warning" in built.stderr:
        return [Problem(path, built.stderr.strip())]
    with tempfile.TemporaryDirectory(prefix="sternik-kustomize-") as name:
        Path(name, "built.yaml").write_text(built.stdout, encoding="utf-8")
        faults = [*kubernetes_schema.check(Path(name), ["built.yaml"]), *kubernetes_rules.check(Path(name), ["built.yaml"])]
    return [Problem(path, fault.message) for fault in faults]
