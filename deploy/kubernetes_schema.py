"""Derives generators/checks/schemas/kubernetes.json: what the Kubernetes API accepts, for the kinds of objects that people write.

The schemas come from the Python package kubernetes-validate (Apache-2.0), which carries those of the Kubernetes project for every
version. Without descriptions, statuses and the kinds that nobody writes by hand, 119 MB become a fraction of one. Run it by hand
for a new version, with the package installed:

    python deploy/kubernetes_schema.py
"""

import json
import re
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "generators" / "checks" / "schemas" / "kubernetes.json"
KINDS = {
    "v1": "ConfigMap LimitRange Namespace PersistentVolume PersistentVolumeClaim Pod ResourceQuota Secret Service ServiceAccount",
    "apps/v1": "DaemonSet Deployment ReplicaSet StatefulSet",
    "autoscaling/v2": "HorizontalPodAutoscaler",
    "batch/v1": "CronJob Job",
    "networking.k8s.io/v1": "Ingress IngressClass NetworkPolicy",
    "policy/v1": "PodDisruptionBudget",
    "rbac.authorization.k8s.io/v1": "ClusterRole ClusterRoleBinding Role RoleBinding",
    "scheduling.k8s.io/v1": "PriorityClass",
    "storage.k8s.io/v1": "StorageClass",
}
_KEPT = {"$ref", "type", "properties", "required", "items", "additionalProperties", "enum", "oneOf", "anyOf", "format"}
# The server fills these in, and they reach definitions that nothing else needs.
_SERVERS = {"status", "managedFields"}
_REF = "/api/_definitions.json#/$defs/"


def main() -> None:
    """Write the schema for the version of Kubernetes that generated files name."""
    wanted = yaml.safe_load((ROOT / "generators/frame/versions.yaml").read_text(encoding="utf-8"))["versions"]["kubernetes"]
    folder = files("kubernetes_validate").joinpath("kubernetes-json-schema", f"v{wanted}.0-local-strict")
    every = json.loads(folder.joinpath("_definitions.json").read_text(encoding="utf-8"))["$defs"]
    kinds = {f"{api} {kind}": _name(every, api, kind) for api, named in KINDS.items() for kind in named.split()}
    table = {
        "source": f"kubernetes-validate {version('kubernetes-validate')} (Apache-2.0), Kubernetes {wanted}",
        "version": wanted,
        "kinds": {kind: {"$ref": f"#/$defs/{name}"} for kind, name in kinds.items()},
        "$defs": _reached(every, set(kinds.values())),
    }
    TARGET.write_text(json.dumps(table, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


def _name(every: dict[str, Any], api: str, kind: str) -> str:
    """The name of the definition of a kind: io.k8s.api.apps.v1.Deployment."""
    group = api.rpartition("/")[0]
    wanted = {"group": group, "kind": kind, "version": api.rpartition("/")[2]}
    return next(name for name, part in every.items() if wanted in part.get("x-kubernetes-group-version-kind", ()))


def _reached(every: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """The definitions of these names and of all that they refer to."""
    found: dict[str, Any] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = _compact(every[name])
            waiting += [ref.removeprefix("#/$defs/") for ref in _refs(found[name])]
    return found


def _compact(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return [_compact(item) for item in schema] if isinstance(schema, list) else schema
    if "$ref" in schema:
        return {"$ref": schema["$ref"].replace(_REF, "#/$defs/")}
    if "oneOf" in schema:  # a quantity, or "number or text"; the package's own "type: object" beside it would refuse both
        return {"oneOf": _compact(schema["oneOf"])}
    kept = {key: _compact(value) for key, value in schema.items() if key in _KEPT and key != "properties"}
    if "properties" in schema:
        kept["properties"] = {name: {} if name in _SERVERS else _compact(part) for name, part in schema["properties"].items()}
    return {key: value for key, value in kept.items() if key != "format" or not re.match("int|double|float|byte", value)}


def _refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"]
        for value in schema.values():
            yield from _refs(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _refs(value)


if __name__ == "__main__":
    main()
