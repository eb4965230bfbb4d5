"""Service accounts, roles and bindings: that names lead to what is in the set."""

from collections.abc import Iterator

from generators.checks.kubernetes_rules.objects import Item, pods_of
from generators.checks.problem import Problem


def rights_problems(items: list[Item]) -> Iterator[Problem]:
    """Accounts and roles that are not there, where the set has others; a set without any may use those of the cluster."""
    for pod in pods_of(items):
        name = pod.spec.get("serviceAccountName")
        accounts = _names(items, "ServiceAccount", pod.item.namespace)
        if name and accounts and name not in accounts:
            yield pod.item.problem(f"there is no ServiceAccount {name!r}", *pod.keys, "spec", "serviceAccountName")
    for item in items:
        if item.kind in ("RoleBinding", "ClusterRoleBinding"):
            kind, name = item.get("roleRef", "kind"), item.get("roleRef", "name")
            roles = _names(items, str(kind), item.namespace if kind == "Role" else "")
            if roles and name not in roles:
                yield item.problem(f"there is no {kind} {name!r}", "roleRef")


def _names(items: list[Item], kind: str, namespace: str) -> set[str]:
    return {item.name for item in items if item.kind == kind and item.namespace == namespace}
