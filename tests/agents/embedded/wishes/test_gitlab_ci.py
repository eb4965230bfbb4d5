"""Requests for GitLab pipelines, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("Our monorepo needs a GitLab pipeline: run the tests of services/api only when something below services/api changes, publish the JUnit report so that merge requests show it, use postgres 15 as a service with the database name test, and let the jobs retry at most twice on runner failures.",
     {"folder": "services/api", "paths": ["services/api"], "services": ["postgres:15"], "database": "test", "retry": 2, "tools": ["pytest"]}),
    ("gitlab ci: stages lint, test, build, deploy; build z kaniko, deploy na produkcje recznie",
     {"stages": ["lint", "test", "build", "deploy"], "builder": "kaniko", "manual": True, "environments": ["production"]}),
    ("plik .gitlab-ci.yml, który robi dvc repro, a potem puszcza testy pytest",
     {"dvc": "repro", "test_model": True, "tools": ["pytest"]}),
    ("gitlab-ci z pytestem na pythonie 3.11, pokrycie minimum 75%, tylko na merge requestach",
     {"python": "3.11", "min_coverage": 75, "on": "merge_requests"}),
    ("gitlab pipeline with ruff, mypy and pytest, cache pip, runner with the tag gpu for training",
     {"tools": ["ruff", "mypy", "pytest"], "runner_tags": ["gpu"], "train": True, "tags": None}),
    ("zbuduj obraz docker-in-docker i wypchnij do rejestru gitlaba, tagi v*",
     {"build": True, "builder": "dind", "registry": "gitlab", "tags": ["v*"], "image": None}),
    ("nocny trening w gitlabie o 2:00, artefakt models/model.joblib",
     {"train": True, "schedule": "0 2 * * *", "artifacts": ["models/model.joblib"]}),
    ("deploy to staging automatically and to production by hand, with helm, namespace reco",
     {"deploy": "helm", "environments": ["staging", "production"], "manual": True, "namespace": "reco"}),
    ("redis 7 i postgres jako uslugi w testach",
     {"services": ["redis:7", "postgres"], "tools": ["pytest"]}),
    ("ponawiaj zadania raz, timeout 1 godzina",
     {"retry": 1, "timeout": 60}),
    ("stages: install, test, docker build, push",
     {"stages": ["install", "test", "docker build", "push"]}),
    ("buduj kaniko i wypchnij do registry.firma.pl/ml/api, skan trivy",
     {"builder": "kaniko", "image": "registry.firma.pl/ml/api", "scan": True, "build": True}),
    ("push to AWS ECR using OIDC, region eu-west-1, image 123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn",
     {"registry": "ecr", "region": "eu-west-1", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn"}),
    ("pipeline gitlab w katalogu ml/training, testy tylko gdy zmieni sie ml/training",
     {"folder": "ml/training", "paths": ["ml/training"]}),
    ("gitlab-ci with stages prepare, train, evaluate, deploy",
     {"stages": ["prepare", "train", "evaluate", "deploy"]}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("gitlab-ci", message)
    validated(load("gitlab-ci"), read)
    assert {name: read.get(name) for name in expected} == expected


def test_naming_gitlab_says_nothing_of_the_registry() -> None:
    read = read_options("gitlab-ci", "gitlab pipeline with pytest")
    assert not read.keys() & {"registry", "image", "build"}


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("retry 3 razy", "retry"),
        ("gitlab ci, coverage 140%", "min_coverage"),
    ],
)
def test_an_impossible_wish_is_refused_by_name(message: str, name: str) -> None:
    with pytest.raises(BadOption) as refused:
        validated(load("gitlab-ci"), read_options("gitlab-ci", message))
    assert name in str(refused.value) and name in refused.value.polish
