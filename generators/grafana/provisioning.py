"""How a dashboard gets into Grafana without clicking: provisioning files, or a ConfigMap for the sidecar of its Helm chart."""

from typing import Any

from generators.frame import to_json
from generators.grafana.dashboard import dashboard
from generators.grafana.options import Options

Values = dict[str, Any]


def datasource(options: Options) -> Values:
    """Prometheus as the default data source."""
    source = {
        "name": "Prometheus",
        "uid": "prometheus",
        "type": "prometheus",
        "access": "proxy",
        "url": options.prometheus,
        "isDefault": True,
        "editable": False,
        "jsonData": {"httpMethod": "POST", "timeInterval": "15s"},
    }
    return {"apiVersion": 1, "prune": True, "datasources": [source]}


def provider(options: Options) -> Values:
    """The folder that Grafana loads dashboards from; the files stay the only truth."""
    found = {
        "name": "default",
        "folder": options.folder,
        "type": "file",
        "disableDeletion": True,
        "allowUiUpdates": False,
        "updateIntervalSeconds": 30,
        "options": {"path": "/var/lib/grafana/dashboards", "foldersFromFilesStructure": False},
    }
    return {"apiVersion": 1, "providers": [found]}


def configmap(options: Options, name: str) -> Values:
    """The label makes the sidecar load it."""
    return {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {
            "name": f"dashboard-{name}",
            "namespace": options.namespace,
            "labels": {"grafana_dashboard": "1"},
            "annotations": {"grafana_folder": options.folder},
        },
        "data": {f"{name}.json": to_json(dashboard(options))},
    }
