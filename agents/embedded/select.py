"""Which pieces of the passages answer the question, by meaning, by words, and by how likely their passage holds the answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.embedded.kinds import Kind
from agents.embedded.likely import heading_fit, heading_of, log_likelihoods, share_held
from agents.embedded.openings import Asked, leads_nowhere, opening_worth
from agents.embedded.passage import Evidence, Passage
from agents.embedded.units import Unit, split_units
from knowledge import Stems

Vectors = NDArray[np.float32]
MOST_PASSAGES = 8
_MOST_UNITS = 48
_LIKELY = 1.1
_STEMS = Stems()


@dataclass(frozen=True)
class Scored:
    """A quotable piece with its passage; `vector` is its embedding, which code and tables have none of.

    `likely` is the logarithm of the likelihood that its passage, of all that were found, holds the answer.
    """

    passage: Passage
    unit: Unit
    score: float
    vector: Vectors | None = None
    likely: float = 0.0


def rank_units(
    evidence: Evidence, kind: Kind, embed_query: Callable[[str], Vectors], embed_passages: Callable[[list[str]], Vectors]
) -> list[list[Scored]]:
    """For each of the likeliest passages its pieces in order of their place, scored; code and tables by their words only."""
    likely = log_likelihoods(evidence, kind)
    order = np.argsort(-likely, kind="stable")[:MOST_PASSAGES]
    passages = [evidence.passages[n] for n in order]
    units = [_worth_saying(split_units(passage.text)) for passage in passages]
    meanings = _meanings(evidence.query, passages, units, embed_query, embed_passages)
    asked = Asked.by(evidence.query, kind)
    ranked = []
    for n, passage in enumerate(passages):
        fit = heading_fit(asked.words, passage)
        found = []
        for at, unit in enumerate(units[n]):
            present = set(_STEMS.of_text(unit.text, passage.language).split())
            score = 1.2 * share_held(asked.words, present) + _related(evidence.related, present)
            meaning, vector = meanings.get((n, unit.start), (0.0, None))
            if vector is not None:
                neighbours = (units[n][at - 1] if at else None, units[n][at + 1] if at + 1 < len(units[n]) else None)
                score += 0.5 * meaning + opening_worth(unit, neighbours, asked, passage.language, fit)
            found.append(Scored(passage, unit, score + _LIKELY * float(likely[order[n]]), vector, float(likely[order[n]])))
        ranked.append(found)
    return ranked


def _worth_saying(units: list[Unit]) -> list[Unit]:
    return [unit for unit in units if not leads_nowhere(unit)] or units


def _meanings(
    query: str,
    passages: Sequence[Passage],
    units: Sequence[Sequence[Unit]],
    embed_query: Callable[[str], Vectors],
    embed_passages: Callable[[list[str]], Vectors],
) -> dict[tuple[int, int], tuple[float, Vectors]]:
    """Of each sentence, item and step, how near it is to the question among all of them, and its vector."""
    said = [(n, unit) for n, found in enumerate(units) for unit in found if unit.kind not in ("code", "table")][:_MOST_UNITS]
    if not said:
        return {}
    vectors = embed_passages([f"{passages[n].title}: {heading_of(passages[n])}. {unit.text}" for n, unit in said])
    near = _normal(vectors @ embed_query(query))
    return {(n, unit.start): (float(near[row]), vectors[row]) for row, (n, unit) in enumerate(said)}


def _normal(values: Vectors) -> Vectors:
    spread = float(values.std())
    normal: Vectors = (values - values.mean()) / spread if spread > 1e-6 else np.zeros_like(values)
    return normal


def _related(related: Sequence[str], present: set[str]) -> float:
    """Up to 1: whether the piece speaks in the words of the question's subject."""
    return min(len(present.intersection(related)) / 5, 1.0)
