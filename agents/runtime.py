"""The agent: LangChain's `create_agent` with a checkpointer, the same for every model."""

from collections.abc import Iterator, Sequence
from typing import Any

from langchain.agents import create_agent
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, ToolMessage
from langchain_core.tools import BaseTool

from agents.delivery import Delivery, is_delivery
from agents.embedded.chat_model import NAME
from agents.embedded.passage import Evidence, is_evidence
from agents.guidance import Guidance, is_guidance
from agents.keeping import keeping_to_the_library
from agents.prompting import fill

_NAMES = {"pl": "Polish", "en": "English"}
_MOST_STEPS = 20  # three searches and the answer, with room for calls that went wrong


def build(model: BaseChatModel, embedded: BaseChatModel, tools: Sequence[BaseTool], checkpointer: Any, language: str) -> Any:
    """The agent on a model; when that fails or times out the embedded one answers in its place."""
    middleware = [] if model is embedded else keeping_to_the_library(embedded)
    prompt = fill("system", language=_NAMES[language])
    return create_agent(model, list(tools), system_prompt=prompt, middleware=middleware, checkpointer=checkpointer)


def run(agent: Any, questions: Sequence[BaseMessage], thread: str) -> Iterator[str | list[BaseMessage]]:
    """Pieces of text as the model writes them, then all messages of the conversation.

    What a model says before anything was found is held back: it may be about to answer from memory, and is then asked again.
    """
    config = {"recursion_limit": _MOST_STEPS, "configurable": {"thread_id": thread}}
    messages: list[BaseMessage] = []
    written = False
    for mode, data in agent.stream({"messages": list(questions)}, config, stream_mode=["messages", "values"]):
        if mode == "values":
            messages = data["messages"]
        elif isinstance(data[0], AIMessageChunk) and data[0].text and isinstance(messages[-1], ToolMessage):
            written = True
            yield data[0].text
    if not written:
        yield messages[-1].text
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
    """All that was found in a turn; its searches number their passages on, so that a citation means one passage."""
    artifacts = [message.artifact for message in turn if isinstance(message, ToolMessage)]
    found = [Evidence.from_dict(artifact) for artifact in artifacts if is_evidence(artifact)]
    cited = [Guidance.from_dict(artifact).evidence for artifact in artifacts if is_guidance(artifact)]
    found += [evidence for evidence in cited if evidence]
    return Evidence.joined(found) if found else None


def deliveries_of(turn: Sequence[BaseMessage]) -> list[Delivery]:
    """The files that a turn made, and what it refused to make."""
    return [Delivery.from_dict(m.artifact) for m in turn if isinstance(m, ToolMessage) and is_delivery(m.artifact)]


def final_message(turn: Sequence[BaseMessage]) -> AIMessage | None:
    """What the model said in the end."""
    last = turn[-1] if turn else None
    return last if isinstance(last, AIMessage) and not last.tool_calls else None


def answered_by(message: AIMessage, configured: str) -> str:
    """The model that wrote the message."""
    return NAME if message.response_metadata.get("model_name") == NAME else configured
