"""Answers by the agent: streamed, remembered, grounded."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.checkpoint.sqlite import SqliteSaver

from agents.answer import Answer, Turn
from agents.embedded import Brain
from agents.embedded.chat_model import NAME, EmbeddedChatModel
from agents.finishing import finish
from agents.models import load_model
from agents.runtime import answered_by, build, evidence_of, final_message, run, split_turns, this_turn
from agents.tools import search_tool
from ingest import detect_language
from knowledge import Conversation, Library
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
        self._checkpoints = _checkpoints(library)

    def once(self, questions: Sequence[str], language: Language, collections: Sequence[str] | None) -> Answer:
        """Answer the last question and forget."""
        agent = self._agent(language, collections, InMemorySaver())
        history: list[BaseMessage] = [HumanMessage(question) for question in questions[:-1]]
        if history:
            agent.update_state({"configurable": {"thread_id": "once"}}, {"messages": history})
        *_, messages = run(agent, questions[-1], None)
        return self._answer(this_turn(messages), language)

    def converse(
        self, question: str, conversation: Conversation, language: Language, collections: Sequence[str] | None
    ) -> Iterator[str | Answer]:
        """Pieces of text, then the checked answer."""
        agent = self._agent(language, collections, self._checkpoints)
        for event in run(agent, question, self._library.conversations.thread(conversation)):
            yield event if isinstance(event, str) else self._answer(this_turn(event), language)

    def turns(self, conversation: Conversation) -> list[Turn]:
        """The conversation again, its answers checked as they were when given."""
        config: Any = {"configurable": {"thread_id": self._library.conversations.thread(conversation)}}
        saved = self._checkpoints.get(config)
        messages = saved["channel_values"].get("messages", []) if saved else []
        return [self._turn(turn) for turn in split_turns(messages)]

    def _turn(self, turn: list[BaseMessage]) -> Turn:
        question = turn[0].text
        language = turn[0].additional_kwargs.get("language") or detect_language(question)
        return Turn(question, self._answer(turn, language) if final_message(turn) else None)

    def _agent(self, language: Language, collections: Sequence[str] | None, checkpointer: Any) -> Any:
        embedded: BaseChatModel = EmbeddedChatModel(brain=self._brain, language=language)
        tools = [search_tool(self._library, collections, language)]
        return build(self._model or embedded, embedded, tools, checkpointer, language)

    def _answer(self, turn: Sequence[BaseMessage], language: Language) -> Answer:
        message = final_message(turn)
        if message is None:
            return finish("", evidence_of(turn), language, self._settings.model)
        said = message.response_metadata
        model = answered_by(message, self._settings.model)
        answer = finish(
            message.text, evidence_of(turn), language, model, refused=bool(said.get("refused")), suggestions=said.get("suggestions", ())
        )
        if model != self._settings.model:
            answer = replace(answer, notice=_NOTICE[language].format(model=self._settings.model))
        return answer


def _checkpoints(library: Library) -> SqliteSaver:
    # LangGraph's saver locks its connection itself; the ledger's own connections stay inside knowledge/.
    connection = sqlite3.connect(library.home / "sternik.db", check_same_thread=False, timeout=30)
    saver = SqliteSaver(connection)
    saver.setup()
    return saver
