"""Volumes, mounts, claims, and the keys of ConfigMaps and Secrets that pods read."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generators.checks.by_schema import Keys
from generators.checks.kubernetes_rules.objects import Item, Pod, mappings, pods_of
from generators.checks.kubernetes_rules.quantities import amount
from generators.checks.problem import Problem

_MODES = {"ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"}
_ALONE = {"ReadWriteOnce", "ReadWriteOncePod"}


def storing_problems(items: list[Item]) -> Iterator[Problem]:
    """Mounts without a volume, claims that cannot be, keys that are not there."""
    for item in items:
        if item.kind == "PersistentVolumeClaim":
            yield from _of_claim(item, ("spec",))
        if item.kind == "StatefulSet":
            for at, _ in enumerate(item.mappings("spec", "volumeClaimTemplates")):
                yield from _of_claim(item, ("spec", "volumeClaimTemplates", at, "spec"))
    for pod in pods_of(items):
        yield from _of_mounts(pod)
        yield from _of_sharing(pod, items)
        for where, container in pod.all_containers():
            yield from _of_keys(pod, where, container, items)


def _of_claim(item: Item, where: Keys) -> Iterator[Problem]:
    size = item.get(*where, "resources", "requests", "storage")
    if (amount(size) or 0) <= 0:
        yield item.problem(f"{size!r} is no size", *where, "resources")
    modes = item.get(*where, "accessModes") or []
    if not modes or not set(modes) <= _MODES:
        yield item.problem(f"accessModes must be some of {', '.join(sorted(_MODES))}", *where, "accessModes")


def _of_mounts(pod: Pod) -> Iterator[Problem]:
    claims = [claim.get("metadata", {}).get("name") for claim in pod.item.mappings("spec", "volumeClaimTemplates")]
    names = [volume.get("name") for volume in mappings(pod.spec.get("volumes"))] + claims
    for name, count in Counter(names).items():
        if count > 1:
            yield pod.item.problem(f"the volume {name!r} stands {count} times", *pod.keys, "spec", "volumes")
    for where, container in pod.all_containers():
        mounts = mappings(container.get("volumeMounts"))
        for at, mount in enumerate(mounts):
            if mount.get("name") not in names:
                yield pod.item.problem(f"there is no volume {mount.get('name')!r}", *where, "volumeMounts", at)
        for path, count in Counter(mount.get("mountPath") for mount in mounts).items():
            if count > 1:
                yield pod.item.problem(f"{path} is mounted {count} times", *where, "volumeMounts")


def _of_sharing(pod: Pod, items: list[Item]) -> Iterator[Problem]:
    """A claim for one node, and pods that may land on several."""
    if pod.item.kind != "Deployment":
        return
    scaled = any(
        one.kind == "HorizontalPodAutoscaler" and one.get("spec", "scaleTargetRef", "name") == pod.item.name for one in items
    )
    if not scaled and pod.item.get("spec", "replicas") in (0, 1):
        return
    for at, volume in enumerate(mappings(pod.spec.get("volumes"))):
        name = (volume.get("persistentVolumeClaim") or {}).get("claimName")
        claim = _named(items, "PersistentVolumeClaim", pod.item.namespace, name)
        if claim and set(claim.get("spec", "accessModes") or []) <= _ALONE:
            yield pod.item.problem(f"several pods share {name!r}, which only one node can mount", *pod.keys, "spec", "volumes", at)


def _of_keys(pod: Pod, where: Keys, container: dict[str, Any], items: list[Item]) -> Iterator[Problem]:
    for at, variable in enumerate(mappings(container.get("env"))):
        source = variable.get("valueFrom") or {}
        for field, kind in (("configMapKeyRef", "ConfigMap"), ("secretKeyRef", "Secret")):
            wanted = source.get(field) or {}
            holder = _named(items, kind, pod.item.namespace, wanted.get("name"))
            if holder and wanted.get("key") not in {**holder.mapping("data"), **holder.mapping("stringData")}:
                yield pod.item.problem(f"{kind} {holder.name} has no key {wanted.get('key')!r}", *where, "env", at)


def _named(items: list[Item], kind: str, namespace: str, name: Any) -> Item | None:
    return next((one for one in items if (one.kind, one.namespace, one.name) == (kind, namespace, name)), None)
