"""How likely each passage is to hold the answer: by its rank in the search, its words, its heading and its shape.

The weights are those of a softmax over the passages of one question, fitted by `benchmarks/fit_passages.py`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import yaml
from numpy.typing import NDArray

from agents.embedded.defining import head_of, is_defined
from agents.embedded.kinds import Kind, question_kind
from agents.embedded.passage import Evidence, Passage
from ingest import fold
from knowledge import Stems, Topic, concepts_of, mention, question_language, topics_in

_STEMS = Stems()
# With these words any task is asked for, so they say little about this one.
_COMMON = frozenset(
    stem
    for group in _STEMS.of_query(
        "check run start create make write set find work works show see add change install configure call give tell keep put place "
        "way best simple easy first much many new whole file project someone people "
        "sprawdzić sprawdzać uruchomić uruchomienie odpalić utworzyć stworzyć napisać ustawić znaleźć działać działa zobaczyć "
        "dodać zmienić zainstalować skonfigurować powiedzieć trzymać używać użyć sposób najlepiej prosto pierwszy dużo wiele "
        "nowy cały plik projekt ktoś ludzie służy służyć potrzebuję znaczy oznacza "
        "difference different differ compare versus vs better różnica różni lepszy lepiej"
    )
    for stem in group
)
_LEADS_ON = re.compile(
    r"^(?:what next|next steps?|where next|what should (?:you|i) (?:learn|read)|co dalej|czego uczyc sie dalej|see also|related)\b"
)
_YES_OR_NO = re.compile(r"^(?:is|are|can|do|does|should|may|must|when|czy|kiedy)\b")


def log_likelihoods(evidence: Evidence, kind: Kind) -> NDArray[np.float64]:
    """For each passage the logarithm of the likelihood that it, of all these, holds the answer."""
    weights = _weights()
    totals = np.array([sum(weights[name] * value for name, value in signs.items()) for signs in passage_signs(evidence, kind)])
    likelihoods: NDArray[np.float64] = totals - np.log(np.exp(totals - totals.max()).sum()) - totals.max()
    return likelihoods


def words_asked(question: str) -> list[frozenset[str]]:
    """The question's words, each as the stems under which a page of either language may hold it."""
    return [concept.stems for concept in concepts_of(question, question_language(question), _STEMS) if concept.own]


def passage_signs(evidence: Evidence, kind: Kind | None = None) -> list[dict[str, float]]:
    """For each passage what tells those that hold the answer from the others, each about 0 to 1 or normalised over the passages."""
    wanted, topics = words_asked(evidence.query), topics_in(evidence.query)
    kind, head = kind or question_kind(evidence.query), head_of(evidence.query, wanted)
    ranks = _normal([passage.score for passage in evidence.passages])
    similar = _normal([passage.similarity for passage in evidence.passages])
    return [
        {"rank": float(ranks[n]), "similar": float(similar[n])}
        | _of_words(passage, wanted, topics, evidence.related)
        | _of_shape(passage, kind)
        | {"defines": float(kind == "definition" and is_defined(passage.text, head, wanted, passage.language))}
        for n, passage in enumerate(evidence.passages)
    ]


def _of_words(
    passage: Passage, wanted: Sequence[frozenset[str]], topics: Sequence[Topic], related: Sequence[str]
) -> dict[str, float]:
    named = {stem for text in (heading_of(passage), passage.title) for group in _STEMS.of_query(text) for stem in group}
    held = named | set(_STEMS.of_text(passage.text, passage.language).split())
    return {
        "heading": heading_fit(wanted, passage),
        "strays": float(_strays(passage, topics)),
        "words": share_held(wanted, held),
        "related": min(len(held.intersection(related)) / 8, 1.0),
        "related_heading": min(len(named.intersection(related)) / 4, 1.0),
    }


def _of_shape(passage: Passage, kind: Kind) -> dict[str, float]:
    heading = heading_of(passage)
    folded = fold(heading.lower())
    return {
        "same_kind": float(bool(heading) and kind != "other" and question_kind(heading) == kind),
        "code": float("```" in passage.text and kind in ("howto", "error")),
        "opens": float(not heading and kind == "definition"),
        "yes_or_no": float(kind in ("definition", "list") and bool(_YES_OR_NO.match(folded))),
        "leads_on": float(bool(_LEADS_ON.match(folded))),
    }


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = yaml.safe_load(files("agents.embedded").joinpath("likely.yaml").read_text(encoding="utf-8"))
    return weights


def _strays(passage: Passage, topics: Sequence[Topic]) -> bool:
    """Whether the question names topics and the passage is about none of them."""
    place = fold(f"{passage.path} {passage.title} {passage.section}".lower())
    return bool(topics) and not any(topic.key in place or mention(topic).search(place) for topic in topics)


def heading_fit(wanted: Sequence[frozenset[str]], passage: Passage) -> float:
    """0 to 1: F1 of the words of the heading (of the title, where there is none) and of the question."""
    heading = _STEMS.of_query(heading_of(passage) or passage.title)
    if not heading or not wanted:
        return 0.0
    shared = sum(_telling(group) for group in wanted if any(group & other for other in heading))
    return 2 * shared / (sum(map(_telling, wanted)) + sum(map(_telling, heading)))


def share_held(wanted: Sequence[frozenset[str]], present: set[str]) -> float:
    """Of the wanted words, the share that is among the stems present; words of any task count less than those of this one."""
    return sum(_telling(group) for group in wanted if group & present) / sum(map(_telling, wanted)) if wanted else 0.0


def _telling(group: frozenset[str]) -> float:
    return 0.35 if asks_for_any_task(group) else 1.0


def asks_for_any_task(stems: Iterable[str]) -> bool:
    """Whether these are stems of a word with which any task is asked for, such as "create" or "difference"."""
    return not _COMMON.isdisjoint(stems)


def heading_of(passage: Passage) -> str:
    """The innermost heading above a passage; empty where its page opens."""
    return passage.section.rsplit(" > ", 1)[-1]


def _normal(values: Sequence[float]) -> NDArray[np.float64]:
    spread = float(np.std(values))
    normal: NDArray[np.float64] = (np.array(values) - np.mean(values)) / spread if spread > 1e-9 else np.zeros(len(values))
    return normal
