"""What a word is called in the other language is told from the glossary; other questions are left alone."""

import json

import pytest

from agents.embedded.translating import translated
from benchmarks.questions import ROOT


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("jak jest po angielsku wdrożenie?", "pl", ["deploy", "Deployment"]),
        ("Jak po polsku powiedzieć readiness probe?", "pl", ["sonda gotowości"]),
        ("co znaczy rollback po polsku", "pl", ["wycofać"]),
        ("przetłumacz karta graficzna", "pl", ["GPU"]),
        ("przetlumacz galaz na angielski", "pl", ["branch"]),
        ("What is 'overfitting' in Polish?", "en", ["przeuczenie"]),
        ("how do you say cluster in Polish?", "en", ["klaster"]),
        ("translate klaster to English", "en", ["cluster"]),
        ("Polish word for password", "en", ["hasło"]),
    ],
)
def test_a_translation_is_told_in_the_askers_language(question: str, language: str, told: list[str]) -> None:
    reply = translated(question, language)
    assert reply is not None and all(word in reply for word in told), reply
    assert ("glosariusza" in reply) == (language == "pl")


@pytest.mark.parametrize(
    "question",
    [
        "Co to jest klaster?",
        "What is a cluster?",
        "What is in a Dockerfile?",
        "what is new in English documentation",
        "jak przetłumaczyć docker run na compose",
        "przetłumacz xyzzy",
        "How do I translate docker run to compose?",
        "",
    ],
)
def test_other_questions_stay_questions(question: str) -> None:
    assert translated(question, "en") is None


def test_none_of_our_questions_is_taken_for_one() -> None:
    texts = [(ROOT / f"benchmarks/{name}.jsonl").read_text(encoding="utf-8") for name in ("questions", "tool_questions")]
    rows = [json.loads(line) for text in texts for line in text.splitlines()]
    assert [row["question"] for row in rows if translated(row["question"], row["lang"])] == []
