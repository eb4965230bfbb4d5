"""Compose files that Docker Compose would refuse."""

import pytest

from generators.checks import compose

GOOD = """name: app
services:
  api:
    build: .
    environment:
      PASSWORD: ${PASSWORD:?set PASSWORD in .env}
    depends_on:
      db:
        condition: service_healthy
  db:
    image: postgres:17
    volumes:
      - db-data:/var/lib/postgresql/data
    healthcheck:
      test: ["CMD-SHELL", "pg_isready"]
      interval: 10s
volumes:
  db-data: {}
"""


def write(folder, text: str) -> None:
    (folder / "compose.yaml").write_text(text)
    (folder / ".env.example").write_text("PASSWORD=changeme\n")


def test_a_good_project_passes_with_the_values_of_its_example(tmp_path) -> None:
    write(tmp_path, GOOD)
    assert compose.check(tmp_path, ["compose.yaml"]) == []


def test_a_secret_that_the_example_lacks_is_a_fault(tmp_path) -> None:
    write(tmp_path, GOOD)
    (tmp_path / ".env.example").write_text("OTHER=1\n")
    (problem,) = compose.check(tmp_path, ["compose.yaml"])
    assert "set PASSWORD in .env" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("condition: service_healthy\n  db:", "condition: service_healthy\n  database:", "depends on undefined service"),
        ("interval: 10s", "interval: ten", "interval"),
        ("build: .", "biuld: .", "biuld"),
        ("db-data: {}", "other: {}", "undefined volume"),
        ("condition: service_healthy", "condition: healthy", "condition"),
        ("image: postgres:17", "image: [postgres]", "image"),
        ("services:", "services", ""),
    ],
)
def test_a_broken_project_is_refused(tmp_path, old: str, new: str, said: str) -> None:
    write(tmp_path, GOOD.replace(old, new))
    (problem,) = compose.check(tmp_path, ["compose.yaml"])
    assert said in problem.message


@pytest.mark.parametrize(
    ("path", "wanted"),
    [("compose.yaml", True), ("deploy/docker-compose.yml", True), ("compose.prod.yaml", True), ("values.yaml", False)],
)
def test_it_judges_compose_files_only(path: str, wanted: bool) -> None:
    assert compose.wants(path, "") is wanted
