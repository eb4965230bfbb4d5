"""The tracking server as a Compose file, with its image, its database and its bucket."""

from typing import Any

from generators.frame import Files, Quoted, fill, image, to_yaml
from generators.mlflow.options import Options
from generators.mlflow.server import arguments_of, base_image, database_uri, needs_volume, packages_of

_LOG = {"driver": "json-file", "options": {"max-size": Quoted("10m"), "max-file": Quoted("3")}}
_HEALTH = "import urllib.request as r; r.urlopen('http://127.0.0.1:5000/health', timeout=4)"
_SECRET = "${%s:?set it in .env}"


def server_of(options: Options) -> Files:
    """compose.yaml, the image's Dockerfile, and an example of .env."""
    return {
        "compose.yaml": to_yaml(_compose(options), comment=_comment(options)),
        **image_of(options),
        ".env.example": fill("mlflow/env.example", options=options),
    }


def image_of(options: Options) -> Files:
    """The server's Dockerfile; the published image of MLflow has no drivers for databases and buckets."""
    context = {"base": base_image(), "packages": packages_of(options), "volume": needs_volume(options)}
    return {"mlflow/Dockerfile": fill("mlflow/Dockerfile", **context)}


def _comment(options: Options) -> str:
    head = f"cp .env.example .env, fill it in, docker compose up --build --detach, then http://localhost:{options.port}"
    return (
        head
        if options.login
        else head + "\nWithout a login everybody who reaches the port may read and delete: keep it inside the network."
    )


def _compose(options: Options) -> dict[str, Any]:
    services: dict[str, Any] = {}
    volumes: dict[str, Any] = {}
    if options.database != "sqlite":
        services["db"] = _database(options)
        volumes["db-data"] = None
    if options.store == "minio":
        services |= _minio(options)
        volumes["minio-data"] = None
    services["mlflow"] = _mlflow(options)
    if needs_volume(options):
        volumes["mlflow-data"] = None
    return {"services": services, **({"volumes": volumes} if volumes else {})}


def _database(options: Options) -> dict[str, Any]:
    password = _SECRET % "DB_PASSWORD"
    if options.database == "postgres":
        environment = {"POSTGRES_USER": "mlflow", "POSTGRES_PASSWORD": password, "POSTGRES_DB": "mlflow"}
        folder, ready = "/var/lib/postgresql/data", "pg_isready -U mlflow -d mlflow"
    else:
        environment = {
            "MYSQL_USER": "mlflow",
            "MYSQL_PASSWORD": password,
            "MYSQL_DATABASE": "mlflow",
            "MYSQL_RANDOM_ROOT_PASSWORD": Quoted("yes"),
        }
        folder, ready = "/var/lib/mysql", 'mysqladmin ping --host=127.0.0.1 --user=mlflow --password="$$MYSQL_PASSWORD"'
    return {
        "image": image(options.database),
        "restart": "unless-stopped",
        "environment": environment,
        "volumes": [f"db-data:{folder}"],
        "healthcheck": _healthcheck(["CMD-SHELL", ready]),
        "logging": _LOG,
    }


def _minio(options: Options) -> dict[str, Any]:
    root = {"MINIO_ROOT_USER": _SECRET % "AWS_ACCESS_KEY_ID", "MINIO_ROOT_PASSWORD": _SECRET % "AWS_SECRET_ACCESS_KEY"}
    # The client is in the server's image; making the bucket again does nothing.
    log_in = 'mc alias set own http://minio:9000 "$$MINIO_ROOT_USER" "$$MINIO_ROOT_PASSWORD"'
    made = f"{log_in} && mc mb --ignore-existing own/{options.artifacts}"
    return {
        "minio": {
            "image": image("minio"),
            "restart": "unless-stopped",
            "command": ["server", "/data", "--console-address", ":9001"],
            "environment": root,
            "ports": [Quoted("127.0.0.1:9001:9001")],
            "volumes": ["minio-data:/data"],
            "healthcheck": _healthcheck(["CMD", "mc", "ready", "local"]),
            "logging": _LOG,
        },
        "make-bucket": {
            "image": image("minio"),
            "entrypoint": ["/bin/sh", "-c"],
            "command": [made],
            "environment": root,
            "depends_on": {"minio": {"condition": "service_healthy"}},
        },
    }


def _mlflow(options: Options) -> dict[str, Any]:
    needed = {"db": {"condition": "service_healthy"}} if options.database != "sqlite" else {}
    if options.store == "minio":
        needed["make-bucket"] = {"condition": "service_completed_successfully"}
    service = {
        "build": "./mlflow",
        "image": options.image,
        "restart": "unless-stopped",
        "command": arguments_of(options, "mlflow:5000", () if options.hosts else ("${SERVER_NAME:-localhost}:*",)),
        "environment": _environment(options),
        "ports": [Quoted(f"{options.port}:5000")],
        "volumes": ["mlflow-data:/mlflow"] if needs_volume(options) else None,
        "depends_on": needed,
        "healthcheck": {**_healthcheck(["CMD", "python", "-c", _HEALTH]), "start_period": "60s"},
        "logging": _LOG,
    }
    return {name: value for name, value in service.items() if value}


def _environment(options: Options) -> dict[str, Any]:
    environment = {"MLFLOW_BACKEND_STORE_URI": database_uri(options, "db", _SECRET % "DB_PASSWORD")}
    if options.store == "minio":
        environment["MLFLOW_S3_ENDPOINT_URL"] = "http://minio:9000"
    if options.store != "volume":
        ask = "${%s:?set it in .env}" if options.store == "minio" else "${%s:-}"
        environment |= {name: ask % name for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")}
        environment["AWS_DEFAULT_REGION"] = "${AWS_DEFAULT_REGION:-eu-central-1}"
    if options.login:
        environment |= {name: _SECRET % name for name in ("MLFLOW_FLASK_SERVER_SECRET_KEY", "MLFLOW_AUTH_ADMIN_PASSWORD")}
    return environment


def _healthcheck(test: list[str]) -> dict[str, Any]:
    return {"test": test, "interval": "10s", "timeout": "5s", "retries": 6}
