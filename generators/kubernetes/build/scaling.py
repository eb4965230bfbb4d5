"""Autoscaler and disruption budget."""

from typing import Any

from generators.kubernetes.build.plan import LASTING, Plan

_KIND = {"deployment": "Deployment", "statefulset": "StatefulSet"}


def hpa(plan: Plan) -> dict[str, Any]:
    """More pods under load, fewer without."""
    options = plan.options
    shares = {"cpu": options.cpu_target, "memory": options.memory_target}
    if not any(shares.values()):
        shares["cpu"] = 70
    metrics = [
        {"type": "Resource", "resource": {"name": name, "target": {"type": "Utilization", "averageUtilization": share}}}
        for name, share in shares.items()
        if share
    ]
    spec = {
        "scaleTargetRef": {"apiVersion": "apps/v1", "kind": _KIND[plan.target], "name": plan.name(plan.target)},
        "minReplicas": options.fewest,
        "maxReplicas": options.most,
        "metrics": metrics,
    }
    return {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler", "metadata": plan.metadata(), "spec": spec}


def pdb(plan: Plan) -> dict[str, Any]:
    """How many pods a drain of nodes may take at a time."""
    kind = next((kind for kind in plan.workloads if kind in LASTING), None)
    least = plan.options.min_available
    room = {"minAvailable": least} if least else {"maxUnavailable": 1}
    spec = {**room, "selector": {"matchLabels": plan.selector(kind)}}
    return {"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": plan.metadata(), "spec": spec}
