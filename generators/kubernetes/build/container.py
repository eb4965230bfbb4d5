"""The container of a pod."""

import re
from decimal import Decimal
from typing import Any

from generators.checks.kubernetes_rules.quantities import amount
from generators.frame import Quoted
from generators.kubernetes.build.plan import LASTING, Plan
from generators.kubernetes.options import ResourceOptions, WorkloadOptions


def container(plan: Plan, kind: str) -> dict[str, Any]:
    """The container, with ports and probes where it serves."""
    options = plan.options
    parts: dict[str, Any] = {"name": plan.title, "image": options.full_image}
    if options.command:
        parts["command"] = [unexpanded(word) for word in options.command]
    # Who asks for a Service in front of a job alone wants to reach the job.
    if kind in LASTING or ("service" in plan.kinds and not set(plan.workloads) & set(LASTING)):
        parts["ports"] = [{"name": "http", "containerPort": options.port}]
    parts |= {**_variables(plan), "resources": resources(options)}
    if kind in LASTING:
        # Traffic stops flowing in only after all nodes have heard of the end; until then requests must be answered.
        parts |= {**probes(options), "lifecycle": {"preStop": {"sleep": {"seconds": 5}}}}
    parts["securityContext"] = {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": not options.writable,
        "capabilities": {"drop": ["ALL"]},
    }
    return {**parts, "volumeMounts": _mounts(plan, kind)}


def unexpanded(text: str) -> str:
    """A text in which Kubernetes does not replace $(NAME)."""
    return re.sub(r"\$(?=[$(])", "$$", text)


def _variables(plan: Plan) -> dict[str, Any]:
    options = plan.options
    sources: list[dict[str, Any]] = []
    plain = [{"name": name, "value": Quoted(unexpanded(value))} for name, value in options.env.items()]
    if "configmap" in plan.kinds:
        sources.append({"configMapRef": {"name": f"{plan.title}-config"}})
        plain = []
    if options.secret:
        sources.append({"secretRef": {"name": options.secret}})
    secret = [{"name": one.name, "valueFrom": {"secretKeyRef": {"name": one.secret, "key": one.key}}} for one in options.secret_env]
    return {**({"envFrom": sources} if sources else {}), **({"env": [*plain, *secret]} if plain or secret else {})}


def resources(options: ResourceOptions) -> dict[str, Any]:
    """Requests and limits. Without a limit of CPU, a pod may use what is idle; memory cannot be taken back, so it has one."""
    usual = ("2", "4Gi", "8Gi") if options.gpu else ("250m", "512Mi", "1Gi")
    memory = options.memory or _smaller(usual[1], options.memory_limit)
    requests = {"cpu": options.cpu or _smaller(usual[0], options.cpu_limit), "memory": memory}
    limits: dict[str, Any] = {"memory": options.memory_limit or _larger(usual[2], memory)}
    if options.cpu_limit:
        limits = {"cpu": options.cpu_limit, **limits}
    if options.gpu:
        limits["nvidia.com/gpu"] = options.gpu
    return {
        "requests": {**requests, "cpu": _cpu(requests["cpu"])},
        "limits": limits if "cpu" not in limits else {**limits, "cpu": _cpu(limits["cpu"])},
    }


def _cpu(quantity: str) -> str:
    return quantity if quantity.endswith("m") else Quoted(quantity)


def _smaller(usual: str, limit: str | None) -> str:
    return limit if limit and _size(limit) < _size(usual) else usual


def _larger(usual: str, request: str) -> str:
    return request if _size(request) > _size(usual) else usual


def _size(quantity: str) -> Decimal:
    return amount(quantity) or Decimal(0)


def probes(options: WorkloadOptions) -> dict[str, Any]:
    """The three probes: a slow start is none of a failure, and a pod that is not ready is not restarted for it."""
    if options.probe == "none":
        return {}
    ready, alive = _asked(options, options.readiness), _asked(options, options.liveness)
    delay = {} if options.initial_delay is None else {"initialDelaySeconds": options.initial_delay}
    return {
        "startupProbe": {**ready, "periodSeconds": 5, "failureThreshold": 60},
        "readinessProbe": {**ready, **delay, "periodSeconds": 5, "timeoutSeconds": 2},
        "livenessProbe": {**alive, **delay, "periodSeconds": 10, "timeoutSeconds": 2, "failureThreshold": 3},
    }


def _asked(options: WorkloadOptions, path: str | None) -> dict[str, Any]:
    match options.probe:
        case "tcp":
            return {"tcpSocket": {"port": "http"}}
        case "grpc":
            return {"grpc": {"port": options.port}}
    return {"httpGet": {"path": path or options.health, "port": "http"}}


def _mounts(plan: Plan, kind: str) -> list[dict[str, Any]]:
    mounts = [{"name": "tmp", "mountPath": "/tmp"}]
    if plan.options.gpu and kind not in LASTING:
        mounts.append({"name": "shm", "mountPath": "/dev/shm"})
    if "pvc" in plan.kinds or kind == "statefulset":
        mounts.append({"name": "data", "mountPath": plan.options.mount})
    return mounts
