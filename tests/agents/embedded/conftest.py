"""Passages written by hand, and answers made of them by the embedding model that ships inside."""

from collections.abc import Callable

import pytest

from agents.embedded.compose import compose
from agents.embedded.passage import Evidence, Passage
from knowledge import Embedder

MakeEvidence = Callable[..., Evidence]
Write = Callable[..., str]


def passage(
    number: int, text: str, *, similarity: float = 0.9, language: str = "en", title: str = "", section: str = ""
) -> Passage:
    """The passage of that number; the first ranks best."""
    return Passage(
        number,
        title or f"Page {number}",
        section,
        f"en/{number}.md",
        None,
        text,
        language,
        "sternik",
        0.0,
        3.0 - number,
        similarity,
        5.0,
    )


@pytest.fixture
def make_evidence() -> MakeEvidence:
    """Evidence for a question out of texts, best first."""

    def make(query: str, *texts: str, language: str = "en") -> Evidence:
        passages = tuple(passage(number, text, language=language) for number, text in enumerate(texts, 1))
        return Evidence(query, passages, 1.0, 0.0, (), 1.0)

    return make


@pytest.fixture
def write(embedder: Embedder, make_evidence: MakeEvidence) -> Write:
    """The embedded model's answer to a question out of these passages."""

    def write(query: str, *texts: str, language: str = "en", answer_in: str = "en") -> str:
        evidence = make_evidence(query, *texts, language=language)
        return compose(evidence, answer_in, embedder.embed_query, embedder.embed_passages)[0]

    return write
