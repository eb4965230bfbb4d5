"""Files are made by generators, whoever asked for them and whichever model heard it."""

from collections.abc import Callable

import pytest

from agents import Answer, Assistant
from knowledge import Conversation
from tests.agents.chat_server import Calls, ChatServer, Reply, Says

Open = Callable[..., Assistant]
WISH = "zrób dockerfile dla api w fastapi, plik app/main.py, port 8080"


def converse(assistant: Assistant, conversation: Conversation, question: str) -> Answer:
    *_, last = assistant.stream(question, conversation)
    assert isinstance(last, Answer)
    return last


def contents(answer: Answer) -> dict[str, str]:
    return {file.path: file.content for file in answer.files}


@pytest.mark.parametrize("question", [WISH, "Write a Dockerfile for a Flask app on port 99999", "please generate a config file"])
def test_the_agent_makes_the_same_files_as_the_direct_way(guide: Assistant, question: str) -> None:
    conversation = guide.library.conversations.start("ala", "a talk")
    assert converse(guide, conversation, question) == guide.ask(question)


def test_an_answer_with_files_says_who_checked_them_and_what_was_assumed(guide: Assistant) -> None:
    answer = guide.ask(WISH)
    assert 'CMD ["uvicorn", "app.main:app"' in contents(answer)["Dockerfile"]
    assert all(file.passed and file.checks for file in answer.files)
    assert "`Dockerfile`" in answer.text and "Sprawdzone przez hadolint" in answer.text and "port `8080`" in answer.text
    assert not answer.refused and not answer.sources


def test_a_change_is_made_to_what_was_asked_before(guide: Assistant) -> None:
    conversation = guide.library.conversations.start("ala", "a talk")
    converse(guide, conversation, WISH)
    converse(guide, conversation, "co to jest sonda gotowości?")
    text = contents(converse(guide, conversation, "a teraz zmień port na 9000"))["Dockerfile"]
    assert "EXPOSE 9000" in text and "8080" not in text and "app.main:app" in text


def test_files_are_there_again_when_the_conversation_is_opened_again(guide: Assistant, reopen: Open) -> None:
    conversation = guide.library.conversations.start("ala", "a talk")
    given = converse(guide, conversation, WISH)
    assert reopen().turns(conversation)[0].answer == given


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Write a Dockerfile for a Flask app on port 99999", "port: 99999 is not valid"),
        ("zrób dockerfile dla flaska na porcie 99999", "port: 99999 jest poza zakresem"),
    ],
)
def test_an_impossible_value_is_refused_with_its_rule(guide: Assistant, question: str, said: str) -> None:
    answer = guide.ask(question)
    assert answer.refused and not answer.files and said in answer.text


def test_a_wish_that_names_no_kind_is_asked_back(guide: Assistant) -> None:
    answer = guide.ask("potrzebuję pliku konfiguracyjnego")
    assert not answer.refused and not answer.files and "Jakiego pliku" in answer.text and answer.suggestions


def test_a_question_about_a_file_makes_none(guide: Assistant) -> None:
    assert not guide.ask("How do I write a Dockerfile for FastAPI?").files


def test_a_configured_model_picks_the_options_and_never_writes_the_file(reopen: Open, chat_server: ChatServer) -> None:
    def script(body: dict[str, object]) -> Reply:
        made = body["messages"][-1]["role"] == "tool"  # type: ignore[index]
        return (
            Says("Here it is: FROM evil. Checked by me.") if made else Calls("generate_dockerfile", {"app": "flask", "port": 5000})
        )

    chat_server.script = script  # type: ignore[assignment]
    answer = reopen(model="openai:test-model", model_timeout=20.0).ask("A Dockerfile for Flask on 5000 please")
    assert "EXPOSE 5000" in contents(answer)["Dockerfile"] and "evil" not in contents(answer)["Dockerfile"]
    assert "evil" not in answer.text and "hadolint" in answer.text and answer.model == "openai:test-model"
    assert "FROM python" not in str(chat_server.requests[-1]["messages"]), "the model reads a summary, not the file"


def test_a_configured_model_is_told_which_option_was_wrong_and_may_try_again(reopen: Open, chat_server: ChatServer) -> None:
    tries = iter([Calls("generate_dockerfile", {"port": 70000}), Calls("generate_dockerfile", {"port": 7000}), Says("Done.")])
    chat_server.script = lambda body: next(tries)
    answer = reopen(model="openai:test-model", model_timeout=20.0).ask("A Dockerfile on port 7000 please")
    assert "70000" in str(chat_server.requests[1]["messages"][-1]) and "EXPOSE 7000" in contents(answer)["Dockerfile"]


def test_a_model_that_writes_a_file_itself_is_not_heard(reopen: Open, chat_server: ChatServer) -> None:
    chat_server.script = lambda body: Says("```\nFROM evil\n```")
    answer = reopen(model="openai:test-model", model_timeout=20.0).ask("Write a Dockerfile for FastAPI on port 8000")
    assert "evil" not in answer.text and "EXPOSE 8000" in contents(answer)["Dockerfile"]
