"""A model's words become an answer: grounded, or refused."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from agents.answer import Answer
from agents.delivery import Delivery
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
    deliveries: Sequence[Delivery] = (),
) -> Answer:
    """The checked answer. Without evidence it is small talk; with evidence that it does not cite it becomes a refusal.

    Files come as their generator made them, whatever the model said about them.
    """
    if deliveries:
        return _with_files(text, deliveries, language, model, suggestions)
    if evidence is None or refused:
        return Answer(text, language, refused, model, suggestions=tuple(suggestions))
    answer = ground(text, evidence.passages, language, model)
    if answer.refused:
        words, nearest = refuse(evidence, language)
        return Answer(words, language, True, model, suggestions=nearest)
    return replace(answer, suggestions=tuple(suggestions))


def _with_files(
    text: str, deliveries: Sequence[Delivery], language: Literal["pl", "en"], model: str, suggestions: Sequence[str]
) -> Answer:
    """The last file of a path counts: a model may have tried again. Only our own words say that something was checked."""
    from agents.embedded.wishes import tell

    files = {file.path: file for delivery in deliveries for file in delivery.files}
    said = text if model == "embedded" else tell(deliveries[-1], language)
    return Answer(said, language, not files, model, suggestions=tuple(suggestions), files=tuple(files.values()))
