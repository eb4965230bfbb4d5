"""Dockerfiles that Docker would refuse, or that hadolint warns of."""

import pytest

from generators.checks import hadolint

GOOD = """# syntax=docker/dockerfile:1
FROM python:3.12-slim AS build
WORKDIR /build
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
FROM python:3.12-slim
WORKDIR /app
COPY --from=build /usr/local /usr/local
USER 10001
CMD ["python", "app.py"]
"""


def test_a_good_dockerfile_passes(tmp_path) -> None:
    (tmp_path / "Dockerfile").write_text(GOOD)
    assert hadolint.check(tmp_path, ["Dockerfile"]) == []


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (GOOD.replace("--from=build", "--from=biuld"), "DL3022"),
        (GOOD.replace("USER 10001", "EXPOSE 80000"), "DL3011"),
        (GOOD.replace("COPY requirements", "COPPY requirements"), "DL1000"),
        (GOOD.replace("python:3.12-slim\nWORKDIR /app", "python\nWORKDIR /app"), "DL3006"),
        (GOOD.replace("USER 10001", "RUN cd /tmp && echo $UNQUOTED* `ls`"), "DL3003"),
    ],
)
def test_a_broken_one_is_named_with_its_line(tmp_path, broken: str, code: str) -> None:
    (tmp_path / "train.Dockerfile").write_text(broken)
    found = hadolint.check(tmp_path, ["train.Dockerfile"])
    assert any(problem.message.startswith(code) and problem.line for problem in found), found
    assert {problem.path for problem in found} == {"train.Dockerfile"}


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("Dockerfile", True),
        ("mlflow/Dockerfile", True),
        ("Dockerfile.gpu", True),
        ("train.Dockerfile", True),
        (".dockerignore", False),
    ],
)
def test_it_judges_dockerfiles_only(path: str, wanted: bool) -> None:
    assert hadolint.wants(path, "") is wanted
