"""Kubernetes objects against each other: selectors and labels, targets of Services, Ingresses and autoscalers, mounts and volumes.

It also knows what the API server checks beyond the schema: quantities, cron lines, restart policies, names, ports of probes.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from generators.checks import kubernetes_schema
from generators.checks.kubernetes_rules.exposing import exposing_problems
from generators.checks.kubernetes_rules.naming import naming_problems
from generators.checks.kubernetes_rules.objects import Item, items_of
from generators.checks.kubernetes_rules.pods import pod_problems
from generators.checks.kubernetes_rules.rights import rights_problems
from generators.checks.kubernetes_rules.scaling import scaling_problems
from generators.checks.kubernetes_rules.storing import storing_problems
from generators.checks.kubernetes_rules.workloads import workload_problems
from generators.checks.problem import Problem

TOOL = "own check: Kubernetes rules"
HEAVY = False
_RULES = (
    naming_problems,
    workload_problems,
    pod_problems,
    storing_problems,
    exposing_problems,
    scaling_problems,
    rights_problems,
)


def version() -> str:
    """It is as old as this program."""
    return ""


def wants(path: str, text: str) -> bool:
    """What the schema judges, too."""
    return kubernetes_schema.wants(path, text)


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What does not fit together in a set of files."""
    return list(_problems(items_of(folder, paths)))


def _problems(items: list[Item]) -> Iterator[Problem]:
    return chain.from_iterable(rule(items) for rule in _RULES)
