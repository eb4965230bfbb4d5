"""The same for the Prometheus Operator: objects of Kubernetes instead of files of the server."""

from typing import Any

from generators.frame import version
from generators.frame.spoken import slug
from generators.prometheus.options import Options

Values = dict[str, Any]


def prometheus_rule(options: Options, groups: list[Values]) -> Values:
    """A PrometheusRule with these groups."""
    return {**_head(options, "PrometheusRule"), "spec": {"groups": groups}}


def service_monitor(options: Options) -> Values:
    """A ServiceMonitor for the service."""
    endpoint: Values = {"port": options.port_name, "interval": options.interval, "path": options.path}
    if options.scheme == "https":
        endpoint["scheme"] = "https"
    return {
        **_head(options, "ServiceMonitor"),
        "spec": {
            "selector": {"matchLabels": {"app.kubernetes.io/name": object_name(options)}},
            "namespaceSelector": {"matchNames": list(dict.fromkeys(options.namespaces)) or [_namespace(options)]},
            "endpoints": [endpoint],
        },
    }


def object_name(options: Options) -> str:
    """The service's name as Kubernetes wants it."""
    return slug(options.name, "-")


def _namespace(options: Options) -> str:
    return options.namespaces[0] if options.namespaces else "monitoring"


def _head(options: Options, kind: str) -> Values:
    """The operator of kube-prometheus-stack takes only objects with the label of its release."""
    labels = {"app.kubernetes.io/name": object_name(options), "release": options.release}
    metadata = {"name": object_name(options), "namespace": _namespace(options), "labels": labels}
    return {"apiVersion": version("prometheus-operator"), "kind": kind, "metadata": metadata}
