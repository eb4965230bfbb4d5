"""What the embedded model does, without any framework: first decide, then, given passages, compose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from agents.embedded.asking import may_wish
from agents.embedded.compose import compose, refuse
from agents.embedded.followup import standalone
from agents.embedded.passage import Evidence, Passage
from agents.embedded.path_wishes import PathWish, read_path_wish
from agents.embedded.refusal import lacks_answer
from agents.embedded.smalltalk import small_talk
from agents.embedded.translating import translated

if TYPE_CHECKING:
    from agents.delivery import Delivery

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Reply:
    """What to say. `query` is set when the library has to be searched first, `kind` when files have to be generated.

    `path` is set when it is about learning paths and quizzes.
    """

    text: str = ""
    query: str = ""
    kind: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    path: PathWish | None = None
    refused: bool = False
    suggestions: tuple[str, ...] = ()


class Brain:
    """Deterministic: the same questions over the same library give the same answer."""

    def __init__(self, embed_query: Callable[[str], Vectors], embed_passages: Callable[[list[str]], Vectors]) -> None:
        """Both functions are the library's own embedding model."""
        self._embed_query = embed_query
        self._embed_passages = embed_passages

    def decide(self, questions: Sequence[str], language: str) -> Reply:
        """Small talk and translations are answered at once; a wish says what to generate, and anything else what to search for."""
        said = small_talk(questions[-1], language) or translated(questions[-1], language)
        if said:
            return Reply(said)
        path = read_path_wish(questions)
        if path:
            return Reply(path=path)
        return (_wished(questions, language) if may_wish(questions) else None) or Reply(query=standalone(questions))

    def hand_over(self, delivery: "Delivery", language: str) -> Reply:
        """What is said with the files, or why there are none."""
        from agents.embedded.wishes import next_wishes, tell

        if delivery.refusal:
            return Reply(tell(delivery, language), refused=True)
        return Reply(tell(delivery, language), suggestions=next_wishes(delivery.kind, language))

    def compose(self, evidence: Evidence, language: str) -> Reply:
        """The answer out of the passages' own sentences, or a refusal that says what was searched."""
        if lacks_answer(evidence):
            text, suggestions = refuse(evidence, language)
            return Reply(text, refused=True, suggestions=suggestions)
        text, suggestions = compose(evidence, language, self._embed_query, self._embed_passages)
        return Reply(text, suggestions=suggestions)


def _wished(questions: Sequence[str], language: str) -> Reply | None:
    """What to generate, or the question back; imported here because a question needs no generator and they take 0.3 s."""
    from agents.embedded.wishes import ask_which, next_wishes, read_wish

    wish = read_wish(questions)
    if wish is None:
        return None
    if not wish.kinds:
        said = ask_which(language, wish.foreign)
        return Reply(said, refused=bool(wish.foreign), suggestions=next_wishes(None, language))
    return Reply(kind=wish.kind, options=wish.all_options)


__all__ = ["Brain", "Evidence", "Passage", "Reply"]
