"""What the embedded model does, without any framework: first decide, then, given passages, compose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.embedded.compose import compose, refuse
from agents.embedded.followup import standalone
from agents.embedded.passage import Evidence, Passage
from agents.embedded.refusal import lacks_answer
from agents.embedded.smalltalk import small_talk

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Reply:
    """What to say. `query` is set when the library has to be searched first."""

    text: str = ""
    query: str = ""
    refused: bool = False
    suggestions: tuple[str, ...] = ()


class Brain:
    """Deterministic: the same questions over the same library give the same answer."""

    def __init__(self, embed_query: Callable[[str], Vectors], embed_passages: Callable[[list[str]], Vectors]) -> None:
        """Both functions are the library's own embedding model."""
        self._embed_query = embed_query
        self._embed_passages = embed_passages

    def decide(self, questions: Sequence[str], language: str) -> Reply:
        """Small talk is answered at once; anything else says what to search for."""
        said = small_talk(questions[-1], language)
        return Reply(said) if said else Reply(query=standalone(questions))

    def compose(self, evidence: Evidence, language: str) -> Reply:
        """The answer out of the passages' own sentences, or a refusal that says what was searched."""
        if lacks_answer(evidence):
            text, suggestions = refuse(evidence, language)
            return Reply(text, refused=True, suggestions=suggestions)
        text, suggestions = compose(evidence, language, self._embed_query, self._embed_passages)
        return Reply(text, suggestions=suggestions)


__all__ = ["Brain", "Evidence", "Passage", "Reply"]
