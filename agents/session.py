"""Answers by the agent: streamed, remembered, grounded."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import Any, Literal

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage
from langgraph.checkpoint.memory import InMemorySaver

from agents.answer import Answer, Turn
from agents.embedded import Brain
from agents.embedded.chat_model import NAME, EmbeddedChatModel
from agents.file_tools import file_tools
from agents.finishing import finish
from agents.memory import open_memory
from agents.models import load_model
from agents.path_tools import path_tools
from agents.runtime import answered_by, build, deliveries_of, evidence_of, final_message, run, split_turns, this_turn
from agents.tools import search_tool
from knowledge import Conversation, Library, question_language
from settings import Settings

Language = Literal["pl", "en"]
_NOTICE = {
    "pl": "Model {model} nie odpowiedział, więc odpowiada wbudowany.",
    "en": "The model {model} did not answer, so the embedded one does.",
}


class Session:
    """Runs the agent on one library with the model that is set."""

    def __init__(self, library: Library, settings: Settings, brain: Brain) -> None:
        """Load the model; conversations live in the home's database."""
        self._library = library
        self._settings = settings
        self._brain = brain
        self._model = None if settings.model == NAME else load_model(settings)
        self._open = ExitStack()
        self._memory = self._open.enter_context(open_memory(library.home / "sternik.db"))

    def once(self, questions: Sequence[str], language: Language, collections: Sequence[str] | None) -> Answer:
        """Answer the last question and forget."""
        agent = self._agent(language, collections, InMemorySaver(), self._settings.user)
        for event in run(agent, [self._asked(question, language) for question in questions], "once"):
            if not isinstance(event, str):
                return self._answer(this_turn(event))
        raise RuntimeError("the agent ended without its messages")

    def converse(
        self, question: str, conversation: Conversation, language: Language, collections: Sequence[str] | None
    ) -> Iterator[str | Answer]:
        """Pieces of text, then the checked answer."""
        agent = self._agent(language, collections, self._memory, conversation.user)
        thread = self._library.conversations.thread(conversation)
        for event in run(agent, [self._asked(question, language)], thread):
            yield event if isinstance(event, str) else self._answer(this_turn(event))
        self._memory.prune([thread])

    def turns(self, conversation: Conversation) -> list[Turn]:
        """The conversation again, its answers checked as they were when given."""
        config: Any = {"configurable": {"thread_id": self._library.conversations.thread(conversation)}}
        saved = self._memory.get(config)
        messages = saved["channel_values"].get("messages", []) if saved else []
        return [Turn(turn[0].text, self._answer(turn) if final_message(turn) else None) for turn in split_turns(messages)]

    def close(self) -> None:
        """Let go of the home's database."""
        self._open.close()

    def _asked(self, question: str, language: Language) -> HumanMessage:
        """The question, with what its answer will need to be shown again: settings may change in between."""
        return HumanMessage(question, additional_kwargs={"language": language, "model": self._settings.model})

    def _agent(self, language: Language, collections: Sequence[str] | None, checkpointer: Any, user: str) -> Any:
        embedded = EmbeddedChatModel(brain=self._brain, language=language)
        model: BaseChatModel = self._model or embedded
        guiding = path_tools(self._library.learning, user, language)
        tools = [search_tool(self._library, collections, language), *file_tools(), *guiding]
        return build(model, embedded, tools, checkpointer, language)

    def _answer(self, turn: Sequence[BaseMessage]) -> Answer:
        asked = turn[0].additional_kwargs
        language: Language = asked.get("language") or question_language(turn[0].text)
        configured: str = asked.get("model") or self._settings.model
        message = final_message(turn)
        if message is None:
            return finish("", evidence_of(turn), language, configured)
        said = message.response_metadata
        model = answered_by(message, configured)
        refused, suggestions = bool(said.get("refused")), said.get("suggestions", ())
        answer = finish(
            message.text,
            evidence_of(turn),
            language,
            model,
            refused=refused,
            suggestions=suggestions,
            deliveries=deliveries_of(turn),
        )
        return answer if model == configured else replace(answer, notice=_NOTICE[language].format(model=configured))
