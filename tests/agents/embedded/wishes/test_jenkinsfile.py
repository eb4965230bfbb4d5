"""Requests for Jenkinsfiles, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("jenkinsfile for a python proj, stages: install, lint, test. declarative",
     {"stages": ["install", "lint", "test"]}),
    ("Jenkinsfile: etapy instalacja, lint, testy, build obrazu i push do registry.firma.pl/ml/api, poświadczenia registry-creds",
     {"stages": ["instalacja", "lint", "testy", "build obrazu", "push"], "image": "registry.firma.pl/ml/api", "credentials": "registry-creds"}),
    ("pipeline jenkins: checkout -> build -> test -> deploy",
     {"stages": ["checkout", "build", "test", "deploy"], "deploy": "kubectl"}),
    ("declarative Jenkinsfile with kubernetes agent, nightly training at 2am, parameter EPOCHS default 10, archive model.pkl",
     {"agent": "kubernetes", "train": True, "schedule": "H 2 * * *", "parameters": ["EPOCHS=10"], "artifacts": ["model.pkl"]}),
    ("Jenkinsfile z agentem docker python:3.11, junit, powiadomienie na slacka #ml-alerty gdy build padnie",
     {"agent": "docker", "python": "3.11", "notify": ["slack"], "channel": "#ml-alerty", "image": None}),
    ("jenkinsfile with a choice parameter ENV (dev, staging, prod) and boolean parameter DRY_RUN, deploy with kubectl, manual approval for prod",
     {"parameters": ["ENV=dev|staging|prod", "DRY_RUN:bool"], "deploy": "kubectl", "approve": True, "secrets": None}),
    ("Jenkinsfile with parameters MODEL_VERSION and ENVIRONMENT (choices: staging, production)",
     {"parameters": ["MODEL_VERSION", "ENVIRONMENT=staging|production"]}),
    ("run lint and tests in parallel, timeout 45 minutes, keep last 10 builds",
     {"parallel": True, "timeout": 45, "keep": 10, "tools": ["ruff", "pytest"]}),
    ("wyslij maila na ml@firma.pl gdy sie nie uda",
     {"notify": ["email"], "email": "ml@firma.pl"}),
    ("agent z etykieta gpu",
     {"agent": "label", "label": "gpu"}),
    ("trigger co noc o 3:30 czasu polskiego",
     {"schedule": "30 3 * * *", "timezone": "Europe/Warsaw"}),
    ("stages: checkout, test, docker build, docker push, deploy; use credentials 'docker-hub'; only push on main",
     {'stages': ['checkout', 'test', 'docker build', 'docker push', 'deploy'], 'credentials': 'docker-hub', 'branches': ['main']}),
    ("Jenkinsfile building only on branch main and release/*, timeout 1 hour, discard old builds keep 5",
     {"branches": ["main", "release/*"], "timeout": 60, "keep": 5}),
    ("odpytuj repo co 5 minut",
     {"poll": True, "schedule": None}),
    ("tag it with the commit hash and retry 2 times",
     {"tag": "commit", "retries": 2}),
    ("bez zatwierdzania",
     {"approve": False}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("jenkinsfile", message)
    validated(load("jenkinsfile"), read)
    assert {name: read.get(name) for name in expected} == expected


def test_an_image_of_the_agent_is_not_the_image_to_build() -> None:
    read = read_options("jenkinsfile", "Jenkinsfile, agent docker z obrazem python:3.12, testy")
    assert not read.keys() & {"image", "build"}


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("jenkinsfile, cron '0 25 * * *'", "schedule"),
        ("keep last 5000 builds", "keep"),
    ],
)
def test_an_impossible_wish_is_refused_by_name(message: str, name: str) -> None:
    with pytest.raises(BadOption) as refused:
        validated(load("jenkinsfile"), read_options("jenkinsfile", message))
    assert name in str(refused.value) and name in refused.value.polish
