"""The pods of a workload."""

from typing import Any

from generators.kubernetes.build.container import container
from generators.kubernetes.build.plan import LASTING, Plan
from generators.kubernetes.options import NodeOptions, WorkloadOptions


def template(plan: Plan, kind: str) -> dict[str, Any]:
    """The template that a workload makes its pods from."""
    metadata: dict[str, Any] = {"labels": plan.labels(kind)}
    if plan.options.metrics and kind in LASTING:
        metadata["annotations"] = {
            "prometheus.io/scrape": "true",
            "prometheus.io/port": str(plan.options.port),
            "prometheus.io/path": "/metrics",
        }
    return {"metadata": metadata, "spec": _spec(plan, kind)}


def _spec(plan: Plan, kind: str) -> dict[str, Any]:
    options = plan.options
    spec: dict[str, Any] = {} if kind in LASTING else {"restartPolicy": options.restart}
    account = options.service_account or (plan.title if "serviceaccount" in plan.kinds else None)
    if account:
        spec["serviceAccountName"] = account
    # A role on EKS works through a token of its own, so nothing here needs the one of the Kubernetes API.
    spec["automountServiceAccountToken"] = False
    if options.pull_secret:
        spec["imagePullSecrets"] = [{"name": options.pull_secret}]
    spec |= _place(plan, kind)
    spec["securityContext"] = security(options)
    if kind in LASTING:
        spec["terminationGracePeriodSeconds"] = 30
    spec["containers"] = [container(plan, kind)]
    spec["volumes"] = _volumes(plan, kind)
    return spec


def security(options: WorkloadOptions) -> dict[str, Any]:
    """The security context of the pods: no root, and the system calls of the runtime's own list."""
    return {
        "runAsNonRoot": True,
        "runAsUser": options.user,
        "runAsGroup": options.user,
        "fsGroup": options.user,
        "seccompProfile": {"type": "RuntimeDefault"},
    }


def _place(plan: Plan, kind: str) -> dict[str, Any]:
    place: dict[str, Any] = {}
    if plan.options.node_selector:
        place["nodeSelector"] = dict(plan.options.node_selector)
    accepted = tolerations(plan.options, gpu=plan.options.gpu > 0)
    if accepted:
        place["tolerations"] = accepted
    if kind == plan.target and plan.pods > 1:
        place["topologySpreadConstraints"] = [
            {
                "maxSkew": 1,
                "topologyKey": "kubernetes.io/hostname",
                "whenUnsatisfiable": "ScheduleAnyway",
                "labelSelector": {"matchLabels": plan.selector(kind)},
            }
        ]
    return place


def tolerations(options: NodeOptions, *, gpu: bool) -> list[dict[str, str]]:
    """The taints that were named, and the usual one of nodes with GPUs."""
    accepted = [
        {"key": one.key, "operator": "Equal", "value": one.value, "effect": one.effect}
        if one.value
        else {"key": one.key, "operator": "Exists", "effect": one.effect}
        for one in options.tolerations
    ]
    if gpu and all(one["key"] != "nvidia.com/gpu" for one in accepted):
        accepted.append({"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"})
    return accepted


def _volumes(plan: Plan, kind: str) -> list[dict[str, Any]]:
    volumes: list[dict[str, Any]] = [{"name": "tmp", "emptyDir": {}}]
    if plan.options.gpu and kind not in LASTING:
        # Data loaders of PyTorch share memory between processes, and the default of 64 MB is too little.
        volumes.append({"name": "shm", "emptyDir": {"medium": "Memory", "sizeLimit": "2Gi"}})
    if "pvc" in plan.kinds and kind != "statefulset":
        volumes.append({"name": "data", "persistentVolumeClaim": {"claimName": f"{plan.title}-data"}})
    return volumes
