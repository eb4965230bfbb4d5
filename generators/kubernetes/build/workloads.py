"""Deployments, StatefulSets, DaemonSets, Jobs and CronJobs."""

from typing import Any

from generators.kubernetes.build.plan import Plan
from generators.kubernetes.build.pods import template
from generators.kubernetes.build.storage import claim_spec


def deployment(plan: Plan) -> dict[str, Any]:
    """Pods that serve, replaced without a gap where that is possible."""
    spec: dict[str, Any] = {} if plan.replicas is None else {"replicas": plan.replicas}
    spec |= {"revisionHistoryLimit": 5, "strategy": _strategy(plan), "selector": {"matchLabels": plan.selector("deployment")}}
    return _object("apps/v1", "Deployment", plan, {**spec, "template": template(plan, "deployment")})


def _strategy(plan: Plan) -> dict[str, Any]:
    if plan.options.strategy == "recreate" or plan.is_alone:
        return {"type": "Recreate"}
    # A new pod with a GPU waits for a free card, which there may be only after an old pod has gone.
    surge, gone = (0, 1) if plan.options.gpu else (1, 0)
    return {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": surge, "maxUnavailable": gone}}


def statefulset(plan: Plan) -> dict[str, Any]:
    """Pods with a name and a volume each."""
    spec: dict[str, Any] = {"serviceName": plan.title}
    if plan.replicas is not None:
        spec["replicas"] = plan.replicas
    spec |= {"selector": {"matchLabels": plan.selector("statefulset")}, "template": template(plan, "statefulset")}
    spec["volumeClaimTemplates"] = [{"metadata": {"name": "data"}, "spec": claim_spec(plan, alone=True)}]
    return _object("apps/v1", "StatefulSet", plan, spec)


def daemonset(plan: Plan) -> dict[str, Any]:
    """One pod on every node."""
    spec = {
        "selector": {"matchLabels": plan.selector("daemonset")},
        "updateStrategy": {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 1}},
        "template": template(plan, "daemonset"),
    }
    return _object("apps/v1", "DaemonSet", plan, spec)


def job(plan: Plan) -> dict[str, Any]:
    """Work that is done once."""
    return _object("batch/v1", "Job", plan, {**_work(plan, "job"), "ttlSecondsAfterFinished": 86400})


def cronjob(plan: Plan) -> dict[str, Any]:
    """Work that is done again and again."""
    options = plan.options
    spec = {
        "schedule": options.schedule or "0 3 * * *",
        "timeZone": options.time_zone,
        "concurrencyPolicy": options.concurrency,
        "startingDeadlineSeconds": 600,
        "successfulJobsHistoryLimit": 3,
        "failedJobsHistoryLimit": 3,
        "jobTemplate": {"metadata": {"labels": plan.labels("cronjob")}, "spec": _work(plan, "cronjob")},
    }
    return _object("batch/v1", "CronJob", plan, spec)


def _work(plan: Plan, kind: str) -> dict[str, Any]:
    options = plan.options
    counts = {name: count for name in ("parallelism", "completions") if (count := getattr(options, name)) is not None}
    return {
        **counts,
        "backoffLimit": options.retries,
        "activeDeadlineSeconds": options.deadline or 7200,
        "template": template(plan, kind),
    }


def _object(api: str, kind: str, plan: Plan, spec: dict[str, Any]) -> dict[str, Any]:
    return {"apiVersion": api, "kind": kind, "metadata": plan.metadata(kind=kind.lower()), "spec": spec}
