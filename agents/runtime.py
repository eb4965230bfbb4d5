"""The agent: LangChain's `create_agent` with a checkpointer, the same for every model."""

from collections.abc import Iterator, Sequence
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import ModelFallbackMiddleware
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, ToolMessage
from langchain_core.tools import BaseTool

from agents.embedded.chat_model import NAME
from agents.embedded.passage import Evidence
from agents.prompting import fill

_NAMES = {"pl": "Polish", "en": "English"}
_MOST_STEPS = 12  # three searches and the answer, with room


def build(model: BaseChatModel, embedded: BaseChatModel, tools: Sequence[BaseTool], checkpointer: Any, language: str) -> Any:
    """The agent on a model; when that fails or times out the embedded one answers in its place."""
    middleware = [] if model is embedded else [ModelFallbackMiddleware(embedded)]
    prompt = fill("system", language=_NAMES[language])
    return create_agent(model, list(tools), system_prompt=prompt, middleware=middleware, checkpointer=checkpointer)


def run(agent: Any, question: str, thread: str | None) -> Iterator[str | list[BaseMessage]]:
    """Pieces of text as the model writes them, then all messages of this turn. Pieces before a tool call are left out."""
    config = {"recursion_limit": _MOST_STEPS, "configurable": {"thread_id": thread or "once"}}
    messages: list[BaseMessage] = []
    for mode, data in agent.stream({"messages": [HumanMessage(question)]}, config, stream_mode=["messages", "values"]):
        if mode == "values":
            messages = data["messages"]
        elif isinstance(data[0], AIMessageChunk) and data[0].text:
            yield data[0].text
    yield messages


def this_turn(messages: Sequence[BaseMessage]) -> list[BaseMessage]:
    """The messages from the last question on."""
    start = max(at for at, message in enumerate(messages) if isinstance(message, HumanMessage))
    return list(messages[start:])


def split_turns(messages: Sequence[BaseMessage]) -> list[list[BaseMessage]]:
    """A conversation's messages by turn."""
    turns: list[list[BaseMessage]] = []
    for message in messages:
        if isinstance(message, HumanMessage):
            turns.append([])
        if turns:
            turns[-1].append(message)
    return turns


def evidence_of(turn: Sequence[BaseMessage]) -> Evidence | None:
    """All passages found in a turn, numbered on when there were several searches."""
    found = [Evidence.from_dict(m.artifact) for m in turn if isinstance(m, ToolMessage) and isinstance(m.artifact, dict)]
    return found[-1] if found else None


def final_message(turn: Sequence[BaseMessage]) -> AIMessage | None:
    """What the model said in the end."""
    last = turn[-1] if turn else None
    return last if isinstance(last, AIMessage) and not last.tool_calls else None


def answered_by(message: AIMessage, configured: str) -> str:
    """The model that wrote the message."""
    return NAME if message.response_metadata.get("model_name") == NAME else configured


