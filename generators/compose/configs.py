"""The files that services mount or are built from, and the list of secrets."""

from typing import TYPE_CHECKING, Any

from generators.compose.services import CATALOGUE
from generators.frame import fill, image, package, to_yaml, version

if TYPE_CHECKING:
    from generators.compose.plan import Plan

_AWS = {"AWS_ACCESS_KEY_ID": "changeme", "AWS_SECRET_ACCESS_KEY": "changeme", "AWS_DEFAULT_REGION": "eu-central-1"}
_DRIVERS = {"postgres": "psycopg2-binary", "mysql": "pymysql"}


def config_files(plan: "Plan") -> dict[str, str]:
    """Every file that compose.yaml points at and that is not the user's own."""
    files: dict[str, str] = {}
    if plan.custom_mlflow:
        files["mlflow/Dockerfile"] = _mlflow_image(plan)
    if plan.separate_mlflow_database:
        files["postgres/mlflow.sql"] = "-- Runs once, when the volume of the database is still empty.\nCREATE DATABASE mlflow;\n"
    if plan.has("prometheus"):
        files["prometheus/prometheus.yml"] = to_yaml(_prometheus(plan))
    if plan.has("alertmanager"):
        files["alertmanager/alertmanager.yml"] = to_yaml(
            _alertmanager(), comment="Add a receiver here: slack_configs, email_configs…"
        )
    if plan.has("grafana") and plan.has("prometheus"):
        files["grafana/provisioning/datasources/prometheus.yaml"] = to_yaml(_datasource())
    if plan.has("nginx"):
        upstream = f"{plan.options.name}:{plan.options.port}" if plan.options.app == "service" else None
        files["nginx/default.conf"] = fill("compose/nginx", upstream=upstream)
    secrets = secret_values(plan)
    if secrets:
        files[".env.example"] = fill("compose/env", secrets=secrets)
    return files


def secret_values(plan: "Plan") -> dict[str, str]:
    """The variables that Compose takes from .env, with a value to be replaced."""
    names = [name for service in plan.services if service in CATALOGUE for name in CATALOGUE[service].secrets]
    found = dict.fromkeys([*names, *plan.options.secrets], "changeme")
    if plan.has("mlflow") and (plan.options.artifacts or "").startswith("s3://"):
        found |= _AWS
    return found


def _mlflow_image(plan: "Plan") -> str:
    asked = plan.options.versions.get("mlflow")
    wanted = f"mlflow=={asked.removeprefix('v').partition('-')[0]}" if asked else package("mlflow")
    drivers = [package(_DRIVERS[plan.mlflow_database])] if plan.mlflow_database else []
    return fill(
        "compose/mlflow.Dockerfile",
        base=f"{image('python')}:{version('python')}-slim",
        packages=[wanted, *drivers, package("boto3")],
    )


def _prometheus(plan: "Plan") -> dict[str, Any]:
    jobs = [{"job_name": "prometheus", "static_configs": [{"targets": ["localhost:9090"]}]}]
    if plan.options.app == "service":
        target = f"{plan.options.name}:{plan.options.port}"
        jobs.insert(
            0, {"job_name": plan.options.name, "metrics_path": plan.options.metrics, "static_configs": [{"targets": [target]}]}
        )
    alerting = {"alerting": {"alertmanagers": [{"static_configs": [{"targets": ["alertmanager:9093"]}]}]}}
    watched = {"global": {"scrape_interval": "15s", "evaluation_interval": "15s"}}
    return watched | (alerting if plan.has("alertmanager") else {}) | {"scrape_configs": jobs}


def _alertmanager() -> dict[str, Any]:
    route = {
        "receiver": "default",
        "group_by": ["alertname", "job"],
        "group_wait": "30s",
        "group_interval": "5m",
        "repeat_interval": "4h",
    }
    return {"route": route, "receivers": [{"name": "default"}]}


def _datasource() -> dict[str, Any]:
    source = {
        "name": "Prometheus",
        "type": "prometheus",
        "uid": "prometheus",
        "access": "proxy",
        "url": "http://prometheus:9090",
        "isDefault": True,
    }
    return {"apiVersion": 1, "datasources": [source]}
