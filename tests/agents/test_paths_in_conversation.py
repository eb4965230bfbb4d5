"""Learning paths in a conversation: the same by the agent and directly, cited, and kept for the user who learns."""

import pytest

from agents import Answer, Assistant


def converse(assistant: Assistant, user: str, *questions: str) -> Answer:
    conversation = assistant.library.conversations.start(user, "a talk")
    for question in questions:
        *_, last = assistant.stream(question, conversation)
    assert isinstance(last, Answer)
    return last


@pytest.mark.parametrize(
    "question",
    ["od czego zacząć jako data scientist?", "quiz me on docker", "co dalej w mojej ścieżce?", "where do I start with MLOps?"],
)
def test_the_agent_guides_as_the_direct_way_does(guide: Assistant, question: str) -> None:
    assert converse(guide, guide.settings.user, question) == guide.ask(question)


def test_a_path_cites_the_pages_to_read(guide: Assistant) -> None:
    answer = guide.ask("od czego zacząć jako data scientist?")
    assert not answer.refused and len(answer.sources) >= 5 and answer.sources[0].path.startswith("course/pl/")
    assert all(source.quote in source.text for source in answer.sources)


def test_progress_belongs_to_the_user_of_the_conversation(guide: Assistant) -> None:
    converse(guide, "ala", "zacznij ścieżkę data scientista")
    assert "nie masz jeszcze" in converse(guide, "bob", "co dalej w mojej ścieżce?").text.lower()
    assert "nie masz jeszcze" not in converse(guide, "ala", "co dalej w mojej ścieżce?").text.lower()


def test_a_question_about_a_role_stays_a_question(guide: Assistant) -> None:
    assert guide.brain.decide(["co to jest data scientist?"], "pl").query
