"""values.schema.json: Helm checks values against it at every install, so that a misspelt name is not passed over in silence."""

from typing import Any

# Below these, people write whatever Kubernetes takes.
_FREE = {
    "annotations",
    "config",
    "labels",
    "nodeSelector",
    "podAnnotations",
    "podSecurityContext",
    "resources",
    "securityContext",
    "strategy",
    "startupProbe",
    "readinessProbe",
    "livenessProbe",
}
_COUNTS = {"replicaCount", "minReplicas", "maxReplicas", "backoffLimit", "activeDeadlineSeconds"}
_PORTS = {"port", "containerPort"}
_CHOICES = {
    "pullPolicy": ["Always", "IfNotPresent", "Never"],
    "concurrencyPolicy": ["Allow", "Forbid", "Replace"],
    "restartPolicy": ["Never", "OnFailure"],
    "accessMode": ["", "ReadWriteOnce", "ReadWriteMany", "ReadOnlyMany", "ReadWriteOncePod"],
    "type": ["ClusterIP", "NodePort", "LoadBalancer"],
}


def schema(values: dict[str, Any]) -> dict[str, Any]:
    """The schema of these values."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": False,
        "required": ["image"],
        # Helm hands `global` to every chart.
        "properties": {"global": {"type": "object"}, **{key: _part(key, value) for key, value in values.items()}},
    }


def _part(key: str, value: Any) -> dict[str, Any]:
    if key in _CHOICES:
        return {"type": "string", "enum": _CHOICES[key]}
    if key in _PORTS:
        return {"type": "integer", "minimum": 1, "maximum": 65535}
    if key == "minAvailable":
        return {"type": ["integer", "null"], "minimum": 1}
    if key == "nodePort":
        return {"type": ["integer", "null"], "minimum": 30000, "maximum": 32767}
    if key == "utilization":
        share = {"type": "integer", "minimum": 1, "maximum": 100}
        return {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": {"cpu": share, "memory": share}}
    return _plain(key, value)


def _plain(key: str, value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        if key in _FREE:
            texts = key in ("config", "labels", "nodeSelector", "annotations", "podAnnotations")
            return {"type": "object", **({"additionalProperties": {"type": "string"}} if texts else {})}
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": {name: _part(name, part) for name, part in value.items()},
        }
    if isinstance(value, list):
        return {"type": "array", "items": {"type": "string" if key in ("command", "namespaces") else "object"}}
    if isinstance(value, bool):
        return {"type": "boolean"}
    if isinstance(value, int):
        return {"type": "integer", "minimum": 0 if key in ("replicaCount", "backoffLimit") else 1}
    return {"type": "string"}
