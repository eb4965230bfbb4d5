"""Services, Ingresses and NetworkPolicies: what they point at is there."""

from collections.abc import Iterator
from typing import Any

from generators.checks.by_schema import Keys
from generators.checks.kubernetes_rules.objects import Item, Pod, mappings, pods_of
from generators.checks.problem import Problem

_TYPES = {"ClusterIP", "NodePort", "LoadBalancer", "ExternalName"}


def exposing_problems(items: list[Item]) -> Iterator[Problem]:
    """Selectors that find no pod and ports that are not there; a set without workloads may point outside of it."""
    pods = pods_of(items)
    for item in items:
        near = [pod for pod in pods if pod.item.namespace == item.namespace]
        if item.kind == "Service":
            yield from _of_service(item, near)
        if item.kind == "Ingress":
            yield from _of_ingress(item, [one for one in items if one.kind == "Service" and one.namespace == item.namespace])
        if item.kind == "NetworkPolicy":
            yield from _of_policy(item, near)


def _of_service(item: Item, pods: list[Pod]) -> Iterator[Problem]:
    if item.get("spec", "type") not in (None, *_TYPES):
        yield item.problem(f"{', '.join(sorted(_TYPES))} are possible", "spec", "type")
    ports = item.mappings("spec", "ports")
    for at, port in enumerate(ports):
        yield from _of_port(item, at, port, alone=len(ports) == 1)
    selector = item.mapping("spec", "selector")
    matched = [pod for pod in pods if pod.matches(selector)]
    if not selector or not pods:
        return
    if not matched:
        yield item.problem(f"{selector} finds no pod", "spec", "selector")
    for at, port in enumerate(ports):
        target = port.get("targetPort", port.get("port"))
        if matched and not any(pod.has_port(target) for pod in matched):
            yield item.problem(f"the pods have no port {target!r}", "spec", "ports", at)


def _of_port(item: Item, at: int, port: dict[str, Any], *, alone: bool) -> Iterator[Problem]:
    number, node = port.get("port"), port.get("nodePort")
    if isinstance(number, int) and not 1 <= number <= 65535:
        yield item.problem(f"{number} is no port", "spec", "ports", at, "port")
    if not alone and not port.get("name"):
        yield item.problem("of several ports each needs a name", "spec", "ports", at)
    if node is not None and (item.get("spec", "type") not in ("NodePort", "LoadBalancer") or not 30000 <= int(node) <= 32767):
        yield item.problem(
            "a nodePort is 30000-32767, of a Service of type NodePort or LoadBalancer", "spec", "ports", at, "nodePort"
        )


def _of_ingress(item: Item, services: list[Item]) -> Iterator[Problem]:
    rules = item.mappings("spec", "rules")
    hosts = {rule.get("host") for rule in rules}
    for at, tls in enumerate(item.mappings("spec", "tls")):
        for host in tls.get("hosts") or []:
            if host not in hosts:
                yield item.problem(f"no rule is for {host}", "spec", "tls", at)
    for at, rule in enumerate(rules):
        for position, path in enumerate(mappings((rule.get("http") or {}).get("paths"))):
            yield from _of_path(item, path, ("spec", "rules", at, "http", "paths", position), services)


def _of_path(item: Item, path: dict[str, Any], where: Keys, services: list[Item]) -> Iterator[Problem]:
    if path.get("pathType") not in ("Prefix", "Exact", "ImplementationSpecific"):
        yield item.problem("Prefix, Exact and ImplementationSpecific are possible", *where, "pathType")
    if not str(path.get("path", "/")).startswith("/"):
        yield item.problem("a path begins with /", *where, "path")
    backend = (path.get("backend") or {}).get("service") or {}
    service = next((one for one in services if one.name == backend.get("name")), None)
    if services and service is None:
        yield item.problem(f"there is no Service {backend.get('name')!r}", *where, "backend")
    port = backend.get("port") or {}
    if service and not any(_is_port(port, one) for one in service.mappings("spec", "ports")):
        yield item.problem(f"Service {service.name} has no port {port.get('name') or port.get('number')!r}", *where, "backend")


def _is_port(wanted: dict[str, Any], port: dict[str, Any]) -> bool:
    return wanted.get("name") == port.get("name") if "name" in wanted else wanted.get("number") == port.get("port")


def _of_policy(item: Item, pods: list[Pod]) -> Iterator[Problem]:
    selector = item.mapping("spec", "podSelector", "matchLabels")
    if pods and selector and not any(pod.matches(selector) for pod in pods):
        yield item.problem(f"{selector} finds no pod", "spec", "podSelector")
    types = item.get("spec", "policyTypes") or []
    if not set(types) <= {"Ingress", "Egress"}:
        yield item.problem("Ingress and Egress are possible", "spec", "policyTypes")
    for name in ("Ingress", "Egress"):
        if item.get("spec", name.lower()) and types and name not in types:
            yield item.problem(f"{name} is missing here, so the rules of {name.lower()} mean nothing", "spec", "policyTypes")
