"""The SeldonDeployment of Seldon Core 1."""

from typing import Any

from generators.frame import Quoted
from generators.kubernetes.build.container import resources, unexpanded
from generators.kubernetes.build.pods import tolerations
from generators.seldon.options import Options

_NODE = "model"
_PROTOCOL = {"tensorflow": "tensorflow"}
_SAFE = {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}


def deployment(options: Options) -> dict[str, Any]:
    """The deployment, with a second predictor for a second version."""
    space = {"namespace": options.namespace} if options.namespace else {}
    labels = {"labels": dict(options.labels)} if options.labels else {}
    predictors = [_predictor(options, "default", options.uri)]
    if options.release != "single":
        second = _predictor(
            options, "shadow" if options.release == "shadow" else options.release.replace("ab", "challenger"), options.other_uri
        )
        predictors = _divided(options, predictors[0], second)
    return {
        "apiVersion": "machinelearning.seldon.io/v1",
        "kind": "SeldonDeployment",
        "metadata": {"name": options.title, **space, **labels},
        "spec": {
            "protocol": options.protocol or _PROTOCOL.get("" if options.own_image else options.server, "v2"),
            "predictors": predictors,
        },
    }


def _divided(options: Options, first: dict[str, Any], second: dict[str, Any]) -> list[dict[str, Any]]:
    if options.release == "shadow":
        return [_with(first, traffic=100), _with(second, shadow=True, **({"traffic": options.traffic} if options.traffic else {}))]
    return [_with(first, traffic=100 - options.share), _with(second, traffic=options.share)]


def _with(predictor: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """The predictor with more fields right below its name."""
    return {"name": predictor["name"], **fields, **predictor}


def _predictor(options: Options, name: str, uri: str) -> dict[str, Any]:
    predictor: dict[str, Any] = {"name": name}
    if options.max_replicas is None:
        predictor["replicas"] = 1 if name in ("canary", "shadow") else options.replicas or 2
    predictor["graph"] = _graph(options, uri)
    component: dict[str, Any] = {"spec": _pod(options)}
    if options.max_replicas is not None:
        metric = {"type": "Resource", "resource": {"name": "cpu", "targetAverageUtilization": options.cpu_target}}
        component["hpaSpec"] = {"minReplicas": options.fewest, "maxReplicas": options.max_replicas, "metrics": [metric]}
    predictor["componentSpecs"] = [component]
    return predictor


def _graph(options: Options, uri: str) -> dict[str, Any]:
    node: dict[str, Any] = {"name": _NODE}
    if options.own_image:
        node["type"] = "MODEL"
        if options.model_uri:
            node["modelUri"] = uri
    else:
        node |= {"implementation": f"{options.server.upper()}_SERVER", "modelUri": uri}
    told = {"envSecretRefName": options.secret, "serviceAccountName": options.service_account}
    node |= {name: value for name, value in told.items() if value}
    if options.logger:
        node["logger"] = {"mode": "all", "url": options.logger}
    if options.transformer:
        return {"name": "transformer", "type": "TRANSFORMER", "children": [node]}
    return node


def _pod(options: Options) -> dict[str, Any]:
    pod: dict[str, Any] = {"nodeSelector": dict(options.node_selector)} if options.node_selector else {}
    accepted = tolerations(options, gpu=options.gpu > 0)
    if accepted:
        pod["tolerations"] = accepted
    containers: list[dict[str, Any]] = [_container(options)]
    if options.transformer:
        limits = {"requests": {"cpu": "250m", "memory": "256Mi"}, "limits": {"memory": "512Mi"}}
        containers.insert(
            0, {"name": "transformer", "image": options.transformer, "resources": limits, "securityContext": _own_safe()}
        )
    return {**pod, "containers": containers}


def _container(options: Options) -> dict[str, Any]:
    container: dict[str, Any] = {"name": _NODE, **({"image": options.own_image} if options.own_image else {})}
    if options.env:
        container["env"] = [{"name": name, "value": Quoted(unexpanded(value))} for name, value in options.env.items()]
    return {**container, "resources": resources(options), "securityContext": _own_safe() if options.own_image else dict(_SAFE)}


def _own_safe() -> dict[str, Any]:
    return {"runAsNonRoot": True, **_SAFE, "seccompProfile": {"type": "RuntimeDefault"}}
