"""Names and labels: their grammar, and that no two objects share one."""

import re
from collections.abc import Iterator
from typing import Any

from generators.checks.by_schema import Keys
from generators.checks.kubernetes_rules.objects import Item, pods_of
from generators.checks.problem import Problem

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_SUBDOMAIN = re.compile(rf"(?=.{{1,253}}$){_LABEL}(?:\.{_LABEL})*")
_SERVICE = re.compile(r"[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
_VALUE = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?")
_KEY = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{{0,61}}[A-Za-z0-9])?")
# The controllers add a suffix to the names of what they make: 11 characters for a CronJob's Jobs.
_LONGEST = {"CronJob": 52, "Job": 63, "Service": 63, "Namespace": 63, "StatefulSet": 63}
_FREE = {"ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"}


def naming_problems(items: list[Item]) -> Iterator[Problem]:
    """Names and labels that the API server refuses, and names that stand twice."""
    seen: dict[tuple[str, str, str], Item] = {}
    for item in items:
        yield from _of_name(item)
        yield from _of_labels(item, ("metadata", "labels"))
        first = seen.setdefault((item.kind, item.namespace, item.name), item)
        if first is not item:
            yield item.problem(f"a {item.kind} of this name stands in {first.path} already", "metadata", "name")
    for pod in pods_of(items):
        if pod.keys:
            yield from _of_labels(pod.item, (*pod.keys, "metadata", "labels"))


def _of_name(item: Item) -> Iterator[Problem]:
    name = item.get("metadata", "name")
    if not isinstance(name, str):
        yield item.problem("it has no name", "metadata")
        return
    form = _SERVICE if item.kind in ("Service", "Namespace") else _SUBDOMAIN
    if item.kind not in _FREE and not form.fullmatch(name):
        yield item.problem(f"{name!r} is no valid name", "metadata", "name")
    if len(name) > _LONGEST.get(item.kind, 253):
        yield item.problem(f"the name is longer than {_LONGEST[item.kind]} characters", "metadata", "name")


def _of_labels(item: Item, keys: Keys) -> Iterator[Problem]:
    for key, value in item.mapping(*keys).items():
        if not _KEY.fullmatch(str(key)):
            yield item.problem(f"{key!r} is no valid label", *keys, key)
        if not _is_value(value):
            yield item.problem(f"{value!r} is no valid value of a label", *keys, key)


def _is_value(value: Any) -> bool:
    return isinstance(value, str) and bool(_VALUE.fullmatch(value))
