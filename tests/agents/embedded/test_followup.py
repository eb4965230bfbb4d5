"""A follow-up takes what it leaves out from the questions before it."""

import pytest

from agents.embedded.followup import standalone

CACHE_PL = "Jak zrobić cache pip w GitHub Actions?"
CACHE_EN = "How do I cache pip packages in GitHub Actions?"


@pytest.mark.parametrize(
    ("questions", "meant"),
    [
        ([CACHE_PL, "a jak to zrobić w Jenkinsie?"], "Jak zrobić cache pip w Jenkins?"),
        ([CACHE_PL, "A w Jenkinsie?"], "Jak zrobić cache pip w Jenkins?"),
        ([CACHE_EN, "and in Jenkins?"], "How do I cache pip packages in Jenkins?"),
        ([CACHE_EN, "What about GitLab?"], "How do I cache pip packages in GitLab CI?"),
        ([CACHE_EN, "and in Jenkins?", "and in GitLab?"], "How do I cache pip packages in GitLab CI?"),
        ([CACHE_PL, "jak to zrobić w Jenkinsie?"], "Jak zrobić cache pip w Jenkins?"),
        ([CACHE_EN, "How do I do that in Jenkins?"], "How do I cache pip packages in Jenkins?"),
        ([CACHE_EN], CACHE_EN),
    ],
)
def test_another_tool_takes_the_place_of_its_rival(questions: list[str], meant: str) -> None:
    assert standalone(questions) == meant


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (CACHE_EN, "why?"),
        (CACHE_EN, "show me an example"),
        (CACHE_PL, "a jak to wyczyścić?"),
        (CACHE_EN, "and how do I clear it?"),
        (CACHE_PL, "Pokaż przykład"),
    ],
)
def test_a_question_that_leans_on_the_last_is_joined_to_it(before: str, question: str) -> None:
    assert standalone([before, question]) == f"{before} {question}"


@pytest.mark.parametrize(
    "question",
    [
        "What is the difference between a liveness and a readiness probe?",
        "Jak wersjonować dane w projekcie ML?",
        "How do I write a Terraform module for an S3 bucket?",
        "Co to jest MLflow Model Registry?",
        "What is Jenkins?",
        "A co to jest Jenkins?",
        "How to install Terraform?",
        "Is there a linter for Terraform?",
    ],
)
def test_a_question_that_stands_alone_stays_as_it_is(question: str) -> None:
    assert standalone([CACHE_EN, question]) == question


def test_a_new_subject_ends_what_was_carried_along() -> None:
    assert standalone([CACHE_EN, "What is a Kubernetes readiness probe?", "why?"]) == "What is a Kubernetes readiness probe? why?"
