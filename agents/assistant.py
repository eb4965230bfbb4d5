"""The assistant: one question in, one cited answer out, whichever model runs it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Literal

from agents.answer import Answer, Turn
from agents.delivery import Delivery
from agents.embedded import Brain, Reply
from agents.embedded.passage import Evidence
from agents.finishing import finish
from knowledge import (
    Conversation,
    Library,
    Progress,
    check_question,
    index_builtin,
    load_embedder,
    load_reranker,
    preload,
    question_language,
)
from settings import Settings

if TYPE_CHECKING:
    from agents.session import Session

Language = Literal["pl", "en"]
_SEARCHING = {"pl": "Szukam w bibliotece…", "en": "Searching the library…"}


@dataclass(frozen=True)
class Working:
    """What the assistant is doing, in the asker's language, for a status line."""

    text: str


@dataclass(frozen=True)
class Delta:
    """The next piece of the answer's text."""

    text: str


class Assistant:
    """Answers from one library with one model. Safe to share between threads."""

    def __init__(self, library: Library, settings: Settings) -> None:
        """Nothing heavy is imported before it is needed."""
        self.library = library
        self.settings = settings
        self._opened: Session | None = None
        self._opening = Lock()
        self.brain = Brain(library.embedder.embed_query, library.embedder.embed_passages)

    def ask(self, question: str, *, history: Sequence[str] = (), collections: Sequence[str] | None = None) -> Answer:
        """Answer one question; `history` are the questions asked before it in the same sitting. Nothing is remembered.

        The embedded model needs no agent for a single answer, and importing one takes longer than the answer;
        a test holds that both ways say the same.

        Raises:
            BadInput: the question is blank or too long, or a collection does not exist.
        """
        text = check_question(question)
        language = self.language_of(text)
        if self.settings.model != "embedded":
            return self._session.once([*history, text], language, collections)
        reply = self.brain.decide([*history, text], language)
        evidence: Evidence | None = None
        deliveries: list[Delivery] = []
        if reply.kind:
            deliveries = [Delivery.of(reply.kind, reply.options)]
            reply = self.brain.hand_over(deliveries[0], language)
        elif reply.path:
            from agents.guidance import guide

            guidance = guide(reply.path, language, self.library.learning, self.settings.user)
            evidence, reply = guidance.evidence, Reply(guidance.text, suggestions=guidance.suggestions)
        elif reply.query:
            from agents.finding import search

            evidence = search(self.library, reply.query, collections, language)
            reply = self.brain.compose(evidence, language)
        return finish(
            reply.text,
            evidence,
            language,
            "embedded",
            refused=reply.refused,
            suggestions=reply.suggestions,
            deliveries=deliveries,
        )

    def stream(
        self, question: str, conversation: Conversation, *, language: str | None = None, collections: Sequence[str] | None = None
    ) -> Iterator[Working | Delta | Answer]:
        """Answer within a conversation, remembering both; the last thing given is the whole Answer.

        Raises:
            BadInput: the question is blank or too long, or a collection does not exist.
        """
        text = check_question(question)
        chosen = self.language_of(text, language)
        yield Working(_SEARCHING[chosen])
        for event in self._session.converse(text, conversation, chosen, collections):
            yield event if isinstance(event, Answer) else Delta(event)
        self.library.conversations.touch(conversation)

    def turns(self, conversation: Conversation) -> list[Turn]:
        """What was said in a conversation, oldest first."""
        return self._session.turns(conversation)

    def language_of(self, question: str, preferred: str | None = None) -> Language:
        """The language to answer in: the question's own, or the one that is set for all answers."""
        if self.settings.language in ("pl", "en"):
            return "pl" if self.settings.language == "pl" else "en"
        return question_language(question, "pl" if preferred == "pl" else "en")

    @property
    def _session(self) -> "Session":
        from agents.session import Session

        with self._opening:
            if self._opened is None:
                self._opened = Session(self.library, self.settings, self.brain)
            return self._opened

    def close(self) -> None:
        """Let go of the home's files."""
        if self._opened:
            self._opened.close()
        self.library.close()


def open_assistant(settings: Settings, progress: Progress | None = None) -> Assistant:
    """The library of the settings' home, with the built-in knowledge indexed, and the assistant on it.

    Raises:
        HomeError: the home cannot be used.
        ModelMismatch: the library was indexed with another embedding model.
        ModelError: the embedding model or the reranker cannot be loaded.
    """
    library = open_library(settings)
    index_builtin(library, progress or _silent)
    return Assistant(library, settings)


def open_library(settings: Settings, *, reindexing: bool = False) -> Library:
    """The library of the settings' home, as it is; `reindexing` opens it though another embedding model made its vectors."""
    preload()
    embedder = load_embedder(settings.embeddings)
    return Library(
        settings.home,
        embedder,
        chroma_url=settings.chroma_url,
        rerank=load_reranker(settings.reranker) if settings.reranker else None,
        reindexing=reindexing,
    )


def _silent(done: int, path: str) -> None:
    """Nobody is watching."""
