"""Katib experiments, by rules of our own: the fields Katib asks for, counts that fit, and trial parameters that exist."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.documents import is_yaml, objects
from generators.checks.problem import Problem

TOOL = "own check: Katib"
HEAVY = False
_ALGORITHMS = {
    "random",
    "grid",
    "tpe",
    "multivariate-tpe",
    "bayesianoptimization",
    "hyperband",
    "cmaes",
    "sobol",
    "enas",
    "darts",
    "pbt",
}
_SPEC = {
    "objective", "algorithm", "maxTrialCount", "parallelTrialCount", "maxFailedTrialCount", "parameters", "trialTemplate",
    "earlyStopping",
    "metricsCollectorSpec", "resumePolicy", "nasConfig",
}  # fmt: skip
_REFERENCE = re.compile(r"\$\{trialParameters\.([\w-]+)\}")


def version() -> str:
    """Ours has none."""
    return ""


def wants(path: str, text: str) -> bool:
    """Experiments of kubeflow.org."""
    return is_yaml(path) and bool(re.search(r"^kind: Experiment$", text, re.M)) and "kubeflow.org/" in text


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What Katib's webhook would refuse."""
    return [Problem(path, message) for path, document in objects(folder, paths) for message in _faults(document.get("spec") or {})]


def _faults(spec: dict[str, Any]) -> Iterator[str]:
    yield from (f"spec has no field {name!r}" for name in spec.keys() - _SPEC)
    yield from (f"spec.{name} is missing" for name in ("objective", "algorithm", "parameters", "trialTemplate") if name not in spec)
    if spec.get("objective", {}).get("type") not in ("maximize", "minimize"):
        yield "spec.objective.type is neither maximize nor minimize"
    if spec.get("algorithm", {}).get("algorithmName") not in _ALGORITHMS:
        yield f"spec.algorithm.algorithmName is none of {', '.join(sorted(_ALGORITHMS))}"
    if spec.get("parallelTrialCount", 1) > spec.get("maxTrialCount", float("inf")):
        yield "spec.parallelTrialCount is more than maxTrialCount"
    yield from (fault for parameter in spec.get("parameters", ()) for fault in _space(parameter))
    yield from _trial(spec)


def _space(parameter: dict[str, Any]) -> Iterator[str]:
    space = parameter.get("feasibleSpace") or {}
    if parameter.get("parameterType") in ("int", "double"):
        if not {"min", "max"} <= space.keys() or float(space["min"]) >= float(space["max"]):
            yield f"parameter {parameter.get('name')} needs min below max"
    elif not space.get("list"):
        yield f"parameter {parameter.get('name')} needs a list"
    if not all(
        isinstance(value, str)
        for value in (*space.get("list", ()), *(space[key] for key in ("min", "max", "step") if key in space))
    ):
        yield f"parameter {parameter.get('name')}: values of feasibleSpace are texts, so they need quotes"


def _trial(spec: dict[str, Any]) -> Iterator[str]:
    template = spec.get("trialTemplate") or {}
    known = {parameter.get("name") for parameter in spec.get("parameters", ())}
    given = {one.get("name"): one.get("reference") for one in template.get("trialParameters", ())}
    yield from (f"trialParameters refers to {reference}, which is no parameter" for reference in set(given.values()) - known)
    used = set(_REFERENCE.findall(str(template.get("trialSpec"))))
    yield from (f"the trial uses {name}, which trialParameters does not name" for name in used - given.keys())
