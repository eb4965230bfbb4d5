"""How likely each passage is to hold the answer: by its rank in the search, its words, its heading and its shape.

The weights are those of a softmax over the passages of one question, fitted to our own questions over the built-in pages, over the
same pages without headings and over tool documentation, where a page is known to hold the answer (cross-validated by question).
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agents.embedded.kinds import Kind, question_kind
from agents.embedded.passage import Evidence, Passage
from ingest import fold
from knowledge import Stems, Topic, mention, topics_in

_STEMS = Stems()
_WEIGHTS = {
    "rank": 0.65,
    "similar": 0.35,
    "heading": 1.2,
    "strays": -0.45,
    "words": 1.1,
    "related": 1.15,
    "related_heading": 0.8,
    "same_kind": 0.6,
    "code": 0.65,
    "opens": 0.4,
    "leads_on": -2.5,  # set by hand: "What next?" repeats all words of its page and answers nothing
}
_LEADS_ON = re.compile(
    r"^(?:what next|next steps?|where next|what should (?:you|i) (?:learn|read)|co dalej|czego uczyc sie dalej|see also|related)\b"
)


def log_likelihoods(evidence: Evidence, kind: Kind) -> NDArray[np.float64]:
    """For each passage the logarithm of the likelihood that it, of all these, holds the answer."""
    passages = evidence.passages
    wanted, topics = _STEMS.of_query(evidence.query), topics_in(evidence.query)
    ranks = _normal([passage.score for passage in passages])
    similar = _normal([passage.similarity for passage in passages])
    totals = np.array(
        [
            _WEIGHTS["rank"] * ranks[n] + _WEIGHTS["similar"] * similar[n] + _fit(passage, kind, wanted, topics, evidence.related)
            for n, passage in enumerate(passages)
        ]
    )
    likelihoods: NDArray[np.float64] = totals - np.log(np.exp(totals - totals.max()).sum()) - totals.max()
    return likelihoods


def _fit(passage: Passage, kind: Kind, wanted: Sequence[frozenset[str]], topics: Sequence[Topic], related: Sequence[str]) -> float:
    heading = heading_of(passage)
    named = {stem for text in (heading, passage.title) for group in _STEMS.of_query(text) for stem in group}
    held = named | set(_STEMS.of_text(passage.text, passage.language).split())
    signs = {
        "heading": heading_fit(wanted, passage),
        "strays": float(_strays(passage, topics)),
        "words": share_held(wanted, held),
        "related": min(len(held.intersection(related)) / 8, 1.0),
        "related_heading": min(len(named.intersection(related)) / 4, 1.0),
        "same_kind": float(bool(heading) and kind != "other" and question_kind(heading) == kind),
        "code": float("```" in passage.text and kind in ("howto", "error")),
        "opens": float(not heading and kind == "definition"),
        "leads_on": float(bool(_LEADS_ON.match(fold(heading.lower())))),
    }
    return sum(_WEIGHTS[name] * value for name, value in signs.items())


def _strays(passage: Passage, topics: Sequence[Topic]) -> bool:
    """Whether the question names topics and the passage is about none of them."""
    place = fold(f"{passage.path} {passage.title} {passage.section}".lower())
    return bool(topics) and not any(topic.key in place or mention(topic).search(place) for topic in topics)


def heading_fit(wanted: Sequence[frozenset[str]], passage: Passage) -> float:
    """0 to 1: F1 of the words of the heading (of the title, where there is none) and of the question."""
    heading = _STEMS.of_query(heading_of(passage) or passage.title)
    if not heading or not wanted:
        return 0.0
    shared = sum(any(group & other for other in heading) for group in wanted)
    return 2 * shared / (len(wanted) + len(heading))


def share_held(wanted: Sequence[frozenset[str]], present: set[str]) -> float:
    """Of the wanted words, the share that is among the stems present."""
    return sum(bool(group & present) for group in wanted) / len(wanted) if wanted else 0.0


def heading_of(passage: Passage) -> str:
    """The innermost heading above a passage; empty where its page opens."""
    return passage.section.rsplit(" > ", 1)[-1]


def _normal(values: Sequence[float]) -> NDArray[np.float64]:
    spread = float(np.std(values))
    normal: NDArray[np.float64] = (np.array(values) - np.mean(values)) / spread if spread > 1e-9 else np.zeros(len(values))
    return normal
