"""Backing services as they stand in a Compose file."""

import re
from typing import TYPE_CHECKING, Any

from generators.compose.application import client_environment
from generators.compose.pieces import gpus, healthcheck, published, waiting
from generators.compose.services import CATALOGUE, Backing, secret
from generators.frame import Row, image

if TYPE_CHECKING:
    from generators.compose.plan import Plan

# Files that are mounted, by service.
CONFIGS = {
    "prometheus": ("./prometheus/prometheus.yml:/etc/prometheus/prometheus.yml:ro",),
    "alertmanager": ("./alertmanager/alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro",),
    "nginx": ("./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro",),
}
PROVISIONING = "./grafana/provisioning:/etc/grafana/provisioning:ro"
MLFLOW_SQL = "./postgres/mlflow.sql:/docker-entrypoint-initdb.d/mlflow.sql:ro"


def backing_service(plan: "Plan", name: str) -> dict[str, Any]:
    """One backing service."""
    backing, options = CATALOGUE[name], plan.options
    body: dict[str, Any] = {"build": "./mlflow"} if name == "mlflow" and plan.custom_mlflow else {"image": _image(plan, name)}
    command = mlflow_command(plan) if name == "mlflow" else Row(backing.command)
    body |= {"command": command} if command else {}
    body["restart"] = "unless-stopped"
    environment = {key: value.replace("{db}", options.database) for key, value in backing.environment.items()}
    environment |= _more_environment(plan, name)
    body |= {"environment": environment} if environment else {}
    ports = _ports(plan, backing)
    body |= {"ports": ports} if ports else {}
    volumes = [*_data(plan, name), *_config(plan, name)]
    body |= {"volumes": volumes} if volumes else {}
    body |= _waiting(plan, name)
    if options.healthchecks:
        body["healthcheck"] = healthcheck(backing.health, backing.start_period)
    if name == "jupyter" and options.gpu and options.app == "none":
        body["deploy"] = {"resources": {"reservations": gpus(options.gpu_count)}}
    return body


def helpers(plan: "Plan") -> dict[str, Any]:
    """Services that prepare something once and end."""
    made: dict[str, Any] = {}
    ready = plan.options.healthchecks
    if plan.mlflow_bucket:
        script = 'mc alias set store http://minio:9000 "$$USER_NAME" "$$USER_KEY" && mc mb --ignore-existing store/mlflow'
        made["minio-bucket"] = {
            "image": _image(plan, "minio"),
            "entrypoint": Row(["sh", "-c", script]),
            "environment": {"USER_NAME": f"{plan.options.database}-admin", "USER_KEY": secret("MINIO_ROOT_PASSWORD")},
            **waiting(("minio",), ready=ready),
        }
    if plan.has("kibana") and plan.has("elasticsearch"):
        url = "http://elasticsearch:9200/_security/user/kibana_system/_password"
        call = f'curl --silent --fail --retry 10 --retry-all-errors --user "elastic:$$ELASTIC_PASSWORD" -X POST {url}'
        body = '''-H "Content-Type: application/json" -d "{\\"password\\":\\"$$KIBANA_PASSWORD\\"}"'''
        made["kibana-user"] = {
            "image": _image(plan, "elasticsearch"),
            "entrypoint": Row(["sh", "-c", f"{call} {body}"]),
            "environment": {name: secret(name) for name in ("ELASTIC_PASSWORD", "KIBANA_PASSWORD")},
            **waiting(("elasticsearch",), ready=ready),
        }
    return made


def mlflow_command(plan: "Plan") -> list[str]:
    """The tracking server, which hands out artifacts itself, so that clients need no keys of the object store."""
    options, database = plan.options, plan.mlflow_database
    schema = "mlflow" if plan.separate_mlflow_database else options.database
    logins = {name: f"{options.database}:{secret(CATALOGUE[name].secrets[0])}@{name}" for name in ("postgres", "mysql")}
    store = {
        "postgres": f"postgresql://{logins['postgres']}:5432/{schema}",
        "mysql": f"mysql+pymysql://{logins['mysql']}:3306/{options.database}",
    }.get(database or "", "sqlite:////mlflow/mlflow.db")
    artifacts = options.artifacts or ("s3://mlflow" if plan.mlflow_bucket else "/mlflow/artifacts")
    host = plan.host_ports["mlflow"]
    return [
        "mlflow",
        "server",
        "--host=0.0.0.0",
        "--port=5000",
        f"--backend-store-uri={store}",
        f"--artifacts-destination={artifacts}",
        f"--allowed-hosts=mlflow:5000,localhost:{host},127.0.0.1:{host}",
    ]


def _image(plan: "Plan", name: str) -> str:
    usual = image(CATALOGUE[name].image)
    asked = next((tag for service, tag in plan.options.versions.items() if service == name), None)
    if not asked:
        return usual
    repository, _, tag = usual.rpartition(":")
    leads = "v" if tag.startswith("v") and not asked.startswith("v") else ""
    ending = "-management" if name == "rabbitmq" and "-" not in asked else ""
    return f"{repository}:{leads}{asked}{ending}"


def _ports(plan: "Plan", backing: Backing) -> list[str]:
    everywhere, hosts = plan.options.reach == "all", plan.host_ports
    return [
        published(hosts[door], port, everywhere=everywhere or door == "nginx")
        for door, port in backing.doors.items()
        if door in hosts
    ]


def _data(plan: "Plan", name: str) -> list[str]:
    place = CATALOGUE[name].data
    if name == "postgres" and _major(_image(plan, name)) >= 18:
        place = "/var/lib/postgresql"
    if name == "mlflow":
        place = "" if plan.mlflow_database and (plan.mlflow_bucket or plan.options.artifacts) else "/mlflow"
    return [f"{name}-data:{place}"] if place else []


def _major(image_name: str) -> int:
    found = re.match(r"v?(\d+)", image_name.rpartition(":")[2])
    return int(found[1]) if found else 0


def _config(plan: "Plan", name: str) -> list[str]:
    if name == "jupyter":
        folder = plan.options.notebooks.removeprefix("./").rstrip("/")
        return [f"./{folder}:/home/jovyan/work"]
    if name == "grafana" and plan.has("prometheus"):
        return [PROVISIONING]
    if name == "postgres" and plan.separate_mlflow_database:
        return [MLFLOW_SQL]
    return list(CONFIGS.get(name, ()))


def _more_environment(plan: "Plan", name: str) -> dict[str, str]:
    if name == "jupyter":
        return client_environment(plan)
    if name != "mlflow":
        return {}
    if plan.mlflow_bucket:
        keys = CATALOGUE["minio"].tells
        stored = {key: value.replace("{db}", plan.options.database) for key, value in keys.items()}
        return {"MLFLOW_S3_ENDPOINT_URL": stored.pop("AWS_ENDPOINT_URL"), **stored}
    if (plan.options.artifacts or "").startswith("s3://"):
        return {key: secret(key) for key in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION")}
    return {}


def _waiting(plan: "Plan", name: str) -> dict[str, Any]:
    finished = ["minio-bucket"] if name == "mlflow" and plan.mlflow_bucket else []
    finished += ["kibana-user"] if name == "kibana" and plan.has("elasticsearch") else []
    needs = list(plan.waits_for(name))
    if name == "nginx" and plan.options.app == "service":
        needs.append(plan.options.name)
    return waiting(needs, ready=plan.options.healthchecks, finished=finished)
