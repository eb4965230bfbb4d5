"""ConfigMap, claim, namespace and account."""

from typing import Any

from generators.frame import Quoted
from generators.kubernetes.build.plan import Plan


def namespace(plan: Plan) -> dict[str, Any]:
    """The namespace, held to the strictest of Kubernetes' own standards for pods."""
    name = plan.options.namespace or plan.title
    labels = {**plan.options.labels, "pod-security.kubernetes.io/enforce": "restricted"}
    return {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": labels}}


def serviceaccount(plan: Plan) -> dict[str, Any]:
    """An account of its own, so that rights given to it go to no other pod."""
    metadata = {**plan.metadata(), "name": plan.options.service_account or plan.title}
    if plan.options.role_arn:
        metadata["annotations"] = {"eks.amazonaws.com/role-arn": plan.options.role_arn}
    return {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": metadata, "automountServiceAccountToken": False}


def configmap(plan: Plan) -> dict[str, Any]:
    """The variables that are no secret."""
    values = plan.options.env or {"LOG_LEVEL": "INFO"}
    data = {name: Quoted(value) for name, value in values.items()}
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": plan.metadata("-config"), "data": data}


def pvc(plan: Plan) -> dict[str, Any]:
    """A volume that outlives the pods."""
    spec = claim_spec(plan, alone=plan.is_alone or "deployment" not in plan.kinds)
    return {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": plan.metadata("-data"), "spec": spec}


def claim_spec(plan: Plan, *, alone: bool) -> dict[str, Any]:
    """What is claimed; for one node, unless pods on several share it."""
    options = plan.options
    mode = options.access or ("ReadWriteOnce" if alone else "ReadWriteMany")
    chosen = {"storageClassName": options.storage_class} if options.storage_class else {}
    return {"accessModes": [mode], **chosen, "resources": {"requests": {"storage": options.storage or "10Gi"}}}
