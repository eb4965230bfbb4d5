"""Resources of Seldon Core 1 and 2: known fields and servers only, traffic that adds up, containers of the graph only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.by_schema import line_of
from generators.checks.custom_resources import has_api, resources, schema_problems, with_kubernetes
from generators.checks.problem import Problem

TOOL = "own check: Seldon Core"
HEAVY = False
_FIRST, _SECOND = "machinelearning.seldon.io", "mlops.seldon.io"
_LOADING = ("SKLEARN", "XGBOOST", "MLFLOW", "TENSORFLOW", "TRITON")


def version() -> str:
    """It is as old as this program."""
    return ""


def wants(path: str, text: str) -> bool:
    """YAML files with a resource of Seldon Core."""
    return has_api(path, text, _FIRST) or has_api(path, text, _SECOND)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Faults of each resource, and of references between those of the set."""
    found = [(path, number, one) for path in paths for number, one in resources(folder, path, _FIRST, _SECOND)]
    models = {
        str(one["metadata"].get("name"))
        for _, _, one in found
        if one.get("kind") == "Model" and isinstance(one.get("metadata"), dict)
    }
    return [problem for place in found for problem in _of_resource(folder, *place, models)]


def _of_resource(folder: Path, path: str, number: int, one: dict[str, Any], models: set[str]) -> Iterator[Problem]:
    faults = list(schema_problems(folder, path, number, one, with_kubernetes("seldon.yaml")))
    yield from faults
    if faults:
        return
    rule = {"SeldonDeployment": _of_deployment, "Experiment": _of_experiment, "Pipeline": _of_pipeline}.get(one["kind"])
    for message in rule(one["spec"], models) if rule else ():
        yield Problem(path, message, line_of(folder, path, number, ("spec",)))


def _of_deployment(spec: dict[str, Any], models: set[str]) -> Iterator[str]:
    predictors = spec["predictors"]
    live = [one for one in predictors if not one.get("shadow")]
    traffic = [one.get("traffic", 0) for one in live]
    if (len(live) > 1 or any(traffic)) and sum(traffic) != 100:
        yield f"the traffic of the predictors adds up to {sum(traffic)}, not to 100"
    names = [one["name"] for one in predictors]
    if len(set(names)) < len(names):
        yield "two predictors have one name"
    for predictor in predictors:
        yield from _of_graph(predictor)


def _of_graph(predictor: dict[str, Any]) -> Iterator[str]:
    nodes = list(_nodes(predictor["graph"]))
    known = {node["name"] for node in nodes}
    containers: set[str] = set()
    for component in predictor.get("componentSpecs") or []:
        containers |= {one["name"] for one in (component.get("spec") or {}).get("containers") or []}
    for name in sorted(containers - known):
        yield f"the container {name} is no node of the graph"
    for node in nodes:
        server = str(node.get("implementation", ""))
        if server.removesuffix("_SERVER") in _LOADING and not node.get("modelUri"):
            yield f"{server} needs a modelUri"
        if not server and node["name"] not in containers:
            yield f"the node {node['name']} has neither an implementation nor a container"


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("children") or []:
        yield from _nodes(child)


def _of_experiment(spec: dict[str, Any], models: set[str]) -> Iterator[str]:
    names = [one["name"] for one in spec["candidates"]]
    if spec.get("default") and spec["default"] not in names:
        yield f"the default {spec['default']} is no candidate"
    wanted = [*names, *([spec["mirror"]["name"]] if spec.get("mirror") else [])]
    if models and spec.get("resourceType", "model") == "model":
        yield from (f"there is no Model {name}" for name in wanted if name not in models)


def _of_pipeline(spec: dict[str, Any], models: set[str]) -> Iterator[str]:
    steps = [step["name"] for step in spec["steps"]]
    if models:
        yield from (f"there is no Model {name}" for name in steps if name not in models)
    used = [name for step in spec["steps"] for name in (*step.get("inputs", ()), *step.get("triggers", ()))]
    used += (spec.get("output") or {}).get("steps") or []
    for name in used:
        if name.split(".")[0] not in steps:
            yield f"{name} is no step of this pipeline"
