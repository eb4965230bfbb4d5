"""Autoscalers and disruption budgets: that they find their workload, and that their numbers can be met."""

from collections.abc import Iterator

from generators.checks.kubernetes_rules.objects import Item, Pod, pods_of
from generators.checks.problem import Problem


def scaling_problems(items: list[Item]) -> Iterator[Problem]:
    """Targets that are not there and numbers that contradict each other."""
    pods = pods_of(items)
    for item in items:
        near = [pod for pod in pods if pod.item.namespace == item.namespace]
        if item.kind == "HorizontalPodAutoscaler":
            yield from _of_autoscaler(item, near)
        if item.kind == "PodDisruptionBudget":
            yield from _of_budget(item, near)


def _of_autoscaler(item: Item, pods: list[Pod]) -> Iterator[Problem]:
    least, most = item.get("spec", "minReplicas"), item.get("spec", "maxReplicas")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield item.problem(f"{least} is more than maxReplicas, {most}", "spec", "minReplicas")
    if isinstance(least, int) and least < 1:
        yield item.problem("at least 1, or it would never wake up again", "spec", "minReplicas")
    target = item.mapping("spec", "scaleTargetRef")
    workload = next((pod for pod in pods if (pod.item.kind, pod.item.name) == (target.get("kind"), target.get("name"))), None)
    if pods and workload is None:
        yield item.problem(f"there is no {target.get('kind')} {target.get('name')}", "spec", "scaleTargetRef")
    for at, metric in enumerate(item.mappings("spec", "metrics")):
        resource = metric.get("resource") or {}
        if (
            workload
            and (resource.get("target") or {}).get("type") == "Utilization"
            and not _requests(workload, str(resource.get("name")))
        ):
            yield item.problem(f"a container requests no {resource.get('name')}, so there is no share of it", "spec", "metrics", at)


def _requests(pod: Pod, resource: str) -> bool:
    return all(resource in ((container.get("resources") or {}).get("requests") or {}) for _, container in pod.containers())


def _of_budget(item: Item, pods: list[Pod]) -> Iterator[Problem]:
    least, most = item.get("spec", "minAvailable"), item.get("spec", "maxUnavailable")
    if (least is None) == (most is None):
        yield item.problem("it needs exactly one of minAvailable and maxUnavailable", "spec")
    selector = item.mapping("spec", "selector", "matchLabels")
    matched = [pod for pod in pods if selector and pod.matches(selector)]
    if pods and selector and not matched:
        yield item.problem(f"{selector} finds no pod", "spec", "selector")
    for pod in matched:
        replicas = pod.item.get("spec", "replicas")
        if isinstance(least, int) and isinstance(replicas, int) and least >= replicas > 0:
            yield item.problem(f"with {replicas} replicas no pod could ever be moved", "spec", "minAvailable")
