"""Model, Server, Experiment and Pipeline of Seldon Core 2."""

from typing import Any

from generators.kubernetes.build.container import resources
from generators.kubernetes.build.pods import tolerations
from generators.seldon.options import Options

_API = "mlops.seldon.io/v1alpha1"
# Servers of the usual installation: Triton loads these, MLServer the others.
_TRITON = {"tensorflow", "triton"}


def resources_of_second(options: Options) -> list[dict[str, Any]]:
    """The resources, those first that others refer to."""
    server = [_server(options)] if options.gpu else []
    if options.steps:
        return [*server, *(_model(options, step, f"s3://ml-models/{step}/1") for step in options.steps), _pipeline(options)]
    models = [_model(options, options.title, options.uri)]
    if options.release == "single":
        return [*server, *models]
    return [*server, *models, _model(options, _second_name(options), options.other_uri), _experiment(options)]


def _second_name(options: Options) -> str:
    return f"{options.title}-candidate"


def _resource(options: Options, kind: str, name: str, spec: dict[str, Any]) -> dict[str, Any]:
    space = {"namespace": options.namespace} if options.namespace else {}
    labels = {"labels": dict(options.labels)} if options.labels else {}
    return {"apiVersion": _API, "kind": kind, "metadata": {"name": name, **space, **labels}, "spec": spec}


def _model(options: Options, name: str, uri: str) -> dict[str, Any]:
    spec: dict[str, Any] = {"storageUri": uri}
    if options.secret:
        spec["secretName"] = options.secret
    spec["requirements"] = [options.server, *([f"{options.title}-gpu"] if options.gpu else [])]
    spec["memory"] = options.memory or "512Mi"
    spec["replicas"] = options.replicas or (options.fewest if options.max_replicas else 1)
    if options.max_replicas is not None:
        spec |= {"minReplicas": options.fewest, "maxReplicas": options.max_replicas}
        spec["replicas"] = min(max(spec["replicas"], options.fewest), options.max_replicas)
    return _resource(options, "Model", name, spec)


def _server(options: Options) -> dict[str, Any]:
    """A server of its own for the card, which all models that ask for its capability share."""
    config = "triton" if options.server in _TRITON else "mlserver"
    pod: dict[str, Any] = {"nodeSelector": dict(options.node_selector)} if options.node_selector else {}
    pod |= {"tolerations": tolerations(options, gpu=True), "containers": [{"name": config, "resources": resources(options)}]}
    spec = {
        "serverConfig": config,
        "extraCapabilities": [f"{options.title}-gpu"],
        "replicas": options.max_replicas or options.replicas or 1,
        "podSpec": pod,
    }
    return _resource(options, "Server", f"{options.title}-gpu", spec)


def _experiment(options: Options) -> dict[str, Any]:
    """Traffic at the first model's own address, divided."""
    second = _second_name(options)
    spec: dict[str, Any] = {"default": options.title}
    if options.release == "shadow":
        spec |= {"candidates": [{"name": options.title, "weight": 100}], "mirror": {"name": second, "percent": options.share}}
    else:
        spec["candidates"] = [{"name": options.title, "weight": 100 - options.share}, {"name": second, "weight": options.share}]
    return _resource(options, "Experiment", f"{options.title}-{options.release}", spec)


def _pipeline(options: Options) -> dict[str, Any]:
    steps: list[dict[str, Any]] = [{"name": options.steps[0]}]
    steps += [{"name": step, "inputs": [before]} for before, step in zip(options.steps, options.steps[1:], strict=False)]
    return _resource(options, "Pipeline", options.title, {"steps": steps, "output": {"steps": [options.steps[-1]]}})
