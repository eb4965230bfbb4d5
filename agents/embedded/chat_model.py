"""The brain as a LangChain chat model, so that the same agent runs on it as on any other model."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, ToolCall, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool

from agents.delivery import Delivery, is_delivery
from agents.embedded.brain import Brain, Reply
from agents.embedded.passage import Evidence, is_evidence
from agents.file_tools import tool_name
from agents.guidance import Guidance, is_guidance
from agents.path_tools import PATH, path_call
from agents.tools import SEARCH
from knowledge import question_language

NAME = "embedded"


class EmbeddedChatModel(BaseChatModel):
    """Calls `search_knowledge` for a question and a generator for a wish, composes the answer from its result.

    Small talk is answered at once.
    """

    brain: Any
    language: Literal["pl", "en"] | None = None
    tools: tuple[str, ...] = ()

    @property
    def _llm_type(self) -> str:
        return NAME

    def bind_tools(
        self, tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool], **kwargs: Any
    ) -> Runnable[Any, AIMessage]:
        """The same model, knowing which tools it may call."""
        return self.model_copy(update={"tools": tuple(getattr(tool, "name", str(tool)) for tool in tools)})

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self._reply(messages))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_: Any,
    ) -> Iterator[ChatGenerationChunk]:
        reply = self._reply(messages)
        if reply.tool_calls:
            called = AIMessageChunk(content="", tool_calls=reply.tool_calls, response_metadata=reply.response_metadata)
            yield ChatGenerationChunk(message=called)
            return
        for piece in pieces(str(reply.content)):
            chunk = ChatGenerationChunk(message=AIMessageChunk(content=piece))
            if run_manager:
                run_manager.on_llm_new_token(piece, chunk=chunk)
            yield chunk
        yield ChatGenerationChunk(message=AIMessageChunk(content="", response_metadata=reply.response_metadata))

    def _reply(self, messages: Sequence[BaseMessage]) -> AIMessage:
        brain: Brain = self.brain
        questions = [message.text for message in messages if isinstance(message, HumanMessage)]
        language = self.language or question_language(questions[-1])
        found = messages[-1]
        if isinstance(found, ToolMessage) and is_delivery(found.artifact):
            reply = brain.hand_over(Delivery.from_dict(found.artifact), language)
        elif isinstance(found, ToolMessage) and is_guidance(found.artifact):
            guidance = Guidance.from_dict(found.artifact)
            reply = Reply(guidance.text, suggestions=guidance.suggestions)
        elif isinstance(found, ToolMessage) and is_evidence(found.artifact):
            reply = brain.compose(Evidence.from_dict(found.artifact), language)
        else:
            reply = brain.decide(questions, language)
        call = self._call(reply, len(messages))
        if call:
            return AIMessage(content="", tool_calls=[call], response_metadata={"model_name": NAME})
        said = {"model_name": NAME, "refused": reply.refused, "suggestions": list(reply.suggestions)}
        return AIMessage(content=reply.text, response_metadata=said)

    def _call(self, reply: Reply, number: int) -> ToolCall | None:
        if reply.kind and (name := tool_name(reply.kind)) in self.tools:
            return ToolCall(name=name, args=reply.options, id=f"generate-{number}")
        if reply.path and PATH in self.tools:
            name, arguments = path_call(reply.path)
            return ToolCall(name=name, args=arguments, id=f"path-{number}")
        if reply.query and SEARCH in self.tools:
            return ToolCall(name=SEARCH, args={"query": reply.query}, id=f"search-{number}")
        return None


def pieces(text: str) -> Iterator[str]:
    """A text in pieces of a few words, whole lines inside code, so that it can be shown as it comes."""
    held = ""
    for character in text:
        held += character
        if character == "\n" or (character == " " and len(held) > 12):
            yield held
            held = ""
    if held:
        yield held
