"""What keeps a configured model to the library, whatever it makes of its prompt."""

import logging
from collections.abc import Callable, Sequence
from typing import Any

from langchain.agents.middleware import AgentMiddleware, ModelFallbackMiddleware, ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from agents.embedded.smalltalk import small_talk

_MOST_SEARCHES = 3
_LOG = logging.getLogger(__name__)
Reply = ModelResponse[Any] | AIMessage
Call = Callable[[ModelRequest[Any]], ModelResponse[Any]]


def keeping_to_the_library(embedded: BaseChatModel) -> list[Any]:
    """The middleware for one turn of a configured model, outermost first."""
    watching = _Watching()
    return [_Searching(embedded, watching), ModelFallbackMiddleware(embedded), watching]


class _Watching(AgentMiddleware):
    """Remembers that the model failed, and tells the log."""

    failed = False

    def wrap_model_call(self, request: ModelRequest[Any], handler: Call) -> Reply:
        try:
            return handler(request)
        except Exception as error:
            self.failed = True
            # The kind alone: an error's text may hold a key or an address.
            _LOG.warning("The model that is set failed (%s); the embedded one answers.", type(error).__name__)
            raise


class _Searching(AgentMiddleware):
    """No answer from memory, no search without end, no passages of earlier turns, and no second wait for a model that failed."""

    def __init__(self, embedded: BaseChatModel, watching: _Watching) -> None:
        super().__init__()
        self._embedded = embedded
        self._watching = watching

    def wrap_model_call(self, request: ModelRequest[Any], handler: Call) -> Reply:
        messages = without_earlier_passages(request.messages)
        request = request.override(messages=messages)
        by_embedded = request.override(model=self._embedded)
        if self._watching.failed:
            return handler(by_embedded)
        reply = handler(request)
        searches = sum(isinstance(message, ToolMessage) for message in messages)
        if _calls(reply):
            return handler(by_embedded) if searches >= _MOST_SEARCHES else reply
        # Without a search it spoke from memory: the embedded model's reply to a question is the search that was left out.
        return reply if searches or _is_small_talk(messages) else handler(by_embedded)


def without_earlier_passages(messages: Sequence[AnyMessage]) -> list[AnyMessage]:
    """The conversation without what earlier turns found: its numbers would be taken for this turn's, and it grows and grows."""
    start = max(at for at, message in enumerate(messages) if isinstance(message, HumanMessage))
    said = [m for m in messages[:start] if not isinstance(m, ToolMessage) and not (isinstance(m, AIMessage) and m.tool_calls)]
    return [*said, *messages[start:]]


def _is_small_talk(messages: Sequence[AnyMessage]) -> bool:
    question = next(message for message in reversed(messages) if isinstance(message, HumanMessage))
    return small_talk(question.text, "en") is not None


def _calls(reply: Reply) -> bool:
    messages = [reply] if isinstance(reply, AIMessage) else reply.result
    return any(isinstance(message, AIMessage) and message.tool_calls for message in messages)
