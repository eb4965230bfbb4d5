"""Several files in one breath become a set; what a clause merely mentions does not."""

import pytest

from agents.embedded.wishes import read_wish


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        ("Write a Dockerfile and a Kubernetes deployment for the image ghcr.io/a/b:1.0", ["dockerfile", "kubernetes"]),
        (
            "potrzebuję dockerfile, docker-compose z postgresem i workflow github actions",
            ["dockerfile", "compose", "github-actions"],
        ),
        (
            "gimme Dockerfile + docker-compose + prometheus.yml for a small flask app 'titles'",
            ["dockerfile", "compose", "prometheus"],
        ),
        ("zrób workflow, który odpala ruff i pytest na pull requestach", ["github-actions"]),
        ("Create a GitHub Actions workflow that builds the Dockerfile and runs pytest", ["github-actions"]),
        ("zrób cały projekt mlops we flasku", ["stack"]),
        ("a complete project with a Dockerfile, a compose file and a Jenkinsfile please", ["dockerfile", "compose", "jenkinsfile"]),
    ],
)
def test_the_kinds_of_a_message(message: str, kinds: list[str]) -> None:
    wish = read_wish([message])
    assert wish is not None and wish.kinds == kinds


def test_the_same_for_another_tool_keeps_what_was_said() -> None:
    wish = read_wish(["Zrób pipeline w GitHub Actions: ruff i pytest, python 3.11", "to samo dla gitlaba"])
    assert wish is not None and wish.kinds == ["gitlab-ci"] and wish.options["python"] == "3.11"


def test_a_new_wish_forgets_the_old_one() -> None:
    wish = read_wish(["Dockerfile for flask on port 5000", "Write a terraform config for an s3 bucket named acme-models"])
    assert wish is not None and wish.kinds == ["terraform"] and "port" not in wish.options


def test_what_is_added_to_a_list_joins_it_and_what_is_set_replaces() -> None:
    wish = read_wish(["compose z postgresem i redisem", "dodaj jeszcze minio", "zmień port na 9000", "port 9001 jednak"])
    assert wish is not None
    assert set(wish.options["services"]) >= {"postgres", "redis", "minio"} and wish.options["port"] == 9001


def test_a_set_changes_as_a_whole() -> None:
    wish = read_wish(["Dockerfile and docker-compose for a flask app 'titles' on port 7000", "change the port to 7070"])
    assert wish is not None and wish.kind == "stack" and wish.all_options["port"] == 7070


@pytest.mark.parametrize("message", ["potrzebuję pliku konfiguracyjnego", "Please generate a config for me"])
def test_a_wish_without_a_kind_is_a_wish(message: str) -> None:
    wish = read_wish([message])
    assert wish is not None and wish.kinds == []


@pytest.mark.parametrize(
    "turns",
    [
        ["Dockerfile for flask", "What does EXPOSE do?"],
        ["zrób compose z redisem", "a co to jest healthcheck?"],
        ["dockerfile best practices"],
        ["mam problem z dockerfile, nie działa COPY"],
        ["kubernetes readiness probe"],
    ],
)
def test_a_question_in_between_makes_no_files(turns: list[str]) -> None:
    assert read_wish(turns) is None
