"""Which passages say what a thing is."""

import pytest

from agents.embedded.defining import head_of, is_defined, subject_of
from agents.embedded.likely import words_asked


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("What is a DAG in Airflow?", "Words to know:\n\n- A DAG is a workflow: tasks and the order between them.", "en"),
        ("What is a Helm chart?", "A chart is a folder with templates.", "en"),
        ("co to jest pod", "Pod to najmniejsza jednostka, którą uruchamia Kubernetes.", "pl"),
    ],
)
def test_a_definition_is_seen(question: str, text: str, language: str) -> None:
    words = words_asked(question)
    assert is_defined(text, head_of(question, words), words, language)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What is a DAG in Airflow?", "`airflow dags test` is the quickest way to check a DAG."),
        ("What is a DAG in Airflow?", "A task is a step of a DAG."),
        ("What is a Helm chart?", "Helm is as safe as the chart that it installs."),
    ],
)
def test_what_is_told_of_another_thing_defines_nothing(question: str, text: str) -> None:
    words = words_asked(question)
    assert not is_defined(text, head_of(question, words), words, "en")


def test_the_subject_is_what_a_sentence_tells_about() -> None:
    assert subject_of("A chart is a folder.").strip() == "A chart"
    assert subject_of("Because of that nothing happens") == ""
