"""The objects in files: one for all, one each, or a Kustomize base with overlays."""

from collections.abc import Callable
from typing import Any

from generators.frame import Files, to_yaml
from generators.kubernetes.build import network, scaling, storage, workloads
from generators.kubernetes.build.plan import Plan
from generators.kubernetes.overlay import Overlay, overlay_files

_BUILDERS: dict[str, Callable[[Plan], dict[str, Any]]] = {
    "namespace": storage.namespace,
    "serviceaccount": storage.serviceaccount,
    "configmap": storage.configmap,
    "pvc": storage.pvc,
    "deployment": workloads.deployment,
    "statefulset": workloads.statefulset,
    "daemonset": workloads.daemonset,
    "job": workloads.job,
    "cronjob": workloads.cronjob,
    "service": network.service,
    "ingress": network.ingress,
    "hpa": scaling.hpa,
    "pdb": scaling.pdb,
    "networkpolicy": network.networkpolicy,
    "default-deny": network.default_deny,
}


def files(plan: Plan, layout: str, overlays: tuple[Overlay, ...]) -> Files:
    """The files of a plan."""
    made = {kind: _BUILDERS[kind](plan) for kind in plan.kinds}
    if layout == "single":
        return {f"k8s/{plan.title}.yaml": to_yaml(*made.values(), comment=_needs(plan))}
    if layout == "files":
        return {
            f"k8s/{kind}.yaml": to_yaml(one, comment=_needs(plan) if kind in plan.workloads else "") for kind, one in made.items()
        }
    base = {
        f"k8s/base/{kind}.yaml": to_yaml(one, comment=_needs(plan) if kind in plan.workloads else "") for kind, one in made.items()
    }
    about = {
        "apiVersion": "kustomize.config.k8s.io/v1beta1",
        "kind": "Kustomization",
        "resources": [f"{kind}.yaml" for kind in made],
    }
    return {"k8s/base/kustomization.yaml": to_yaml(about), **base, **overlay_files(plan, overlays)}


def _needs(plan: Plan) -> str:
    """What has to be there before: secrets, which do not belong into a repository."""
    options = plan.options
    if not plan.workloads:
        return ""
    keys: dict[str, list[str]] = {options.secret: []} if options.secret else {}
    for one in options.secret_env:
        keys.setdefault(one.secret, []).append(one.key)
    space = f" --namespace {options.namespace}" if options.namespace else ""
    lines = [f"  kubectl create secret generic {name}{space}{_literals(told)}" for name, told in keys.items()]
    return "\n".join(["Secrets are made apart, so that they never reach Git:", *lines]) if lines else ""


def _literals(keys: list[str]) -> str:
    return "".join(f" --from-literal={key}=..." for key in dict.fromkeys(keys)) or " --from-env-file=secrets.env"
