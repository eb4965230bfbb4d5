"""Requests for Compose projects, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("hej, compose z jupyterlabem i minio, jupyter na 8888 minio konsola na 9001, notebooki maja byc w ./notebooks",
     {"services": ["jupyter", "minio"], "ports": {"jupyter": 8888, "minio-console": 9001}, "notebooks": "./notebooks", "app": "none"}),
    ("docker-compose for a fastapi app on port 8000 with postgres 16 and redis",
     {"app": "service", "port": 8000, "services": ["postgres", "redis"], "versions": {"postgres": "16"}}),
    ("small flask app 'titles' on port 7000, docker-compose with prometheus and grafana on 3001",
     {"name": "titles", "port": 7000, "services": ["prometheus", "grafana"], "ports": {"grafana": 3001}, "app": "service"}),
    ("I need a docker compose for an MLflow tracking server for a team of 8: backend store in PostgreSQL, artifacts in the S3 bucket "
     "acme-mlflow-artifacts served through the tracking server, the UI on port 5050, passwords from a .env file.",
     {"services": ["mlflow", "postgres"], "artifacts": "s3://acme-mlflow-artifacts", "app": "none"}),
    ("zrób docker-compose: api z obrazu registry.firma.pl/ml/scoring:1.2 na porcie 8080, baza postgres o nazwie scoring, "
     "hasło w .env, healthchecki",
     {"image": "registry.firma.pl/ml/scoring:1.2", "port": 8080, "services": ["postgres"], "database": "scoring", "healthchecks": True}),
    ("dodaj jeszcze redisa i grafanę na porcie 3001", {"services": ["redis", "grafana"], "ports": {"grafana": 3001}}),
    ("usuń minio i zmień port aplikacji na 9090", {"without": ["minio"], "port": 9090}),
    ("compose with celery worker, rabbitmq and a django backend on 8000",
     {"services": ["worker", "rabbitmq"], "port": 8000, "worker_command": "celery --app worker worker --loglevel=info"}),
    ("compose.yml for elasticsearch and kibana, kibana on 5602", {"file": "compose.yml", "services": ["elasticsearch", "kibana"], "ports": {"kibana": 5602}}),
    ("Proszę o compose dla aplikacji streamlit z dostępem do GPU, zamontuj ./models do /models, limit pamięci 8 GB",
     {"app": "service", "gpu": True, "mounts": {"./models": "/models"}, "memory": "8Gi", "health": "/_stcore/health", "port": 8501}),
    ("compose: api + postgres, expose 80:8000, env LOG_LEVEL=debug, needs HF_TOKEN from .env",
     {"port": 8000, "host_port": 80, "env": {"LOG_LEVEL": "debug"}, "secrets": ["HF_TOKEN"], "services": ["postgres"]}),
    ("a teraz 3 repliki, port 9000", {"replicas": 3, "port": 9000}),
    ("mlflow na porcie 5050 zamiast 5000", {"ports": {"mlflow": 5050}}),
    ("compose z qdrantem, minio i moją apką rag na 8501, bez healthcheckow",
     {"services": ["qdrant", "minio"], "port": 8501, "healthchecks": False, "app": "service"}),
    ("docker compose with nginx in front of the fastapi app, only localhost", {"services": ["nginx"], "app": "service", "reach": "local"}),
    ("Compose file: service 'ranker' built from ./ranker on port 9000 with GPU, redis cache, healthchecks on both, memory limit 4g",
     {"name": "ranker", "app": "service", "build": "./ranker", "port": 9000, "services": ["redis"], "memory": "4Gi", "gpu": True, "gpu_count": None}),
    ("docker compose z api i workerem celery na redisie, worker ma mieć 2 repliki",
     {"services": ["worker", "redis"], "worker_replicas": 2, "replicas": None}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("compose", message)
    validated(load("compose"), read)
    assert {name: read.get(name) for name in expected} == expected


def test_what_is_not_said_stays_at_its_default() -> None:
    assert read_options("compose", "compose dla api i postgresa na porcie 8000").keys() == {"app", "port", "services"}


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("compose z api na porcie 70000", "port: 70000"),
        ("compose with redis, the app is called 'redis'", "name of a backing service"),
        ('compose for an api named "x\n    privileged: true"', "name"),
        ("compose: api on port 5432 and postgres on port 5432", "5432 is given to two services"),
    ],
)
def test_impossible_values_are_refused_with_their_rule(message: str, rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("compose"), read_options("compose", message))
    assert rule in str(caught.value)
