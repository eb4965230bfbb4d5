"""What is particular to Compose projects: waiting, ports, secrets, and the files that are mounted."""

import re
from typing import get_args

import pytest
import yaml

from errors import BadOption
from generators import load, validated
from generators.compose.services import Service


def files(**options: object) -> dict[str, str]:
    return load("compose").render(validated(load("compose"), options))


def project(**options: object) -> dict:
    made = files(**options)
    return yaml.safe_load(next(text for path, text in made.items() if "compose" in path))


def test_services_wait_for_each_other_until_they_are_healthy() -> None:
    services = project(services=["postgres", "redis", "worker"])["services"]
    assert services["app"]["depends_on"] == {name: {"condition": "service_healthy"} for name in ("postgres", "redis")}
    assert services["worker"]["depends_on"] == services["app"]["depends_on"]
    assert all("healthcheck" in services[name] for name in ("app", "postgres", "redis"))


def test_without_health_checks_nobody_waits_for_them() -> None:
    services = project(services=["postgres"], healthchecks=False)["services"]
    assert services["app"]["depends_on"] == {"postgres": {"condition": "service_started"}}
    assert "healthcheck" not in str(services)


@pytest.mark.parametrize("service", get_args(Service))
def test_every_service_stands_by_itself_or_brings_what_it_needs(service: str) -> None:
    made = files(app="none", services=[service])
    whole = yaml.safe_load(made["compose.yaml"])
    assert service in whole["services"]
    for name, body in whole["services"].items():
        assert set(body.get("depends_on", {})) <= set(whole["services"]), name
        for volume in body.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("./"):
                assert any(path.startswith(source[2:]) for path in made) or name == "jupyter", source
            else:
                assert source in whole["volumes"]


def test_every_secret_comes_from_env_and_stands_in_its_example() -> None:
    made = files(services=list(get_args(Service)), secrets=["HF_TOKEN"])
    named = set(re.findall(r"\$\{(\w+):\?", made["compose.yaml"]))
    example = dict(line.split("=", 1) for line in made[".env.example"].splitlines() if "=" in line and not line.startswith("#"))
    assert named == set(example)
    assert "HF_TOKEN" in named
    assert not re.search(r"(?<!RANDOM_ROOT_)(?:PASSWORD|TOKEN|PASS): (?!\$\{)\S", made["compose.yaml"])


def test_ports_of_backing_services_are_for_this_machine_only() -> None:
    services = project(services=["postgres", "mlflow"], ports={"postgres": 5433})["services"]
    assert services["app"]["ports"] == ["8000:8000"]
    assert services["postgres"]["ports"] == ["127.0.0.1:5433:5432"]
    assert services["mlflow"]["ports"] == ["127.0.0.1:5000:5000"]
    assert "ports" not in project(services=["postgres"])["services"]["postgres"]


def test_a_usual_port_gives_way_to_one_that_was_asked_for() -> None:
    services = project(port=5000, services=["mlflow"])["services"]
    assert services["app"]["ports"] == ["5000:5000"]
    assert services["mlflow"]["ports"] == ["127.0.0.1:5001:5000"]
    assert "--allowed-hosts=mlflow:5000,localhost:5001,127.0.0.1:5001" in services["mlflow"]["command"]


def test_a_port_adds_its_service_and_without_takes_it_away() -> None:
    assert "grafana" in project(ports={"grafana": 3001})["services"]
    assert "grafana" not in project(ports={"grafana": 3001}, services=["redis"], without=["grafana"])["services"]


def test_mlflow_keeps_runs_in_postgres_and_files_in_minio() -> None:
    made = files(services=["mlflow", "postgres", "minio"])
    services = yaml.safe_load(made["compose.yaml"])["services"]
    command = " ".join(services["mlflow"]["command"])
    assert "@postgres:5432/mlflow" in command and "--artifacts-destination=s3://mlflow" in command
    assert services["mlflow"]["depends_on"]["minio-bucket"] == {"condition": "service_completed_successfully"}
    assert "psycopg2-binary" in made["mlflow/Dockerfile"] and "boto3" in made["mlflow/Dockerfile"]
    assert "CREATE DATABASE mlflow" in made["postgres/mlflow.sql"]


def test_a_new_postgres_keeps_its_data_where_it_expects_it() -> None:
    assert "postgres-data:/var/lib/postgresql/data" in project(services=["postgres"])["services"]["postgres"]["volumes"]
    new = project(services=["postgres"], versions={"postgres": "18-alpine"})["services"]["postgres"]
    assert new["image"] == "postgres:18-alpine" and new["volumes"] == ["postgres-data:/var/lib/postgresql"]


def test_prometheus_scrapes_the_application_and_grafana_knows_prometheus() -> None:
    made = files(name="titles", port=7000, services=["prometheus", "grafana"])
    scraping = yaml.safe_load(made["prometheus/prometheus.yml"])
    assert scraping["scrape_configs"][0]["static_configs"] == [{"targets": ["titles:7000"]}]
    assert (
        yaml.safe_load(made["grafana/provisioning/datasources/prometheus.yaml"])["datasources"][0]["url"]
        == "http://prometheus:9090"
    )


def test_gpus_are_reserved_with_shared_memory() -> None:
    app = project(gpu=True, gpu_count=2)["services"]["app"]
    assert app["deploy"]["resources"]["reservations"]["devices"] == [{"driver": "nvidia", "count": 2, "capabilities": ["gpu"]}]
    assert "shm_size" in app


def test_dollars_of_the_user_stay_dollars() -> None:
    app = project(env={"PATTERN": "a$b ${c}"}, command=["echo", "$HOME"])["services"]["app"]
    assert app["environment"]["PATTERN"] == "a$$b $${c}"
    assert app["command"] == ["echo", "$$HOME"]


def test_nginx_stands_in_front() -> None:
    made = files(name="search", services=["nginx"], host_port=8080)
    services = yaml.safe_load(made["compose.yaml"])["services"]
    assert services["nginx"]["ports"] == ["8080:80"] and "ports" not in services["search"]
    assert "proxy_pass http://search:8000;" in made["nginx/default.conf"]


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"app": "none"}, "needs an application or at least one service"),
        ({"name": "redis"}, "name of a backing service"),
        ({"ports": {"postgres": 9000, "minio": 9000}}, "9000 is given to two services"),
        ({"port": 65535, "replicas": 2}, "65536"),
        ({"mounts": {"../secrets": "/x"}}, "mounts"),
        ({"worker_command": "python -c 'import os'"}, "worker_command"),
        ({"database": "app; DROP"}, "database"),
    ],
)
def test_what_cannot_work_is_refused(options: dict[str, object], rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("compose"), options)
    assert rule in str(caught.value)
