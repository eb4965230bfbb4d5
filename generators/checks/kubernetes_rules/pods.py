"""Inside a pod: containers, ports, probes, variables, resources and security."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from generators.checks.by_schema import Keys
from generators.checks.kubernetes_rules.objects import Item, Pod, mappings, pods_of
from generators.checks.kubernetes_rules.quantities import amount
from generators.checks.problem import Problem

_PORT_NAME = re.compile(r"(?=.*[a-z])[a-z0-9](?:-?[a-z0-9]){0,14}")
_VARIABLE = re.compile(r"[A-Za-z_.-][A-Za-z0-9_.-]*")
_NATIVE = {"cpu", "memory", "ephemeral-storage"}


def pod_problems(items: list[Item]) -> Iterator[Problem]:
    """Faults of the pods' own making."""
    for pod in pods_of(items):
        containers = list(pod.all_containers())
        yield from _twice(
            pod.item, (container.get("name") for _, container in containers), "container", (*pod.keys, "spec", "containers")
        )
        for where, container in containers:
            yield from _of_container(pod, where, container)


def _of_container(pod: Pod, where: Keys, container: dict[str, Any]) -> Iterator[Problem]:
    yield from _of_image(pod.item, where, container)
    yield from _of_ports(pod.item, where, container)
    yield from _of_probes(pod.item, where, container)
    yield from _of_variables(pod.item, where, container)
    yield from _of_resources(pod.item, where, container)
    yield from _of_user(pod, where, container)


def _of_image(item: Item, where: Keys, container: dict[str, Any]) -> Iterator[Problem]:
    image = container.get("image")
    if not isinstance(image, str) or not re.fullmatch(r"\S+", image):
        yield item.problem("no image is named", *where)
    if container.get("imagePullPolicy") not in (None, "Always", "IfNotPresent", "Never"):
        yield item.problem("Always, IfNotPresent and Never are possible", *where, "imagePullPolicy")


def _of_ports(item: Item, where: Keys, container: dict[str, Any]) -> Iterator[Problem]:
    ports = mappings(container.get("ports"))
    for at, port in enumerate(ports):
        name, number = port.get("name"), port.get("containerPort")
        if name is not None and not _PORT_NAME.fullmatch(str(name)):
            yield item.problem(f"{name!r} is no port name (15 small letters, digits and hyphens)", *where, "ports", at, "name")
        if isinstance(number, int) and not 1 <= number <= 65535:
            yield item.problem(f"{number} is no port", *where, "ports", at, "containerPort")
    yield from _twice(item, (port.get("name") for port in ports), "port", (*where, "ports"))


def _of_probes(item: Item, where: Keys, container: dict[str, Any]) -> Iterator[Problem]:
    ports = mappings(container.get("ports"))
    known = {port.get("name") for port in ports} | {port.get("containerPort") for port in ports}
    for name in ("startupProbe", "readinessProbe", "livenessProbe"):
        probe = container.get(name)
        if not isinstance(probe, dict):
            continue
        ways = [way for way in ("httpGet", "tcpSocket", "grpc", "exec") if isinstance(probe.get(way), dict)]
        if len(ways) != 1:
            yield item.problem("it needs exactly one of httpGet, tcpSocket, grpc and exec", *where, name)
        elif ways[0] != "exec" and (port := probe[ways[0]].get("port")) not in known and (ports or isinstance(port, str)):
            yield item.problem(f"the container has no port {port!r}", *where, name, ways[0], "port")
        if name != "readinessProbe" and probe.get("successThreshold", 1) != 1:
            yield item.problem("only 1 is possible", *where, name, "successThreshold")


def _of_variables(item: Item, where: Keys, container: dict[str, Any]) -> Iterator[Problem]:
    variables = mappings(container.get("env"))
    for at, variable in enumerate(variables):
        if not _VARIABLE.fullmatch(str(variable.get("name"))):
            yield item.problem(f"{variable.get('name')!r} is no name of a variable", *where, "env", at, "name")
        if "value" in variable and "valueFrom" in variable:
            yield item.problem("value and valueFrom exclude each other", *where, "env", at)
    yield from _twice(item, (variable.get("name") for variable in variables), "variable", (*where, "env"))


def _of_resources(item: Item, where: Keys, container: dict[str, Any]) -> Iterator[Problem]:
    resources = container.get("resources")
    parts = {name: part for name in ("requests", "limits") if isinstance(part := (resources or {}).get(name), dict)}
    amounts: dict[tuple[str, str], Decimal] = {}
    for part, quantities in parts.items():
        for name, quantity in quantities.items():
            value = amount(quantity)
            if value is None or value < 0 or (name not in _NATIVE and value != int(value)):
                yield item.problem(f"{quantity!r} is no quantity of {name}", *where, "resources", part, name)
            else:
                amounts[part, name] = value
    for (part, name), value in amounts.items():
        if part == "requests" and value > amounts.get(("limits", name), value):
            yield item.problem(f"more {name} is requested than the limit allows", *where, "resources", part, name)


def _of_user(pod: Pod, where: Keys, container: dict[str, Any]) -> Iterator[Problem]:
    merged = {**(pod.spec.get("securityContext") or {}), **(container.get("securityContext") or {})}
    if merged.get("runAsNonRoot") is True and merged.get("runAsUser") == 0:
        yield pod.item.problem("runAsNonRoot forbids the user 0", *where)


def _twice(item: Item, names: Iterable[Any], what: str, where: Keys) -> Iterator[Problem]:
    for name, count in Counter(name for name in names if name is not None).items():
        if count > 1:
            yield item.problem(f"the {what} {name!r} stands {count} times", *where)
