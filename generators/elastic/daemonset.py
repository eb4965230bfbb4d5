"""Filebeat on every node of a cluster: the DaemonSet, what it may read, and its settings."""

from typing import Any

from generators.elastic.filebeat import filebeat, needs_policy
from generators.elastic.index import policy
from generators.elastic.options import Options
from generators.frame import image, to_json, to_yaml

Values = dict[str, Any]
_NAMESPACE = "logging"
_LABELS = {"app.kubernetes.io/name": "filebeat"}


def daemonset(options: Options) -> list[Values]:
    """All objects; the Secret with the credentials is made by hand or by a secrets operator."""
    return [_account(), _role(), _binding(), _settings(options), _daemonset(options)]


def _metadata(kind: str, **more: Any) -> Values:
    return {"kind": kind, "metadata": {"name": "filebeat", "namespace": _NAMESPACE, "labels": _LABELS}, **more}


def _account() -> Values:
    return {"apiVersion": "v1", **_metadata("ServiceAccount")}


def _role() -> Values:
    rules = [
        {"apiGroups": [""], "resources": ["namespaces", "pods", "nodes"], "verbs": ["get", "list", "watch"]},
        {"apiGroups": ["apps"], "resources": ["replicasets"], "verbs": ["get", "list", "watch"]},
    ]
    metadata = {"name": "filebeat", "labels": _LABELS}
    return {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": metadata, "rules": rules}


def _binding() -> Values:
    return {
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": "ClusterRoleBinding",
        "metadata": {"name": "filebeat", "labels": _LABELS},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "filebeat"},
        "subjects": [{"kind": "ServiceAccount", "name": "filebeat", "namespace": _NAMESPACE}],
    }


def _settings(options: Options) -> Values:
    data = {"filebeat.yml": to_yaml(filebeat(options))}
    if needs_policy(options):
        data["ilm-policy.json"] = to_json(policy(options))
    return {"apiVersion": "v1", **_metadata("ConfigMap"), "data": data}


def _daemonset(options: Options) -> Values:
    spec = {
        "serviceAccountName": "filebeat",
        "terminationGracePeriodSeconds": 30,
        "dnsPolicy": "ClusterFirstWithHostNet",
        "tolerations": [{"key": "node-role.kubernetes.io/control-plane", "effect": "NoSchedule"}],
        "containers": [_container(options)],
        "volumes": [
            {"name": "config", "configMap": {"name": "filebeat", "defaultMode": 0o640}},
            {"name": "data", "hostPath": {"path": "/var/lib/filebeat-data", "type": "DirectoryOrCreate"}},
            {"name": "varlog", "hostPath": {"path": "/var/log"}},
        ],
    }
    template = {"metadata": {"labels": _LABELS}, "spec": spec}
    return {"apiVersion": "apps/v1", **_metadata("DaemonSet"), "spec": {"selector": {"matchLabels": _LABELS}, "template": template}}


def _container(options: Options) -> Values:
    env: list[Values] = [{"name": "NODE_NAME", "valueFrom": {"fieldRef": {"fieldPath": "spec.nodeName"}}}]
    names = ["ES_API_KEY"] if options.api_key else [options.user_variable, options.password_variable]
    if options.target == "elasticsearch":
        env += [
            {"name": name, "valueFrom": {"secretKeyRef": {"name": "filebeat-elasticsearch", "key": name}}}
            for name in dict.fromkeys(names)
        ]
    files = ["filebeat.yml", *(["ilm-policy.json"] if needs_policy(options) else [])]
    mounts: list[Values] = [
        {"name": "config", "mountPath": f"/usr/share/filebeat/{name}", "subPath": name, "readOnly": True} for name in files
    ]
    mounts += [
        {"name": "data", "mountPath": "/usr/share/filebeat/data"},
        {"name": "varlog", "mountPath": "/var/log", "readOnly": True},
    ]
    return {
        "name": "filebeat",
        "image": image("filebeat"),
        "args": ["-c", "/usr/share/filebeat/filebeat.yml", "-e"],
        "env": env,
        # Root, because the log files of the node belong to root; it gets nothing besides.
        "securityContext": {
            "runAsUser": 0,
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"], "add": ["DAC_READ_SEARCH"]},
        },
        "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"memory": "256Mi"}},
        "volumeMounts": mounts,
    }
