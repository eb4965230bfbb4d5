"""The tracking server on Kubernetes: Deployment, Service, Ingress, and the database beside it."""

from typing import Any

from generators.frame import Files, Quoted, image, to_yaml
from generators.mlflow.compose import image_of
from generators.mlflow.options import Options
from generators.mlflow.server import arguments_of, database_port, database_uri, default_image, needs_volume

_SECRET = "mlflow-secrets"
_HARDENED = {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}
_FOLDERS = {"postgres": "/var/lib/postgresql/data", "mysql": "/var/lib/mysql", "minio": "/data"}
_UIDS = {"postgres": 999, "mysql": 999, "minio": 1000}


def cluster_of(options: Options) -> Files:
    """Manifests in k8s/, and the Dockerfile of the image that they name."""
    comment = (
        "kubectl create namespace {0}\nkubectl --namespace {0} create secret generic {1}{2}\nkubectl apply --filename k8s/".format(
            options.namespace, _SECRET, "".join(f" --from-literal={name}=…" for name in _secrets(options))
        )
    )
    if options.store == "s3":
        comment += "\nThe bucket is reached through a role: on EKS a pod identity of the service account mlflow."
    files = {"k8s/mlflow.yaml": to_yaml(*_server(options), comment=comment)}
    if options.database != "sqlite":
        files["k8s/database.yaml"] = to_yaml(*_stateful(options, "mlflow-db", options.database))
    if options.store == "minio":
        files["k8s/minio.yaml"] = to_yaml(*_stateful(options, "minio", "minio"))
    return {**files, **image_of(options)}


def _secrets(options: Options) -> list[str]:
    names = ["DB_PASSWORD"] if options.database != "sqlite" else []
    names += ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] if options.store == "minio" else []
    return names + (["MLFLOW_AUTH_ADMIN_PASSWORD", "MLFLOW_FLASK_SERVER_SECRET_KEY"] if options.login else [])


def _metadata(options: Options, name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "namespace": options.namespace, "labels": {"app.kubernetes.io/name": name}, **more}


