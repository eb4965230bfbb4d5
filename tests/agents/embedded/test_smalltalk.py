"""Small talk gets a sentence; a question stays a question whatever surrounds it."""

import pytest

from agents.embedded.smalltalk import small_talk


@pytest.mark.parametrize(
    "message",
    [
        "hello",
        "Hi there!",
        "hej :)",
        "Cześć!",
        "dzien dobry",
        "Dzień dobry wszystkim",
        "Good morning!",
        "how are you?",
        "co słychać?",
    ],
)
def test_a_greeting_is_answered(message: str) -> None:
    assert (small_talk(message, "en") or "").startswith("Hello!")
    assert (small_talk(message, "pl") or "").startswith("Cześć!")


@pytest.mark.parametrize(
    "message", ["thanks", "Thank you very much!", "dzięki", "Wielkie dzieki!", "dziękuję bardzo", "ok thanks, that works"]
)
def test_thanks_are_answered(message: str) -> None:
    assert (small_talk(message, "en") or "").startswith("You are welcome")


@pytest.mark.parametrize("message", ["bye", "Goodbye!", "do zobaczenia", "Do widzenia!", "good night", "see you tomorrow, bye"])
def test_a_goodbye_is_answered(message: str) -> None:
    assert (small_talk(message, "en") or "").startswith("See you")


@pytest.mark.parametrize(
    "message", ["Who are you?", "kim jesteś?", "What can you do?", "Co potrafisz?", "help", "Pomóż mi", "are you a bot?"]
)
def test_who_it_is_is_answered(message: str) -> None:
    assert (small_talk(message, "en") or "").startswith("I am Sternik")
    assert (small_talk(message, "pl") or "").startswith("Jestem Sternik")


@pytest.mark.parametrize(
    "message",
    ["hello, what is a pod?", "cześć, jak działa docker?", "thanks, and in Jenkins?", "what is git", "How is it going to be deployed?",
     "that works", "it", "so", "git", "🙂", "", "???", "help with kubectl", "hello world example in docker", "ok"],
)  # fmt: skip
def test_anything_else_is_a_question(message: str) -> None:
    assert small_talk(message, "en") is None
