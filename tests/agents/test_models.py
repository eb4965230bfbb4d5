"""Any model that speaks a provider's protocol answers under the same rules as the embedded one."""

import logging
import time
from collections.abc import Callable

import pytest

from agents import Answer, Assistant, Delta
from errors import MissingExtra, ModelError
from settings import Settings
from tests.agents.chat_server import ChatServer, Fails, Hangs, Reply, Says, Searches, number_of, passages_of, question_of

MODEL = "openai:test-model"
QUESTION = "How do I cache pip packages in GitHub Actions?"
CACHE = "The cache is keyed by the hash"
Open = Callable[..., Assistant]


@pytest.fixture
def modelled(reopen: Open, chat_server: ChatServer) -> Assistant:
    return reopen(model=MODEL, model_timeout=20.0)


def cites(server: ChatServer, text: str, words: str = CACHE) -> None:
    """Search, then say the text with the number of the passage that holds the words in place of `[#]`."""
    server.script = lambda body: (
        Says(text.replace("#", str(number_of(body, words)))) if passages_of(body) else Searches(question_of(body))
    )


def test_its_cited_answer_is_given_with_the_passage(modelled: Assistant, chat_server: ChatServer) -> None:
    cites(chat_server, "Set `cache: pip` on `actions/setup-python` [#].")
    answer = modelled.ask(QUESTION)
    assert answer.text == "Set `cache: pip` on `actions/setup-python` [1]."
    assert (answer.model, answer.refused, answer.notice, answer.language) == (MODEL, False, "", "en")
    (source,) = answer.sources
    assert source.path == "tools/en/github-actions.md" and source.quote in source.text
    assert "English" in chat_server.requests[0]["messages"][0]["content"]


def test_a_polish_question_is_prompted_and_answered_in_polish(modelled: Assistant, chat_server: ChatServer) -> None:
    cites(chat_server, "Ustaw `cache: pip` [#].", "Kluczem pamięci podręcznej")
    answer = modelled.ask("Jak przechować pakiety pip w pamięci podręcznej GitHub Actions?")
    assert answer.language == "pl" and answer.sources[0].path == "tools/pl/github-actions.md"
    assert "Polish" in chat_server.requests[0]["messages"][0]["content"]


def test_an_invented_citation_is_taken_out(modelled: Assistant, chat_server: ChatServer) -> None:
    cites(chat_server, "Set `cache: pip` [#]. It makes builds ten times faster [99].")
    answer = modelled.ask(QUESTION)
    assert answer.text == "Set `cache: pip` [1]. It makes builds ten times faster."
    assert [source.id for source in answer.sources] == [1]


@pytest.mark.parametrize("text", ["Set cache to pip.", "Set cache to pip [77].", "", "`x[1]`"])
def test_an_answer_that_cites_nothing_becomes_a_refusal_with_the_nearest_topics(
    modelled: Assistant, chat_server: ChatServer, text: str
) -> None:
    chat_server.answers(text)
    answer = modelled.ask(QUESTION)
    assert answer.refused and not answer.sources
    assert "found no answer" in answer.text and "**GitHub Actions**" in answer.text and answer.suggestions


def test_an_answer_from_memory_is_not_given_but_searched_for(modelled: Assistant, chat_server: ChatServer) -> None:
    def script(body: object) -> Reply:
        return Says(f"Set it [{number_of(body, CACHE)}].") if passages_of(body) else Says("From memory: use a cache.")  # type: ignore[arg-type]

    chat_server.script = script
    conversation = modelled.library.conversations.start("memory", "memory")
    *events, answer = modelled.stream(QUESTION, conversation)
    assert isinstance(answer, Answer) and answer.text == "Set it [1]." and answer.model == MODEL
    assert "memory" not in "".join(event.text for event in events if isinstance(event, Delta))


def test_small_talk_needs_no_search(modelled: Assistant, chat_server: ChatServer) -> None:
    chat_server.script = lambda body: Says("Hello! What shall we look at?")
    answer = modelled.ask("hello")
    assert answer.text == "Hello! What shall we look at?" and not answer.refused and len(chat_server.requests) == 1