def _server(options: Options) -> list[dict[str, Any]]:
    account = _metadata(options, "mlflow")
    objects: list[dict[str, Any]] = [
        {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": account, "automountServiceAccountToken": False},
        _deployment(options),
        _service(options, "mlflow", options.port, "http"),
    ]
    if needs_volume(options):
        claim = {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": f"{options.storage}Gi"}}}
        objects.insert(
            1, {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": _metadata(options, "mlflow"), "spec": claim}
        )
    return [*objects, *([_ingress(options)] if options.hosts else [])]


def _deployment(options: Options) -> dict[str, Any]:
    labels = {"app.kubernetes.io/name": "mlflow"}
    volumes: list[dict[str, Any]] = [{"name": "tmp", "emptyDir": {}}]
    if needs_volume(options):
        volumes.append({"name": "data", "persistentVolumeClaim": {"claimName": "mlflow"}})
    pod = {
        "serviceAccountName": "mlflow",
        "securityContext": {
            "runAsNonRoot": True,
            "runAsUser": 10001,
            "fsGroup": 10001,
            "seccompProfile": {"type": "RuntimeDefault"},
        },
        "containers": [_container(options)],
        "volumes": volumes,
    }
    # A volume that one pod may mount at a time: the old pod has to leave before the new one comes.
    strategy = {"strategy": {"type": "Recreate"}} if needs_volume(options) else {}
    spec = {"replicas": options.replicas, **strategy, "selector": {"matchLabels": labels}}
    template = {"metadata": {"labels": labels}, "spec": pod}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": _metadata(options, "mlflow"),
        "spec": {**spec, "template": template},
    }


def _container(options: Options) -> dict[str, Any]:
    # The kubelet asks by the pod's address, which the server refuses unless it is told a host that it knows.
    probe = {"httpGet": {"path": "/health", "port": "http", "httpHeaders": [{"name": "Host", "value": "localhost:5000"}]}}
    mounts = [{"name": "tmp", "mountPath": "/tmp"}, *([{"name": "data", "mountPath": "/mlflow"}] if needs_volume(options) else [])]
    return {
        "name": "mlflow",
        "image": options.image or default_image(),
        "command": ["mlflow", "server", "--host", "0.0.0.0", "--port", "5000"],
        "args": arguments_of(options, f"mlflow.{options.namespace}.svc:{options.port}", (f"mlflow:{options.port}",)),
        "ports": [{"name": "http", "containerPort": 5000}],
        "env": _environment(options),
        "startupProbe": {**probe, "periodSeconds": 5, "failureThreshold": 36},
        "readinessProbe": {**probe, "periodSeconds": 10},
        "livenessProbe": {**probe, "periodSeconds": 20},
        "resources": {"requests": {"cpu": "250m", "memory": "1Gi"}, "limits": {"memory": "2Gi"}},
        "securityContext": _HARDENED,
        "volumeMounts": mounts,
    }


def _environment(options: Options) -> list[dict[str, Any]]:
    secrets = [{"name": name, "valueFrom": {"secretKeyRef": {"name": _SECRET, "key": name}}} for name in _secrets(options)]
    plain = {"MLFLOW_BACKEND_STORE_URI": database_uri(options, "mlflow-db", "$(DB_PASSWORD)")}
    if options.store == "minio":
        plain["MLFLOW_S3_ENDPOINT_URL"] = "http://minio:9000"
    # Kubernetes puts in $(DB_PASSWORD) only what stands above it.
    return [*secrets, *({"name": name, "value": value} for name, value in plain.items()), {"name": "HOME", "value": "/tmp"}]


def _service(options: Options, name: str, port: int, target: str) -> dict[str, Any]:
    spec = {"selector": {"app.kubernetes.io/name": name}, "ports": [{"name": target, "port": port, "targetPort": target}]}
    return {"apiVersion": "v1", "kind": "Service", "metadata": _metadata(options, name), "spec": spec}


def _ingress(options: Options) -> dict[str, Any]:
    backend = {"service": {"name": "mlflow", "port": {"name": "http"}}}
    rules = [{"host": host, "http": {"paths": [{"path": "/", "pathType": "Prefix", "backend": backend}]}} for host in options.hosts]
    # Models are large; nginx takes 1 MB unless told otherwise.
    notes = {"nginx.ingress.kubernetes.io/proxy-body-size": Quoted("0")}
    spec = {"ingressClassName": "nginx", "tls": [{"hosts": list(options.hosts), "secretName": "mlflow-tls"}], "rules": rules}
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "Ingress",
        "metadata": _metadata(options, "mlflow", annotations=notes),
        "spec": spec,
    }


def _stateful(options: Options, name: str, what: str) -> list[dict[str, Any]]:
    """A database or object store with a volume of its own."""
    port = 9000 if what == "minio" else database_port(options)
    labels = {"app.kubernetes.io/name": name}
    container = {
        "name": what,
        "image": image(what),
        "env": _stateful_environment(what),
        "ports": [{"name": "main", "containerPort": port}],
        "readinessProbe": {"tcpSocket": {"port": "main"}, "periodSeconds": 10},
        "resources": {"requests": {"cpu": "100m", "memory": "512Mi"}, "limits": {"memory": "1Gi"}},
        "securityContext": {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}},
        "volumeMounts": [{"name": "data", "mountPath": _FOLDERS[what]}],
    }
    if what == "minio":
        container["args"] = ["server", "/data"]
    uid = _UIDS[what]
    pod = {
        "automountServiceAccountToken": False,
        "securityContext": {"runAsNonRoot": True, "runAsUser": uid, "fsGroup": uid, "seccompProfile": {"type": "RuntimeDefault"}},
        "containers": [container],
    }
    claim = {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": f"{options.storage}Gi"}}}
    spec = {
        "serviceName": name,
        "replicas": 1,
        "selector": {"matchLabels": labels},
        "template": {"metadata": {"labels": labels}, "spec": pod},
        "volumeClaimTemplates": [{"metadata": {"name": "data"}, "spec": claim}],
    }
    return [
        {"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": _metadata(options, name), "spec": spec},
        _service(options, name, port, "main"),
    ]


def _stateful_environment(what: str) -> list[dict[str, Any]]:
    secret = {
        "postgres": {"POSTGRES_PASSWORD": "DB_PASSWORD"},
        "mysql": {"MYSQL_PASSWORD": "DB_PASSWORD"},
        "minio": {"MINIO_ROOT_USER": "AWS_ACCESS_KEY_ID", "MINIO_ROOT_PASSWORD": "AWS_SECRET_ACCESS_KEY"},
    }[what]
    plain = {
        # The volume's own folder holds lost+found, which initdb refuses.
        "postgres": {"POSTGRES_USER": "mlflow", "POSTGRES_DB": "mlflow", "PGDATA": "/var/lib/postgresql/data/pgdata"},
        "mysql": {"MYSQL_USER": "mlflow", "MYSQL_DATABASE": "mlflow", "MYSQL_RANDOM_ROOT_PASSWORD": Quoted("yes")},
        "minio": {},
    }[what]
    secrets = [{"name": name, "valueFrom": {"secretKeyRef": {"name": _SECRET, "key": key}}} for name, key in secret.items()]
    return [*secrets, *({"name": name, "value": value} for name, value in plain.items())]
