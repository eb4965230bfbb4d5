"""Requests for Dockerfiles, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("hey can u give me a dockerfile for a fastapi app, python 3.11, main.py with `app`, runs on 8000. thx",
     {"app": "fastapi", "python": "3.11", "file": "main.py", "variable": "app", "port": 8000}),
    ("zrob dockerfile dla api w fastapi, plik app/main.py, port 8080", {"app": "fastapi", "file": "app/main.py", "port": 8080}),
    ("zmien port na 9000 i dodaj healthcheck na /health", {"port": 9000, "health": "/health", "healthcheck": True}),
    ("Dockerfile for training a model on GPU, cuda 12.4, train.py --epochs 10 --lr 0.1, apt libgomp1 and git",
     {"app": "training", "gpu": True, "cuda": "12.4", "file": "train.py", "arguments": ["--epochs", "10", "--lr", "0.1"], "apt": ["libgomp1", "git"]}),
    ("We need a production Dockerfile: Python 3.12, dependencies with uv from pyproject.toml and uv.lock, multi-stage, non-root user "
     "with uid 1000, HEALTHCHECK on /healthz, port 8080",
     {"python": "3.12", "packages": "uv", "multi_stage": True, "user": 1000, "health": "/healthz", "healthcheck": True, "port": 8080}),
    ("dockerfile streamlit, poetry, port 8600, plik dashboard/app.py",
     {"app": "streamlit", "packages": "poetry", "port": 8600, "file": "dashboard/app.py"}),
    ("potrzebuje obrazu dla workera celery, python 3.11, requirements/prod.txt, bez healthchecka",
     {"app": "celery", "python": "3.11", "packages": "pip", "requirements": "requirements/prod.txt", "healthcheck": False}),
    ("Dockerfile dla aplikacji flask, gunicorn z 4 workerami, port 5000, zmienna MODEL_PATH=/models/model.pkl",
     {"app": "flask", "server": "gunicorn", "workers": 4, "port": 5000, "env": {"MODEL_PATH": "/models/model.pkl"}}),
    ("jupyter lab dockerfile with conda environment.yml",
     {"app": "notebook", "packages": "conda", "requirements": "environment.yml"}),
    ("Dockerfile z obrazem bazowym python:3.11-slim-bookworm, uvicorn serving:api, tylko src/ i configs/ maja byc skopiowane",
     {"base": "python:3.11-slim-bookworm", "server": "uvicorn", "app": "fastapi", "file": "serving.py", "variable": "api", "python": "3.11"}),
    ("dockerfile na bazie nvidia/cuda:12.1.1-runtime-ubuntu22.04, skrypt src/train.py, uv zamiast pip",
     {"base": "nvidia/cuda:12.1.1-runtime-ubuntu22.04", "file": "src/train.py", "packages": "uv", "app": "training", "gpu": True}),
    ("Dockerfile for a batch scoring job: python -m churn.score, no GPU, copy only churn/ and configs/, working directory /srv/app",
     {"app": "training", "file": "churn/score.py", "gpu": False, "folders": ["churn/", "configs/"], "workdir": "/srv/app"}),
    ("a teraz 8 workerów, port 9000 i bez multi-stage", {"workers": 8, "port": 9000, "multi_stage": False}),
    ("make it python 3.13 and add ffmpeg", {"python": "3.13", "apt": ["ffmpeg"]}),
    ("Dockerfile for our gradio demo, packages come from our private PyPI, ignore *.csv and docs/ in the dockerignore",
     {"app": "gradio", "private_index": True, "ignore": ["*.csv", "docs/"]}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("dockerfile", message)
    validated(load("dockerfile"), read)
    assert {name: read.get(name) for name in expected} == expected


@pytest.mark.parametrize("message", ["dockerfile dla fastapi na porcie 8000", "Dockerfile for a Flask API, please"])
def test_what_is_not_said_stays_at_its_default(message: str) -> None:
    assert set(read_options("dockerfile", message)) <= {"app", "port"}


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("dockerfile for fastapi, port 99999", "port: 99999"),
        ("dockerfile fastapi, uid 0", "user: 0"),
        ("dockerfile, python 2.7", "python: '2.7'"),
        ("dockerfile z cuda 9.2", "cuda: '9.2'"),
        ("Dockerfile with DB_PASSWORD=hunter22", "DB_PASSWORD looks like a secret"),
    ],
)
def test_impossible_values_are_refused_with_their_rule(message: str, rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("dockerfile"), read_options("dockerfile", message))
    assert rule in str(caught.value)
