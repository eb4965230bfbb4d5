"""Which pieces of the passages answer the question, by meaning, by words, and by how well their passage ranked."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.embedded.kinds import Kind
from agents.embedded.passage import Evidence, Passage
from agents.embedded.units import Unit, split_units
from ingest import fold
from knowledge import Stems, Topic, mention, topics_in

Vectors = NDArray[np.float32]
MOST_PASSAGES = 6
_HEADING = 0.8
_STRAY = 0.8
_MOST_UNITS = 48
_STEMS = Stems()
_DEFINES = re.compile(
    r"^[\w`*“\"(][^.:]{0,60}?\s(?:is|are|means|stands for|to|jest|są|oznacza|nazywamy|keeps|lets|describes|odpowiada)\s", re.I
)
_REFERS = re.compile(
    r"^(?:for (?:more|further|details|a full|an example)|see |refer to |read |learn more|więcej|zobacz|zob\.|patrz|next,? "
    r"|note that this page)",
    re.I,
)
_DANGLES = re.compile(
    r"^(?:it|this|that|these|those|they|he|she|then|also|however|therefore|otherwise|but|and|so|both|such|to|ten|ta|te|tym|wtedy|jednak|dlatego|"
    r"natomiast|również|ponadto|w (?:drugim|pierwszym|tym|takim|obu|każdym)|inaczej|oba|obie|takie?|dzięki temu|w takim)\b",
    re.I,
)
_CAUSE = re.compile(r"^\*\*(?:cause|fix|solution|przyczyna|rozwiązanie|naprawa)", re.I)


@dataclass(frozen=True)
class Scored:
    """A quotable piece with its passage; `vector` is its embedding, which code and tables have none of."""

    passage: Passage
    unit: Unit
    score: float
    vector: Vectors | None = None


def rank_units(
    evidence: Evidence, kind: Kind, embed_query: Callable[[str], Vectors], embed_passages: Callable[[list[str]], Vectors]
) -> list[list[Scored]]:
    """For each of the first passages its pieces in order of their place, scored; code and tables by their words only."""
    passages = evidence.passages[:MOST_PASSAGES]
    wanted = _STEMS.of_query(evidence.query)
    prior = _priors(passages, wanted, topics_in(evidence.query))
    units = [split_units(passage.text) for passage in passages]
    candidates = [(n, unit) for n, found in enumerate(units) for unit in found if unit.kind not in ("code", "table")][:_MOST_UNITS]
    if not candidates:
        return [[Scored(p, unit, prior[n]) for unit in units[n]] for n, p in enumerate(passages)]
    vectors = embed_passages([f"{passages[n].title}: {_last(passages[n])}. {unit.text}" for n, unit in candidates])
    meaning = _normal(vectors @ embed_query(evidence.query))
    scored: dict[tuple[int, int], Scored] = {}
    for row, (n, unit) in enumerate(candidates):
        present = _stems_in(unit, passages[n])
        words = 1.2 * _shared(wanted, present) + _related(evidence.related, present)
        score = 0.5 * meaning[row] + words + 1.4 * prior[n] + _shape(unit, kind)
        scored[n, unit.start] = Scored(passages[n], unit, float(score), vectors[row])
    for n, passage in enumerate(passages):
        for unit in units[n]:
            if (n, unit.start) not in scored:
                present = _stems_in(unit, passage)
                words = _shared(wanted, present) + _related(evidence.related, present)
                scored[n, unit.start] = Scored(passage, unit, words)
    return [[scored[n, unit.start] for unit in units[n]] for n in range(len(passages))]


def _priors(passages: Sequence[Passage], wanted: Sequence[frozenset[str]], topics: Sequence[Topic]) -> list[float]:
    """How likely each passage is to hold the answer: by its rank among the others, and by how its heading fits the question."""
    scores = np.array([passage.score for passage in passages], dtype=np.float64)
    spread = float(scores.std()) or 1.0
    ranks = (scores - scores.mean()) / spread
    fits = [_HEADING * heading_fit(wanted, passage) - _STRAY * _strays(passage, topics) for passage in passages]
    return [float(rank) + fit for rank, fit in zip(ranks, fits, strict=True)]


def _strays(passage: Passage, topics: Sequence[Topic]) -> bool:
    """Whether the question names topics and the passage is about none of them."""
    place = fold(f"{passage.path} {passage.title} {passage.section}".lower())
    return bool(topics) and not any(topic.key in place or mention(topic).search(place) for topic in topics)


def heading_fit(wanted: Sequence[frozenset[str]], passage: Passage) -> float:
    """0 to 1: F1 of the words of the heading (of the title, where there is none) and of the question."""
    heading = _STEMS.of_query(_last(passage) or passage.title)
    if not heading or not wanted:
        return 0.0
    shared = sum(any(group & other for other in heading) for group in wanted)
    return 2 * shared / (len(wanted) + len(heading))


def _normal(values: NDArray[np.float32]) -> NDArray[np.float32]:
    spread = float(values.std())
    normal: NDArray[np.float32] = (values - values.mean()) / spread if spread > 1e-6 else np.zeros_like(values)
    return normal


def _stems_in(unit: Unit, passage: Passage) -> set[str]:
    return set(_STEMS.of_text(unit.text, passage.language).split())


def _shared(wanted: Sequence[frozenset[str]], present: set[str]) -> float:
    return sum(bool(group & present) for group in wanted) / len(wanted) if wanted else 0.0


def _related(related: Sequence[str], present: set[str]) -> float:
    """Up to 1: whether the piece speaks in the words of the question's subject."""
    return min(len(present.intersection(related)) / 5, 1.0)


def _shape(unit: Unit, kind: Kind) -> float:
    words = len(unit.text.split())
    score = 0.0
    if words < 4 or unit.text.endswith("?") or unit.text[:1].islower():
        score -= 1.5
    if words > 45:
        score -= 0.4
    if _REFERS.match(unit.text):
        score -= 2.0
    if _DANGLES.match(unit.text):
        score -= 0.5
    if unit.start == 0:
        score += 0.4
    if kind == "definition" and _DEFINES.match(unit.text):
        score += 0.7
    if kind == "error" and _CAUSE.match(unit.text):
        score += 0.6
    return score


def dangles(unit: Unit) -> bool:
    """Whether the piece leans on the sentence before it."""
    return bool(_DANGLES.match(unit.text))


def _last(passage: Passage) -> str:
    return passage.section.rsplit(" > ", 1)[-1]
