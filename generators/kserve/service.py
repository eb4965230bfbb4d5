"""The objects, as data."""

from typing import Any

from generators.frame import Quoted
from generators.kserve.options import STANDARD, Options
from generators.kubernetes.build.container import resources, unexpanded
from generators.kubernetes.build.pods import tolerations

_V2_ONLY = {"mlflow", "onnx", "tensorrt", "triton", "pytorch"}
_READER = "-reader"


def inference_service(options: Options) -> dict[str, Any]:
    """The service."""
    labels = {**options.labels, **({"networking.kserve.io/visibility": "cluster-local"} if options.private else {})}
    metadata: dict[str, Any] = {"name": options.title, **_space(options), **({"labels": labels} if labels else {})}
    metadata["annotations"] = _annotations(options)
    spec: dict[str, Any] = {"predictor": _predictor(options)}
    if options.transformer:
        spec["transformer"] = _transformer(options, options.transformer)
    return {"apiVersion": "serving.kserve.io/v1beta1", "kind": "InferenceService", "metadata": metadata, "spec": spec}


def service_account(options: Options) -> list[dict[str, Any]]:
    """The account that may read the model, where one has to be made."""
    if not (options.secret or options.role_arn):
        return []
    metadata: dict[str, Any] = {"name": f"{options.title}{_READER}", **_space(options)}
    if options.role_arn:
        metadata["annotations"] = {"eks.amazonaws.com/role-arn": options.role_arn}
    account: dict[str, Any] = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": metadata}
    return [{**account, "secrets": [{"name": options.secret}]} if options.secret else account]


def needs(options: Options) -> str:
    """What has to be there before."""
    if not options.secret:
        return ""
    space = f" --namespace {options.namespace}" if options.namespace else ""
    return (
        "The Secret is made apart, so that it never reaches Git; annotate it with serving.kserve.io/s3-endpoint for MinIO:\n"
        f"  kubectl create secret generic {options.secret}{space} --from-literal=AWS_ACCESS_KEY_ID=... "
        f"--from-literal=AWS_SECRET_ACCESS_KEY=..."
    )


def _space(options: Options) -> dict[str, str]:
    return {"namespace": options.namespace} if options.namespace else {}


def _annotations(options: Options) -> dict[str, str]:
    mode = options.deployment_mode
    annotations = {"serving.kserve.io/deploymentMode": mode}
    if mode in STANDARD:
        annotations["serving.kserve.io/autoscalerClass"] = "hpa"
    elif options.scale_metric in ("cpu", "memory"):
        annotations["autoscaling.knative.dev/class"] = "hpa.autoscaling.knative.dev"
    if options.metrics:
        annotations["serving.kserve.io/enable-prometheus-scraping"] = "true"
    return annotations


def _predictor(options: Options) -> dict[str, Any]:
    predictor: dict[str, Any] = {"minReplicas": options.min_replicas, "maxReplicas": options.most, **_scaling(options)}
    numbers = {"containerConcurrency": options.concurrency, "canaryTrafficPercent": options.canary, "timeout": options.timeout}
    predictor |= {name: number for name, number in numbers.items() if number is not None}
    account = options.service_account or (f"{options.title}{_READER}" if options.secret or options.role_arn else None)
    if account:
        predictor["serviceAccountName"] = account
    if options.node_selector:
        predictor["nodeSelector"] = dict(options.node_selector)
    accepted = tolerations(options, gpu=options.gpu > 0)
    if accepted:
        predictor["tolerations"] = accepted
    if options.logger:
        predictor["logger"] = {"mode": "all", "url": options.logger}
    if options.batch:
        predictor["batcher"] = {"maxBatchSize": options.batch, "maxLatency": 50}
    return {**predictor, **(_own(options, options.own_image) if options.own_image else {"model": _model(options)})}


def _scaling(options: Options) -> dict[str, Any]:
    """What scaling looks at. A GPU works while the CPU idles, so there CPU says nothing."""
    metric = options.scale_metric or (None if options.gpu else "cpu" if options.deployment_mode in STANDARD else "concurrency")
    if metric is None or options.most == options.min_replicas:
        return {}
    usual = {"cpu": 70, "memory": 80, "concurrency": 4, "rps": 50}
    return {"scaleMetric": metric, "scaleTarget": options.scale_target or usual[metric]}


def _model(options: Options) -> dict[str, Any]:
    protocol = options.protocol or ("v2" if options.model_format in _V2_ONLY else None)
    model: dict[str, Any] = {"modelFormat": {"name": options.model_format}}
    if protocol:
        model["protocolVersion"] = protocol
    if options.runtime:
        model["runtime"] = options.runtime
    if options.runtime_version:
        model["runtimeVersion"] = Quoted(options.runtime_version)
    model["storageUri"] = _uri(options)
    arguments = [unexpanded(word) for word in options.args]
    if options.model_format == "huggingface" and not any(word.startswith("--model_name") for word in arguments):
        arguments.insert(0, f"--model_name={options.title}")
    return {**model, **({"args": arguments} if arguments else {}), **_environment(options), "resources": resources(options)}


def _uri(options: Options) -> str:
    return options.storage_uri or f"s3://ml-models/{options.title}/1"


def _environment(options: Options, **more: str) -> dict[str, Any]:
    told = [{"name": name, "value": Quoted(unexpanded(value))} for name, value in {**options.env, **more}.items()]
    return {"env": told} if told else {}


def _own(options: Options, image: str) -> dict[str, Any]:
    """A container of one's own; KServe loads the model to /mnt/models for it as well."""
    uri = {"STORAGE_URI": options.storage_uri} if options.storage_uri else {}
    container: dict[str, Any] = {"name": "kserve-container", "image": image}
    container["args"] = [unexpanded(word) for word in options.args] or [f"--model_name={options.title}"]
    container |= _environment(options, **uri)
    container |= {
        "ports": [{"containerPort": 8080, "protocol": "TCP"}],
        "resources": resources(options),
        "securityContext": _SECURITY,
    }
    return {"containers": [container]}


_SECURITY = {
    "runAsNonRoot": True,
    "allowPrivilegeEscalation": False,
    "capabilities": {"drop": ["ALL"]},
    "seccompProfile": {"type": "RuntimeDefault"},
}


def _transformer(options: Options, image: str) -> dict[str, Any]:
    container = {
        "name": "kserve-container",
        "image": image,
        "args": [f"--model_name={options.title}"],
        "resources": {"requests": {"cpu": "250m", "memory": "256Mi"}, "limits": {"memory": "512Mi"}},
        "securityContext": _SECURITY,
    }
    return {"minReplicas": min(options.min_replicas, 1), "maxReplicas": options.most, "containers": [container]}
