"""InferenceServices of KServe: known fields and formats only, and numbers that do not contradict each other."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from generators.checks.by_schema import line_of
from generators.checks.custom_resources import has_api, resources, schema_problems, with_kubernetes
from generators.checks.problem import Problem

TOOL = "own check: KServe"
HEAVY = False
_GROUP = "serving.kserve.io"
_POD = "io.k8s.api.core.v1.PodSpec"
_CONTAINER = "io.k8s.api.core.v1.Container"
_MODE = "serving.kserve.io/deploymentMode"


def version() -> str:
    """It is as old as this program."""
    return ""


def wants(path: str, text: str) -> bool:
    """YAML files with an InferenceService."""
    return has_api(path, text, _GROUP)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Faults of each service."""
    return [
        problem
        for path in paths
        for number, one in resources(folder, path, _GROUP)
        for problem in _of_service(folder, path, number, one)
    ]


def _of_service(folder: Path, path: str, number: int, service: dict[str, Any]) -> Iterator[Problem]:
    faults = list(schema_problems(folder, path, number, service, _table()))
    yield from faults
    if not faults:
        for message in (*_of_predictor(service), *_of_scaling(service)):
            yield Problem(path, message, line_of(folder, path, number, ("spec", "predictor")))


@cache
def _table() -> dict[str, Any]:
    """Our schema, in which predictor and model also take the fields of a pod and of a container."""
    table = with_kubernetes("kserve.yaml")
    defs = dict(table["$defs"])
    for name, base in (("predictor", _POD), ("transformer", _POD), ("model", _CONTAINER)):
        taken = {**defs[base]["properties"], **defs[name]["properties"]}
        defs[name] = {**defs[name], "properties": taken, "additionalProperties": False}
    return {**table, "$defs": defs}


def _of_predictor(service: dict[str, Any]) -> Iterator[str]:
    predictor = service["spec"]["predictor"]
    if ("model" in predictor) == ("containers" in predictor):
        yield "a predictor has a model or containers of its own"
    model = predictor.get("model") or {}
    if model.get("storageUri") and model.get("storage"):
        yield "storageUri and storage exclude each other"


def _of_scaling(service: dict[str, Any]) -> Iterator[str]:
    mode = (service["metadata"].get("annotations") or {}).get(_MODE, "")
    standard = mode in ("Standard", "RawDeployment")
    for name in ("predictor", "transformer"):
        part = service["spec"].get(name) or {}
        least, most = part.get("minReplicas", 1), part.get("maxReplicas", 0)
        if most and least > most:
            yield f"{name}: minReplicas {least} is more than maxReplicas {most}"
        if standard and least == 0:
            yield f"{name}: only Knative scales to zero"
        if standard and part.get("scaleMetric") in ("concurrency", "rps"):
            yield f"{name}: only Knative scales by {part['scaleMetric']}"
        if standard and "canaryTrafficPercent" in part:
            yield f"{name}: only Knative splits traffic by canaryTrafficPercent"
