"""Requests for GitHub Actions workflows, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("zrób workflow który odpala ruff i pytest na pull requestach do main",
     {"tools": ["ruff", "pytest"], "events": ["pull_request"], "branches": ["main"]}),
    ("dodaj jeszcze mypy i zmień python na 3.12",
     {"tools": ["mypy"], "python": "3.12"}),
    ("GitHub Actions workflow: pytest on python 3.10, 3.11 and 3.12, ubuntu and macos, pip cache, coverage at least 80%",
     {"python": ["3.10", "3.11", "3.12"], "os": ["ubuntu", "macos"], "min_coverage": 80, "tools": ["pytest"], "cache": True}),
    ("macierz pythonow 3.11-3.13, uv zamiast pip, bez cache",
     {"python": ["3.11", "3.12", "3.13"], "packages": "uv", "cache": False}),
    ("workflow that builds a docker image and pushes it to ghcr.io/acme/churn-api on every tag v*",
     {"build": True, "image": "ghcr.io/acme/churn-api", "tags": ["v*"], "registry": "ghcr", "tools": None}),
    ("Build and push to ECR in eu-west-1 with OIDC, role arn:aws:iam::123456789012:role/gha-push, repository churn-api, only on pushes to main",
     {"registry": "ecr", "region": "eu-west-1", "role": "arn:aws:iam::123456789012:role/gha-push", "image": "churn-api", "events": ["push"], "branches": ["main"]}),
    ("nightly retraining workflow at 3am: python training/train.py, upload models/model.pkl as an artifact, secret MLFLOW_TRACKING_URI",
     {"train": True, "schedule": "0 3 * * *", "script": "training/train.py", "artifacts": ["models/model.pkl"], "secrets": ["MLFLOW_TRACKING_URI"]}),
    ("workflow który trenuje model tylko gdy zmienią się pliki w training/ albo params.yaml",
     {"train": True, "paths": ["training", "params.yaml"]}),
    ("co poniedzialek o 6:30 trenuj model skryptem src/train_model.py",
     {"schedule": "30 6 * * 1", "script": "src/train_model.py", "train": True}),
    ("workflow github actions: testy z postgresem 16, baza o nazwie churn_test, timeout 20 minut",
     {"services": ["postgres:16"], "database": "churn_test", "timeout": 20, "tools": ["pytest"], "name": None}),
    ("workflow z ręcznym uruchamianiem (workflow_dispatch) z parametrem epochs i learning_rate, trening na self-hosted runnerze z etykietą gpu",
     {"events": ["workflow_dispatch"], "inputs": ["epochs", "learning_rate"], "runner": ["gpu"], "train": True}),
    ("run dvc repro in GitHub Actions on pull requests and comment the metrics.json",
     {"dvc": "repro", "events": ["pull_request"], "report": "comment", "metrics": "metrics.json"}),
    ("wypchnij obraz na Docker Hub acme/api po pushu na main i powiadom slacka przy błędzie",
     {"build": True, "registry": "dockerhub", "image": "acme/api", "events": ["push"], "notify": True}),
    ("lint with flake8, black and isort, type check with mypy, security scan with bandit",
     {"tools": ["flake8", "black", "isort", "mypy", "bandit"]}),
    ("zrob workflow: testy na kazdy push i PR, potem build obrazu i push do ghcr, potem deploy kubectl na klaster, deployment/api w namespace prod",
     {"events": ["push", "pull_request"], "build": True, "deploy": "kubectl", "deployment": "api", "namespace": "prod"}),
    ("deploy to EKS cluster ml-prod with helm using OIDC, release churn",
     {"deploy": "helm", "cluster": "ml-prod", "deployment": "churn"}),
    ("gh actions for monorepo: run tests in services/api only when services/api changes",
     {"folder": "services/api", "paths": ["services/api"], "tools": ["pytest"]}),
    ("bez mypy",
     {"without": ["mypy"], "tools": None}),
    ("a teraz dodaj windows i macos",
     {"os": ["windows", "macos"]}),
    ("tag the image with the commit sha and latest, multi-arch amd64 and arm64",
     {"image_tags": ["sha", "latest"], "platforms": ["amd64", "arm64"], "tags": None}),
    ("zmień branch na develop i uruchamiaj tylko ręcznie",
     {"branches": ["develop"], "events": ["workflow_dispatch"]}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("github-actions", message)
    validated(load("github-actions"), read)
    assert {name: read.get(name) for name in expected} == expected


def test_building_and_pushing_is_no_push_event() -> None:
    read = read_options("github-actions", "build the image and push it to ghcr")
    assert not read.keys() & {"events"}


def test_a_python_version_is_no_tag_of_an_image() -> None:
    read = read_options("github-actions", "workflow with pytest, python version 3.12")
    assert not read.keys() & {"image_tags", "tags"}


def test_a_path_with_training_in_it_is_no_training() -> None:
    read = read_options("github-actions", "run pytest only when files in training/ change")
    assert not read.keys() & {"train"}


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("run pytest on python 3.7", "python"),
        ("workflow z timeoutem 900 minut", "timeout"),
        ("workflow z crona '61 25 * * *'", "schedule"),
    ],
)
def test_an_impossible_wish_is_refused_by_name(message: str, name: str) -> None:
    with pytest.raises(BadOption) as refused:
        validated(load("github-actions"), read_options("github-actions", message))
    assert name in str(refused.value) and name in refused.value.polish
