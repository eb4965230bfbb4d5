"""A piece opens an answer well when it fits the kind of question and can be read by itself."""

import pytest

from agents.embedded.kinds import question_kind
from agents.embedded.openings import Asked, dangles, leads_nowhere, opening_worth, stands_alone
from agents.embedded.units import Unit, split_units


def worth(question: str, *texts: str, language: str = "en") -> list[float]:
    """What each text is worth as an opening, not standing first in its passage."""
    asked = Asked.by(question, question_kind(question))
    return [opening_worth(Unit("sentence", text, 7, 7 + len(text)), (None, None), asked, language, 0.5) for text in texts]


@pytest.mark.parametrize(
    ("question", "language", "better", "worse"),
    [
        ("What is a Helm chart?", "en", "A chart is a folder with a fixed layout.",
         "Helm is as safe as the chart and the rights you give it: a chart can create any object."),
        ("What is a feature store?", "en", "A feature store keeps the features of models in one place.",
         "A feature store solves skew, which means that a feature is computed in two ways."),
        ("co to jest rejestr modeli?", "pl", "Rejestr modeli (model registry) nadaje każdemu modelowi nazwę i numer wersji.",
         "Wersja dostaje alias, a usługa prosi rejestr modeli o alias."),
        ("What is a branch in Git?", "en", "A Git branch is a movable name that points at one commit.",
         "Git is a distributed system that keeps every branch on every machine."),
        ("Which skills do I need?", "en", "You need seven skills: Python, Docker, Git, Linux, Kubernetes, statistics and tests.",
         "Skills are best proved by a public repository that others can read."),
        ("My pod crashes", "en", "**Cause:** the container starts and ends again and again.", "The pod has a name and a node that it runs on."),
        ("How do I run one test?", "en", "pytest runs the test whose identifier you give it.", "For more details see the page on selecting tests."),
        ("How do I run one test?", "en", "pytest runs the test whose identifier you give it.", "No: the order of tests is not guaranteed by pytest."),
    ],
)  # fmt: skip
def test_what_answers_is_worth_more(question: str, language: str, better: str, worse: str) -> None:
    first, second = worth(question, better, worse, language=language)
    assert first > second


def test_the_first_sentence_below_a_heading_that_asks_the_same_is_worth_more() -> None:
    asked = Asked.by("How do I keep secrets?", "howto")
    first, later = (Unit("sentence", "Secrets are kept in a store.", start, start + 28) for start in (0, 90))
    assert opening_worth(first, (None, None), asked, "en", 1.0) > opening_worth(later, (None, None), asked, "en", 1.0) + 1.0


def test_what_begins_the_rest_of_a_long_section_is_worth_little_more() -> None:
    asked = Asked.by("How do I keep secrets?", "howto")
    first, later = (Unit("sentence", "Rotation costs nothing then.", start, start + 28) for start in (0, 90))
    assert opening_worth(first, (None, None), asked, "en", 1.0) < opening_worth(later, (None, None), asked, "en", 1.0) + 0.5


@pytest.mark.parametrize(
    "text",
    [
        "It restarts the pod.",
        "Dlatego pod startuje ponownie.",
        "**Fix:** raise the limit.",
        "Docker Compose costs less work in those cases.",
        "No: that isolates only packages.",
        "Potem podaj ścieżkę.",
        "The answer is a list of errors.",
    ],
)
def test_some_sentences_lean_on_what_stands_around_them(text: str) -> None:
    assert not stands_alone(Unit("sentence", text, 0, len(text)))


@pytest.mark.parametrize("text", ["Kubernetes restarts the pod.", "Kontener startuje ponownie.", "Items are kept in a list."])
def test_others_are_understood_alone(text: str) -> None:
    unit = Unit("sentence", text, 0, len(text))
    assert stands_alone(unit) and not dangles(unit)


def test_diagrams_and_captions_of_tabs_say_nothing() -> None:
    text = "```mermaid\nflowchart LR\n  a --> b\n```\n\ntoml\n\n```toml\nx = 1\n```\n\nThe end."
    assert [unit.text for unit in split_units(text) if not leads_nowhere(unit)] == ["```toml\nx = 1\n```", "The end."]
