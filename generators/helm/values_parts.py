"""The parts of values.yaml, as data."""

import re
from typing import Any

from generators.frame import Quoted
from generators.helm.options import Options
from generators.kubernetes.build.container import probes, resources, unexpanded
from generators.kubernetes.build.network import calling_namespaces
from generators.kubernetes.build.pods import security, tolerations


def replicas(options: Options) -> int:
    """The pods while the autoscaler is off."""
    if options.replicas is not None:
        return int(options.replicas)
    return 1 if options.storage and options.access in (None, "ReadWriteOnce") else options.usual


def schedule(options: Options) -> dict[str, Any]:
    """When a CronJob runs, and how long."""
    return {
        "schedule": Quoted(options.schedule or "0 3 * * *"),
        "timeZone": options.time_zone,
        "suspend": False,
        "concurrencyPolicy": options.concurrency,
        "parallelism": options.parallelism or 1,
        "completions": options.completions or options.parallelism or 1,
        "backoffLimit": options.retries,
        "activeDeadlineSeconds": options.deadline or 7200,
        "restartPolicy": options.restart,
    }


def program(options: Options) -> dict[str, Any]:
    """What runs."""
    name, _, digest = options.full_image.partition("@")
    repository = re.sub(r":[\w.-]+$", "", name)
    tag = name.removeprefix(repository).removeprefix(":") if options.image and not digest else ""
    return {
        "image": {"repository": repository, "tag": Quoted(tag), "digest": digest, "pullPolicy": "IfNotPresent"},
        "imagePullSecrets": [{"name": options.pull_secret}] if options.pull_secret else [],
        "command": [unexpanded(word) for word in options.command],
        "config": {key: Quoted(value) for key, value in (options.env or {"LOG_LEVEL": "INFO"}).items()},
        "existingSecret": options.secret or "",
        "secretEnv": [one.model_dump() for one in options.secret_env],
        "resources": resources(options),
    }


def serving(options: Options) -> dict[str, Any]:
    """How its health is asked for."""
    asked = probes(options)
    # The port is one of the values, so the probes name it instead of repeating its number; gRPC alone has to.
    return {
        "containerPort": options.port,
        **{name: asked.get(name, {}) for name in ("startupProbe", "readinessProbe", "livenessProbe")},
    }


def shared(options: Options) -> dict[str, Any]:
    """Account, security and place of the pods."""
    role = {"eks.amazonaws.com/role-arn": options.role_arn} if options.role_arn else {}
    return {
        "serviceAccount": {
            "enabled": options.service_account is None or bool(role),
            "name": options.service_account or "",
            "annotations": role,
        },
        "podSecurityContext": security(options),
        "securityContext": {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": not options.writable,
            "capabilities": {"drop": ["ALL"]},
        },
        "nodeSelector": dict(options.node_selector),
        "tolerations": tolerations(options, gpu=options.gpu > 0),
        "sharedMemory": "2Gi" if options.gpu and not options.serves else "",
        "labels": dict(options.labels),
    }


def reached(options: Options) -> dict[str, Any]:
    """How the pods are reached, replaced and counted."""
    surge = {"maxSurge": 0, "maxUnavailable": 1} if options.gpu else {"maxSurge": 1, "maxUnavailable": 0}
    rolling = {"type": "RollingUpdate", "rollingUpdate": surge}
    metrics = {"prometheus.io/scrape": "true", "prometheus.io/port": str(options.port), "prometheus.io/path": "/metrics"}
    return {
        "podAnnotations": metrics if options.metrics else {},
        "strategy": {"type": "Recreate"} if options.strategy == "recreate" else rolling,
        "service": _service(options),
        "ingress": _ingress(options),
        **_counted(options),
        "networkPolicy": {
            "enabled": options.network_policy or bool(options.allow_from),
            "ownNamespace": not options.allow_from,
            "namespaces": calling_namespaces(options, ingress=_has_ingress(options)),
        },
    }


def _service(options: Options) -> dict[str, Any]:
    headless = options.service_type == "headless"
    kind = "ClusterIP" if headless else options.service_type
    return {"type": kind, "port": options.service_port, "nodePort": options.node_port, "clusterIP": "None" if headless else ""}


def _counted(options: Options) -> dict[str, Any]:
    several = options.is_scaled or replicas(options) > 1
    bounds = {"minReplicas": options.fewest, "maxReplicas": options.most}
    return {
        "autoscaling": {"enabled": options.is_scaled, **bounds, "utilization": _utilization(options)},
        "podDisruptionBudget": {"enabled": several, "maxUnavailable": 1, "minAvailable": options.min_available},
    }


def _has_ingress(options: Options) -> bool:
    return bool(options.host or options.tls_secret or options.issuer)


def _ingress(options: Options) -> dict[str, Any]:
    return {
        "enabled": _has_ingress(options),
        "className": options.ingress_class,
        "annotations": {"cert-manager.io/cluster-issuer": options.issuer} if options.issuer else {},
        "host": options.host or f"{options.title}.example.com",
        "path": options.path,
        "tls": {"enabled": options.tls, "secretName": options.tls_secret or ""},
    }


def _utilization(options: Options) -> dict[str, int]:
    told = {"cpu": options.cpu_target, "memory": options.memory_target}
    return {name: share for name, share in told.items() if share} or {"cpu": 70}


def kept(options: Options) -> dict[str, Any]:
    """The volume."""
    return {
        "persistence": {
            "enabled": options.storage is not None,
            "size": options.storage or "10Gi",
            "storageClass": options.storage_class or "",
            "accessMode": options.access or "",
            "mountPath": options.mount,
        }
    }
