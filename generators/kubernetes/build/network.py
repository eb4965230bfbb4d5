"""Service, Ingress and NetworkPolicy."""

from typing import Any

from generators.kubernetes.build.plan import LASTING, Plan
from generators.kubernetes.options import WorkloadOptions

# Where the usual controllers of a class run; of others the class is the best guess.
_CONTROLLERS = {"nginx": "ingress-nginx", "traefik": "traefik", "haproxy": "haproxy-controller"}
_SPACE = "kubernetes.io/metadata.name"


def service(plan: Plan) -> dict[str, Any]:
    """One address for all pods."""
    options = plan.options
    kind = next((kind for kind in plan.workloads if kind in LASTING), None)
    port: dict[str, Any] = {"name": "http", "port": options.service_port, "targetPort": "http" if plan.workloads else options.port}
    if options.node_port:
        port["nodePort"] = options.node_port
    spec: dict[str, Any] = {"type": "ClusterIP" if options.service_type == "headless" else options.service_type}
    if options.service_type == "headless" or kind == "statefulset" and options.service_type == "ClusterIP":
        spec["clusterIP"] = "None"
    spec |= {"selector": plan.selector(kind), "ports": [port]}
    return {"apiVersion": "v1", "kind": "Service", "metadata": plan.metadata(), "spec": spec}


def host_of(plan: Plan) -> str:
    """The host of the Ingress."""
    return plan.options.host or f"{plan.title}.example.com"


def ingress(plan: Plan) -> dict[str, Any]:
    """The way in from outside of the cluster."""
    options = plan.options
    host = host_of(plan)
    metadata = plan.metadata()
    if options.issuer:
        metadata["annotations"] = {"cert-manager.io/cluster-issuer": options.issuer}
    port: dict[str, Any] = {"name": "http"} if "service" in plan.kinds else {"number": options.service_port}
    backend = {"service": {"name": plan.title, "port": port}}
    spec: dict[str, Any] = {"ingressClassName": options.ingress_class}
    if options.tls:
        spec["tls"] = [{"hosts": [host], "secretName": options.tls_secret or f"{plan.title}-tls"}]
    spec["rules"] = [{"host": host, "http": {"paths": [{"path": options.path, "pathType": "Prefix", "backend": backend}]}}]
    return {"apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": metadata, "spec": spec}


def calling_namespaces(options: WorkloadOptions, *, ingress: bool) -> list[str]:
    """The namespaces that were named, and those of the Ingress controller and of Prometheus where they have to come in."""
    controller = [_CONTROLLERS.get(options.ingress_class, options.ingress_class)] if ingress else []
    return list(dict.fromkeys([*options.allow_from, *controller, *(["monitoring"] if options.metrics else [])]))


def networkpolicy(plan: Plan) -> dict[str, Any]:
    """Who may call the pods; everyone else is turned away."""
    options = plan.options
    callers: list[dict[str, Any]] = [] if options.allow_from else [{"podSelector": {}}]
    spaces = calling_namespaces(options, ingress="ingress" in plan.kinds)
    callers += [{"namespaceSelector": {"matchLabels": {_SPACE: space}}} for space in spaces]
    kind = next((kind for kind in plan.workloads if kind in LASTING), None)
    spec = {
        "podSelector": {"matchLabels": plan.selector(kind)},
        "policyTypes": ["Ingress"],
        "ingress": [{"from": callers, "ports": [{"protocol": "TCP", "port": options.port}]}],
    }
    return {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": plan.metadata(), "spec": spec}


def default_deny(plan: Plan) -> dict[str, Any]:
    """No traffic to any pod of the namespace, but what another policy allows."""
    metadata = {**plan.metadata(), "name": "default-deny"}
    spec = {"podSelector": {}, "policyTypes": ["Ingress"]}
    return {"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": metadata, "spec": spec}