def test_pieces_are_streamed_and_add_up_to_what_it_said(modelled: Assistant, chat_server: ChatServer) -> None:
    chat_server.script = lambda body: (
        Says(f"Set it as below [{number_of(body, CACHE)}].") if passages_of(body) else Searches(QUESTION)
    )
    conversation = modelled.library.conversations.start("pieces", "pieces")
    *events, answer = modelled.stream(QUESTION, conversation)
    pieces = [event.text for event in events if isinstance(event, Delta)]
    assert len(pieces) > 3 and "".join(pieces).startswith("Set it as below [")
    assert isinstance(answer, Answer) and answer.text == "Set it as below [1]."


def test_two_searches_number_their_passages_on(modelled: Assistant, chat_server: ChatServer) -> None:
    found: dict[str, int] = {}

    def script(body: dict[str, object]) -> Reply:
        asked = sum(message["role"] == "tool" for message in body["messages"])  # type: ignore[index, attr-defined, union-attr]
        if asked == 0:
            return Searches(QUESTION)
        if asked == 1:
            found["actions"] = number_of(body, CACHE)
            return Searches("What is data versioning?")
        found["data"] = number_of(body, "Data versioning is the practice")
        return Says(f"Two things [{found['actions']}]. And another [{found['data']}].")

    chat_server.script = script  # type: ignore[assignment]
    answer = modelled.ask(QUESTION)
    assert found["actions"] != found["data"]
    assert [source.path for source in answer.sources] == ["tools/en/github-actions.md", "course/en/data-versioning.md"]


def test_passages_of_an_earlier_turn_are_not_shown_again(modelled: Assistant, chat_server: ChatServer) -> None:
    cites(chat_server, "Set it [#].")
    conversation = modelled.library.conversations.start("turns", "turns")
    list(modelled.stream(QUESTION, conversation))
    chat_server.answers("Nothing on that.")
    list(modelled.stream("And what about GPUs?", conversation))
    roles = [message["role"] for message in chat_server.requests[-1]["messages"]]
    assert roles == ["system", "user", "assistant", "user", "assistant", "tool"]


def test_a_model_that_searches_without_end_is_answered_for(modelled: Assistant, chat_server: ChatServer) -> None:
    chat_server.script = lambda body: Searches(QUESTION)
    answer = modelled.ask(QUESTION)
    assert answer.model == "embedded" and "cache: pip" in answer.text and len(chat_server.requests) == 4


@pytest.mark.parametrize("call", [Searches(""), Searches("x" * 10_001), Searches("x", tool="delete_everything")])
def test_a_call_that_makes_no_sense_is_told_to_the_model(modelled: Assistant, chat_server: ChatServer, call: Searches) -> None:
    def script(body: dict[str, object]) -> Reply:
        asked = sum(message["role"] == "tool" for message in body["messages"])  # type: ignore[index, attr-defined, union-attr]
        return (call, Searches(QUESTION), Says("Set it [1]."))[asked]

    chat_server.script = script  # type: ignore[assignment]
    assert modelled.ask(QUESTION).text == "Set it [1]."


def test_pictures_and_links_that_it_writes_are_reduced_to_their_words(modelled: Assistant, chat_server: ChatServer) -> None:
    cites(chat_server, "Set it [#]. ![see](http://evil.example/p.png?q=1) Read [this](https://evil.example/).")
    text = modelled.ask(QUESTION).text
    assert text == "Set it [1]. see Read this."


