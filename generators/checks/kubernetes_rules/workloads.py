"""Deployments, Jobs and their kin: selectors, schedules and restart policies."""

import re
from collections.abc import Iterator

from generators.checks.kubernetes_rules.objects import Item, Pod, pods_of
from generators.checks.problem import Problem
from generators.frame.cron import check_cron

_ENDING = {"Job", "CronJob"}
_SELECTING = {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"}
_MACROS = {"@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"}
_ZONE = re.compile(r"[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*")


def workload_problems(items: list[Item]) -> Iterator[Problem]:
    """What the controllers would refuse or could never fulfil."""
    for pod in pods_of(items):
        yield from _of_selector(pod)
        yield from _of_restarts(pod)
    for item in items:
        if item.kind == "CronJob":
            yield from _of_schedule(item)
        if item.kind == "StatefulSet":
            yield from _of_service(item, items)


def _of_selector(pod: Pod) -> Iterator[Problem]:
    selector = pod.item.mapping("spec", "selector", "matchLabels")
    if pod.item.kind in _SELECTING and not pod.matches(selector):
        yield pod.item.problem(f"{selector} does not match the pods' labels {pod.labels}", "spec", "selector", "matchLabels")


def _of_restarts(pod: Pod) -> Iterator[Problem]:
    policy = pod.spec.get("restartPolicy")
    where = (*pod.keys, "spec", "restartPolicy")
    if pod.item.kind in _ENDING and policy not in ("Never", "OnFailure"):
        yield pod.item.problem(f"a Job needs Never or OnFailure, not {policy or 'the default Always'}", *where)
    if pod.item.kind in _SELECTING and policy not in (None, "Always"):
        yield pod.item.problem(f"only Always is possible here, not {policy}", *where)


def _of_schedule(item: Item) -> Iterator[Problem]:
    schedule = str(item.get("spec", "schedule"))
    if schedule not in _MACROS:
        try:
            check_cron(schedule)
        except ValueError as error:
            yield item.problem(f"{schedule!r} {error}", "spec", "schedule")
    zone = item.get("spec", "timeZone")
    if zone is not None and not _ZONE.fullmatch(str(zone)):
        yield item.problem(f"{zone!r} is no time zone", "spec", "timeZone")
    if item.get("spec", "concurrencyPolicy") not in (None, "Allow", "Forbid", "Replace"):
        yield item.problem("Allow, Forbid and Replace are possible", "spec", "concurrencyPolicy")


def _of_service(item: Item, items: list[Item]) -> Iterator[Problem]:
    name = item.get("spec", "serviceName")
    services = [one.name for one in items if one.kind == "Service" and one.namespace == item.namespace]
    if services and name not in services:
        yield item.problem(f"there is no Service {name!r}", "spec", "serviceName")
