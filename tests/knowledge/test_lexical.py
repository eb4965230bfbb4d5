"""Words are found in both languages, with and without Polish letters, and inside identifiers."""

import sys
import unicodedata
from pathlib import Path

import pytest
from words import ignore

from ingest import Page
from knowledge import Library
from knowledge.database import Database
from knowledge.glossary import Concept
from knowledge.ledger import Ledger
from knowledge.lexical import Stems, tokens


@pytest.fixture
def ledger(home: Path) -> Ledger:
    return Ledger(Database(home / "sternik.db"))


def meet(question: str, text: str, language: str) -> bool:
    """Whether every telling word of the question is found in the text."""
    stems = Stems()
    held = set(stems.of_text(text, language).split())
    return all(group & held for group in stems.of_query(question))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("wdrozyc", "Jak wdrożyć model"),
        ("wdrożyć", "Jak wdrożyć model"),
        ("kontenerow", "Uruchamianie kontenerów"),
        ("kontenerów", "Uruchamianie kontenerow"),
        ("kontenery", "Lista kontenerów"),
        ("wersjonowac dane", "wersjonować dane"),
        ("ZAŻÓŁĆ", "zażółć gęślą jaźń"),
        ("sledzenie eksperymentow", "śledzenie eksperymentów"),
    ],
)
def test_polish_words_are_found_by_their_stem_however_they_are_typed(question: str, text: str) -> None:
    assert meet(question, text, "pl")


@pytest.mark.parametrize(
    ("question", "text"), [("deploying models", "deploy a model"), ("containers", "the container"), ("probes", "a liveness probe")]
)
def test_english_words_are_found_by_their_stem(question: str, text: str) -> None:
    assert meet(question, text, "en")


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("tmp_path", "use the `tmp_path` fixture"),
        ("tmp path", "use the `tmp_path` fixture"),
        ("minReplicas", "set minReplicas: 2"),
        ("minreplicas", "set minReplicas: 2"),
        ("replicas", "set minReplicas: 2"),
        ("nvidia.com/gpu", "limits: nvidia.com/gpu: 1"),
        ("gpu", "limits: nvidia.com/gpu: 1"),
        ("CUDA_VISIBLE_DEVICES", "export CUDA_VISIBLE_DEVICES=0"),
        ("imagePullBackOff", "Status: ImagePullBackOff"),
    ],
)
def test_identifiers_are_found_whole_and_by_their_parts(question: str, text: str, language: str) -> None:
    assert meet(question, text, language)


def test_other_words_are_not_found() -> None:
    assert not meet("terraform", "Jak wdrożyć kontenery", "pl")
    assert not meet("kontener", "kontrola", "pl")


def test_letters_written_as_two_characters_are_the_same_letters() -> None:
    decomposed = unicodedata.normalize("NFD", "wdrożyć")
    assert len(decomposed) > len("wdrożyć")
    assert list(tokens(decomposed)) == ["wdrożyć"]
    assert meet("wdrożyć", decomposed, "pl")


def test_function_words_count_only_when_there_is_nothing_else() -> None:
    stems = Stems()
    assert stems.of_query("what is the docker") == stems.of_query("docker")
    assert stems.of_query("what is the")


def test_encoded_data_is_not_indexed() -> None:
    assert list(tokens("sha256 " + "a1" * 30)) == ["sha256"]


def test_every_letter_there_is_can_be_asked_for(ledger: Ledger) -> None:
    letters = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalnum()]
    for start in range(0, len(letters), 300):
        groups = ledger.stems.of_query(" ".join(f"a{letter}b {letter}" for letter in letters[start : start + 300]))
        assert groups == [] or ledger.match([Concept(group) for group in groups], ["docs"], 5) == []


@pytest.mark.parametrize(
    "question", ['"', '" OR "', "NEAR(a b)", "a AND NOT b*", "shelf:x", "{title} : x", "a\x00b", "😀🎉", "%_'; DROP TABLE"]
)
def test_a_question_is_words_never_syntax(fast: Library, question: str) -> None:
    fast.ingest_pages([Page("a.md", b"# A\n\nnothing of that", 0.0)], "test", "docs", ignore)
    assert fast.search(question).hits[0].path == "a.md"


def test_a_question_of_ten_thousand_letters_is_asked_whole(ledger: Ledger) -> None:
    question = " ".join(f"w{number}x" for number in range(1_600))
    groups = ledger.stems.of_query(question)
    assert len(groups) == 1_600
    assert ledger.match([Concept(group) for group in groups], ["docs"], 5) == []
