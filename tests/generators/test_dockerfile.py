"""What is particular to Dockerfiles: stages, commands, quoting, and what is refused."""

import itertools
import json
import re

import pytest

from errors import BadOption
from generators import generate, load, validated


def made(**options: object) -> str:
    return load("dockerfile").render(validated(load("dockerfile"), options))["Dockerfile"]


def command(text: str, word: str = "CMD") -> list[str]:
    (line,) = re.findall(rf"^{word} (\[.*\])$", text, re.M)
    return json.loads(line)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]),
        (
            {"file": "./app/main.py", "variable": "api", "workers": 3, "port": 9000},
            ["uvicorn", "app.main:api", "--host", "0.0.0.0", "--port", "9000", "--workers", "3"],
        ),
        ({"app": "flask"}, ["gunicorn", "--bind", "0.0.0.0:8000", "--worker-tmp-dir", "/dev/shm", "main:app"]),
        ({"app": "training", "file": "src/train.py", "arguments": ["--lr", "0.1"]}, ["python", "src/train.py", "--lr", "0.1"]),
        ({"app": "celery", "workers": 2}, ["celery", "--app", "worker", "worker", "--loglevel=info", "--concurrency", "2"]),
    ],
)
def test_the_program_is_started_without_a_shell(options: dict[str, object], expected: list[str]) -> None:
    assert command(made(**options)) == expected


def test_an_entry_point_leaves_only_its_arguments_to_be_replaced() -> None:
    text = made(app="training", arguments=["--epochs", "5"], entrypoint=True)
    assert command(text, "ENTRYPOINT") == ["python", "train.py"]
    assert command(text) == ["--epochs", "5"]


@pytest.mark.parametrize(
    ("app", "packages", "gpu", "multi_stage", "base"),
    list(
        itertools.product(
            ("fastapi", "training", "notebook"),
            ("pip", "uv", "poetry", "conda"),
            (False, True),
            (False, True),
            (None, "pytorch/pytorch:2.9.0-cuda12.8-cudnn9-runtime", "python:3.12-alpine"),
        )
    ),
)
def test_every_way_of_building_ends_as_a_numbered_user_with_what_was_installed(
    app: str, packages: str, gpu: bool, multi_stage: bool, base: str | None
) -> None:
    if packages == "conda" and base and "alpine" in base:
        return
    text = made(app=app, packages=packages, gpu=gpu, multi_stage=multi_stage, base=base)
    stages = re.findall(r"^FROM (\S+)(?: AS (\w+))?", text, re.M)
    copied = re.findall(r"COPY --from=(\S+)", text)
    assert {source for source in copied} <= {name for _, name in stages if name}
    assert re.findall(r"^USER (\S+)$", text, re.M)[-1] == "10001:10001"
    place = "/opt/conda" if packages == "conda" else "/opt/venv"
    assert f"PATH={place}/bin:$PATH" in text
    assert len(stages) == 1 or f"COPY --from=build {place} {place}" in text or not multi_stage
    # A virtual environment works only where it was made.
    assert "mv " not in text


def test_only_programs_that_write_own_their_folder() -> None:
    assert "--chown" not in made(app="fastapi")
    assert "COPY --chown=10001:10001 . ." in made(app="training")
    assert "install -d -o 10001 -g 10001 /app" in made(app="training")


def test_compilers_stay_in_the_first_stage() -> None:
    _, first, last = made(apt=["gcc", "libpq-dev", "libgomp1"]).split("\nFROM ")
    assert "gcc libpq-dev" in first and "libgomp1" not in first
    assert "libgomp1" in last and "gcc" not in last


def test_a_value_of_a_variable_is_data() -> None:
    text = made(env={"PATTERN": 'a "b" $HOME \\ c', "OTHER": "x"})
    assert '    PATTERN="a \\"b\\" \\$HOME \\\\ c" \\\n' in text


def test_what_is_needed_is_not_ignored() -> None:
    files = load("dockerfile").render(
        validated(load("dockerfile"), {"model": "models/best.onnx", "folders": ["src", "data/lookup.csv"], "ignore": ["*.bak"]})
    )
    ignored = files[".dockerignore"].splitlines()
    assert "models" not in ignored and "data" not in ignored
    assert "notebooks" in ignored and "*.bak" in ignored
    assert "COPY models/best.onnx ./models/" in files["Dockerfile"]


def test_a_private_index_leaves_no_trace() -> None:
    text = made(private_index=True)
    assert "--mount=type=secret,id=index_url,env=PIP_EXTRA_INDEX_URL" in text
    assert "ARG" not in text


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"env": {"API_TOKEN": "abc"}}, "API_TOKEN looks like a secret"),
        ({"packages": "conda", "base": "python:3.12-alpine"}, "do not run on Alpine"),
        ({"packages": "poetry", "requirements": "requirements.txt"}, "poetry reads pyproject.toml"),
        ({"file": "main.py; rm -rf /"}, "file"),
        ({"apt": ["curl && rm -rf /"]}, "apt.0"),
        ({"base": "python:3.12\nUSER root"}, "base"),
        ({"user": 0}, "user: 0"),
        ({"env": {"FOLDER": "C:\\"}}, "FOLDER ends with a backslash"),
        ({"workdir": "/app\nRUN id"}, "workdir"),
        ({"health": "/x', timeout=1); import os #"}, "health"),
    ],
)
def test_what_cannot_work_is_refused(options: dict[str, object], rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("dockerfile"), options)
    assert rule.lower() in str(caught.value).lower()


def test_every_cuda_version_has_its_image() -> None:
    for cuda in ("11.8", "12.1", "12.4", "12.6", "12.8"):
        made_files = generate("dockerfile", {"cuda": cuda, "app": "training"}).files
        assert f"nvidia/cuda:{cuda}." in made_files[0].content


def test_the_whole_project_among_the_folders_copies_all() -> None:
    copies = [line for line in made(folders=["src", "./"]).splitlines() if line.startswith("COPY") and "--from" not in line]
    assert copies[-1].endswith(" . .") and not any("src" in line for line in copies)
