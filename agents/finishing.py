"""A model's words become an answer: grounded, or refused."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from agents.answer import Answer
from agents.embedded.compose import refuse
from agents.embedded.passage import Evidence
from agents.grounding import ground


def finish(
    text: str,
    evidence: Evidence | None,
    language: Literal["pl", "en"],
    model: str,
    *,
    refused: bool = False,
    suggestions: Sequence[str] = (),
) -> Answer:
    """The checked answer. Without evidence it is small talk; with evidence that it does not cite it becomes a refusal."""
    if evidence is None or refused:
        return Answer(text, language, refused, model, suggestions=tuple(suggestions))
    answer = ground(text, evidence.passages, language, model)
    if answer.refused:
        words, nearest = refuse(evidence, language)
        return Answer(words, language, True, model, suggestions=nearest)
    return replace(answer, suggestions=tuple(suggestions))