@pytest.mark.parametrize("status", [400, 401, 429, 500, 503])
def test_a_server_that_fails_leaves_the_answer_to_the_embedded_model(
    modelled: Assistant, chat_server: ChatServer, guide: Assistant, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    chat_server.script = lambda body: Fails(status, "key sk-very-secret is wrong")
    with caplog.at_level(logging.DEBUG):
        answer = modelled.ask(QUESTION)
    assert answer.text == guide.ask(QUESTION).text
    assert answer.model == "embedded" and answer.notice == f"The model {MODEL} did not answer, so the embedded one does."
    assert len(chat_server.requests) == 1, "it was asked again though it had failed"
    assert "embedded one answers" in caplog.text and "sk-very-secret" not in caplog.text.replace("'Authorization'", "")


def test_a_server_that_hangs_is_waited_for_no_longer_than_set(reopen: Open, chat_server: ChatServer) -> None:
    chat_server.script = lambda body: Hangs()
    assistant = reopen(model=MODEL, model_timeout=0.5)
    assistant.ask("hello")  # what is imported and connected once does not count
    start = time.monotonic()
    answer = assistant.ask("Jak przechować pakiety pip w pamięci podręcznej GitHub Actions?")
    assert time.monotonic() - start < 5
    assert answer.model == "embedded" and answer.notice == f"Model {MODEL} nie odpowiedział, więc odpowiada wbudowany."
    assert answer.sources


def test_a_server_that_is_not_there_leaves_the_answer_to_the_embedded_model(
    reopen: Open, chat_server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    answer = reopen(model=MODEL).ask(QUESTION)
    assert answer.model == "embedded" and answer.notice and answer.sources


def test_the_key_goes_to_the_server_and_nowhere_else(modelled: Assistant, chat_server: ChatServer) -> None:
    cites(chat_server, "Set it [#].")
    conversation = modelled.library.conversations.start("key", "key")
    list(modelled.stream(QUESTION, conversation))
    assert chat_server.keys == ["Bearer sk-very-secret"] * 2
    kept = b"".join(path.read_bytes() for path in modelled.library.home.rglob("*") if path.is_file())
    assert b"sk-very-secret" not in kept and QUESTION.encode() in kept


def test_an_answer_keeps_its_author_when_another_model_is_set(modelled: Assistant, chat_server: ChatServer, reopen: Open) -> None:
    cites(chat_server, "Set it [#].")
    conversation = modelled.library.conversations.start("author", "author")
    list(modelled.stream(QUESTION, conversation))
    chat_server.script = lambda body: Fails(500)
    list(modelled.stream(QUESTION, conversation))
    answers = [turn.answer for turn in reopen().turns(conversation)]
    assert [(answer.model, bool(answer.notice)) for answer in answers if answer] == [(MODEL, False), ("embedded", True)]
    own = reopen().library.conversations.start("author", "own")
    list(reopen().stream(QUESTION, own))
    assert [turn.answer and turn.answer.notice for turn in modelled.turns(own)] == [""]


@pytest.mark.parametrize("model", ["nonsense", "nobody:gpt", "embedded:tiny"])
def test_an_unknown_model_is_named_with_the_way_out(reopen: Open, model: str) -> None:
    with pytest.raises(ModelError) as raised:
        reopen(model=model).ask(QUESTION)
    assert repr(model) in str(raised.value) and "MODEL=embedded" in str(raised.value) and "\n" not in str(raised.value)


def test_a_missing_key_is_named_with_the_way_out(reopen: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelError, match="OPENAI_API_KEY.*MODEL=embedded"):
        reopen(model=MODEL).ask(QUESTION)


def test_a_missing_package_is_named_with_the_command_that_brings_it(reopen: Open) -> None:
    with pytest.raises(MissingExtra, match="pip install langchain-anthropic"):
        reopen(model="anthropic:claude-test").ask(QUESTION)


def test_history_is_told_to_the_model(modelled: Assistant, chat_server: ChatServer) -> None:
    cites(chat_server, "Set it [#].")
    modelled.ask("And how is it keyed?", history=[QUESTION])
    said = [message["content"] for message in chat_server.requests[0]["messages"][1:]]
    assert said == [QUESTION, "And how is it keyed?"]


def test_settings_reach_the_model(modelled: Assistant, chat_server: ChatServer) -> None:
    cites(chat_server, "Set it [#].")
    modelled.ask(QUESTION)
    assert chat_server.requests[0]["model"] == "test-model" and chat_server.requests[0]["temperature"] == 0
    assert Settings(home=modelled.library.home).model == "embedded"
