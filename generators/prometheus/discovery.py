"""How Prometheus finds targets that come and go."""

from collections.abc import Callable
from typing import Any

from generators.prometheus.options import Options

Values = dict[str, Any]


def discovered(options: Options, way: str) -> Values:
    """The part of a scrape job that finds its targets."""
    return _WAYS[way](options)


def _kubernetes(options: Options) -> Values:
    search: Values = {"role": "pod"}
    if options.namespaces:
        search["namespaces"] = {"names": list(dict.fromkeys(options.namespaces))}
    annotation = "__meta_kubernetes_pod_annotation_prometheus_io_"
    return {
        "kubernetes_sd_configs": [search],
        "relabel_configs": [
            {"source_labels": [f"{annotation}scrape"], "action": "keep", "regex": "true"},
            {"source_labels": ["__meta_kubernetes_pod_phase"], "action": "drop", "regex": "Pending|Succeeded|Failed"},
            {"source_labels": [f"{annotation}path"], "action": "replace", "regex": "(.+)", "target_label": "__metrics_path__"},
            {
                "source_labels": ["__address__", f"{annotation}port"],
                "action": "replace",
                "regex": r"([^:]+)(?::\d+)?;(\d+)",
                "replacement": "$1:$2",
                "target_label": "__address__",
            },
            # Alert rules select by job, so it is the name of the application and not of this search.
            {
                "source_labels": ["__meta_kubernetes_pod_label_app_kubernetes_io_name"],
                "action": "replace",
                "regex": "(.+)",
                "target_label": "job",
            },
            {"source_labels": ["__meta_kubernetes_namespace"], "action": "replace", "target_label": "namespace"},
            {"source_labels": ["__meta_kubernetes_pod_name"], "action": "replace", "target_label": "pod"},
        ],
    }


def _file(options: Options) -> Values:
    return {"file_sd_configs": [{"files": ["targets/*.yml"], "refresh_interval": "1m"}]}


def _ec2(options: Options) -> Values:
    search: Values = {
        "region": options.region,
        "port": options.port,
        "filters": [{"name": "tag:monitoring", "values": ["prometheus"]}, {"name": "instance-state-name", "values": ["running"]}],
    }
    relabel = [
        {"source_labels": ["__meta_ec2_tag_Name"], "action": "replace", "target_label": "instance_name"},
        {"source_labels": ["__meta_ec2_availability_zone"], "action": "replace", "target_label": "zone"},
    ]
    return {"ec2_sd_configs": [search], "relabel_configs": relabel}


def _dns(options: Options) -> Values:
    return {"dns_sd_configs": [{"names": [options.name], "type": "A", "port": options.port, "refresh_interval": "30s"}]}


def _docker(options: Options) -> Values:
    relabel = [
        {"source_labels": ["__meta_docker_container_label_prometheus_scrape"], "action": "keep", "regex": "true"},
        {
            "source_labels": ["__meta_docker_container_name"],
            "action": "replace",
            "regex": "/(.+)",
            "target_label": "container",
        },
    ]
    return {"docker_sd_configs": [{"host": "unix:///var/run/docker.sock"}], "relabel_configs": relabel}


def _consul(options: Options) -> Values:
    relabel = [{"source_labels": ["__meta_consul_service"], "action": "replace", "target_label": "job"}]
    return {"consul_sd_configs": [{"server": "consul:8500", "services": [options.name]}], "relabel_configs": relabel}


_WAYS: dict[str, Callable[[Options], Values]] = {
    "kubernetes": _kubernetes,
    "file": _file,
    "ec2": _ec2,
    "dns": _dns,
    "docker": _docker,
    "consul": _consul,
}
