"""Overlays of Kustomize: what differs between environments."""

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from generators.frame import Files, Quoted, to_yaml, values
from generators.frame.saying import low
from generators.kubernetes.build import network
from generators.kubernetes.build.plan import SCALED, Plan
from generators.kubernetes.grammars import LabelValue
from generators.kubernetes.reading.numbers import NUMBER, number

_ENVIRONMENTS = {"dev": r"dev\w*", "test": r"tests?|testow\w*", "staging": r"stag\w*|uat|preprod\w*", "prod": r"prod\w*"}
_PODS = r"(?:replik\w*|replicas?|pod\w*|instanc\w*)"


class Overlay(BaseModel):
    """An environment and what is different there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: values.DnsLabel
    replicas: int | None = Field(None, ge=0, le=1000)
    tag: LabelValue | None = None
    namespace: values.DnsLabel | None = None


def read_overlays(text: str) -> list[dict[str, Any]] | None:
    """Environments with their replicas: "overlays dev (1 replica) and prod (5 replicas)"."""
    return environments_in(text) if re.search(r"kustomiz\w*|overlay\w*|nakladk\w*|srodowisk\w*|environment\w*", low(text)) else None


def environments_in(text: str) -> list[dict[str, Any]] | None:
    """The usual environments that a message names, in its order."""
    lowered = low(text)
    every = {name: list(re.finditer(rf"\b(?:{words})\b", lowered)) for name, words in _ENVIRONMENTS.items()}
    starts = sorted(match.start() for matches in every.values() for match in matches)
    found = []
    for name in sorted((name for name in every if every[name]), key=lambda one: every[one][0].start()):
        counts = [_count(lowered, match, next((at for at in starts if at > match.start()), len(lowered))) for match in every[name]]
        said = every[name][0].group()
        own = said if said in (name, "production", "development") else name
        count = next((count for count in counts if count is not None), None)
        found.append({"name": own} if count is None else {"name": own, "replicas": count})
    return found or None


def _count(lowered: str, place: re.Match[str], end: int) -> int | None:
    after = re.match(rf"[\s:=(-]*(?:(?:with|z|ma|has|gets|dostaje|po|na)\s+)?({NUMBER})\s*{_PODS}", lowered[place.end() : end])
    before = re.search(rf"({NUMBER})\s*{_PODS}\s+(?:na|in|on|w|dla|for)\s+$", lowered[: place.start()])
    found = after or before
    return number(found[1]) if found else None


def overlay_files(plan: Plan, overlays: tuple[Overlay, ...]) -> Files:
    """One kustomization an environment."""
    return {f"k8s/overlays/{one.name}/kustomization.yaml": to_yaml(_kustomization(plan, one)) for one in overlays}


def _kustomization(plan: Plan, overlay: Overlay) -> dict[str, Any]:
    content: dict[str, Any] = {"apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization"}
    content["namespace"] = overlay.namespace or f"{(plan.options.namespace or plan.title)[:40].rstrip('-')}-{overlay.name}"[
        :63
    ].rstrip("-")
    content["resources"] = ["../../base"]
    content["labels"] = [{"pairs": {"environment": overlay.name}, "includeTemplates": True}]
    if overlay.tag and plan.workloads:
        content["images"] = [{"name": _repository(plan.options.full_image), "newTag": Quoted(overlay.tag)}]
    patches: list[dict[str, Any]] = []
    if overlay.replicas is not None and "hpa" in plan.kinds:
        patches.append(_bounded(plan, overlay.replicas))
    elif overlay.replicas is not None and (scaled := [kind for kind in plan.workloads if kind in SCALED]):
        content["replicas"] = [{"name": plan.name(kind), "count": overlay.replicas} for kind in scaled]
    if "pdb" in plan.kinds and overlay.replicas is not None and overlay.replicas <= (plan.options.min_available or 0):
        patches.append(_loosened(plan))
    if "ingress" in plan.kinds and not overlay.name.startswith("prod"):
        patches.append(_readdressed(plan, overlay.name))
    return {**content, "patches": patches} if patches else content


def _bounded(plan: Plan, count: int) -> dict[str, Any]:
    """Where an autoscaler rules, another number of pods is another lower bound."""
    least = min(max(count, 1), plan.options.most)
    return _patch(plan, "HorizontalPodAutoscaler", {"/spec/minReplicas": least})


def _loosened(plan: Plan) -> dict[str, Any]:
    """With fewer pods than must stay otherwise, one at a time may go."""
    steps = [{"op": "remove", "path": "/spec/minAvailable"}, {"op": "add", "path": "/spec/maxUnavailable", "value": 1}]
    return {"target": {"kind": "PodDisruptionBudget", "name": plan.title}, "patch": to_yaml(steps)}


def _readdressed(plan: Plan, environment: str) -> dict[str, Any]:
    """Each environment needs a host of its own, because two Ingresses of one host would answer in turns."""
    host = network.host_of(plan)
    wildcard = host.startswith("*.")
    joint = "." if wildcard or len(environment) + len(host.partition(".")[0]) > 62 else "-"
    own = f"*.{environment}.{host[2:]}" if wildcard else f"{environment}{joint}{host}"
    places = ["/spec/rules/0/host", *(["/spec/tls/0/hosts/0"] if plan.options.tls else [])]
    return _patch(plan, "Ingress", dict.fromkeys(places, own))


def _patch(plan: Plan, kind: str, values: dict[str, Any]) -> dict[str, Any]:
    steps = [{"op": "replace", "path": path, "value": value} for path, value in values.items()]
    return {"target": {"kind": kind, "name": plan.title}, "patch": to_yaml(steps)}


def _repository(image: str) -> str:
    return re.sub(r"(?:@sha256:\w+|:[\w.-]+)$", "", image) if "@" not in image else re.sub(r"(?::[\w.-]+)?@.*$", "", image)
