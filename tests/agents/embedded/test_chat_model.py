"""The embedded model is a LangChain chat model like any other."""

import pytest
from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage, ToolMessage
from langchain_core.tools import tool

from agents import Assistant, search
from agents.embedded.chat_model import EmbeddedChatModel, pieces

QUESTION = "How do I cache pip packages in GitHub Actions?"


@tool
def search_knowledge(query: str) -> str:
    """Search."""
    return query


@pytest.fixture
def model(guide: Assistant) -> EmbeddedChatModel:
    return EmbeddedChatModel(brain=guide.brain, language="en")


def found(guide: Assistant) -> list[HumanMessage | AIMessage | ToolMessage]:
    call = {"name": "search_knowledge", "args": {"query": QUESTION}, "id": "1"}
    artifact = search(guide.library, QUESTION, None, "en").as_dict()
    return [HumanMessage(QUESTION), AIMessage("", tool_calls=[call]), ToolMessage("", artifact=artifact, tool_call_id="1")]


def test_a_question_makes_it_call_the_search(model: EmbeddedChatModel) -> None:
    reply = model.bind_tools([search_knowledge]).invoke([HumanMessage(QUESTION)])
    assert [(call["name"], call["args"]) for call in reply.tool_calls] == [("search_knowledge", {"query": QUESTION})]


def test_it_searches_for_what_a_follow_up_means(model: EmbeddedChatModel) -> None:
    messages = [HumanMessage(QUESTION), AIMessage("Set it [1]."), HumanMessage("and in Jenkins?")]
    (call,) = model.bind_tools([search_knowledge]).invoke(messages).tool_calls
    assert call["args"] == {"query": "How do I cache pip packages in Jenkins?"}


def test_without_a_tool_it_calls_none(model: EmbeddedChatModel) -> None:
    assert not model.invoke([HumanMessage(QUESTION)]).tool_calls


def test_it_answers_out_of_what_was_found(model: EmbeddedChatModel, guide: Assistant) -> None:
    reply = model.bind_tools([search_knowledge]).invoke(found(guide))
    assert "cache: pip" in reply.text and not reply.tool_calls and reply.response_metadata["model_name"] == "embedded"


def test_what_it_streams_adds_up_to_what_it_says(model: EmbeddedChatModel, guide: Assistant) -> None:
    chunks = list(model.stream(found(guide)))
    assert len(chunks) > 10 and all(isinstance(chunk, AIMessageChunk) for chunk in chunks)
    assert "".join(chunk.text for chunk in chunks) == model.invoke(found(guide)).text


def test_it_tells_the_language_itself_when_none_is_set(guide: Assistant) -> None:
    assert EmbeddedChatModel(brain=guide.brain).invoke([HumanMessage("dzięki")]).text == "Nie ma za co. Pytaj śmiało dalej."


@pytest.mark.parametrize("text", ["", " ", "word", "a few words in a row\nand\n\n```\nx = 1\n```\n", "zażółć gęślą jaźń " * 9])
def test_pieces_add_up(text: str) -> None:
    assert "".join(pieces(text)) == text
