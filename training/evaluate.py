"""Questions on pages that the training never saw: how often is one of their section's passages among the first five?"""

from collections.abc import Sequence

import numpy as np

from ingest import fold
from knowledge import Embedder, Vectors
from training.sections import LANGUAGES, Section

_DEPTH = 5
_UNMARKED = "pl without marks"
Figures = dict[str, dict[str, float]]


def measured(embedder: Embedder, found: Sequence[Section], *, kept_back: bool = True) -> Figures:
    """hit@5 and the mean reciprocal rank among the passages of *all* pages, by language of question and of passages."""
    asked = {language: _asked(found, language, kept_back) for language in LANGUAGES}
    asked[_UNMARKED] = [(number, fold(text)) for number, text in asked["pl"]]
    questions = {form: np.asarray([embedder.embed_query(text) for _, text in rows]) for form, rows in asked.items()}
    figures = {}
    for language in LANGUAGES:
        bank = [(number, text) for number, section in enumerate(found) for text in section.passages[language]]
        vectors = embedder.embed_passages([text for _, text in bank])
        owners = [number for number, _ in bank]
        for form, rows in asked.items():
            figures[f"{form} to {language}"] = _averages(questions[form] @ vectors.T, [number for number, _ in rows], owners)
    return figures


def _asked(found: Sequence[Section], language: str, kept_back: bool) -> list[tuple[int, str]]:
    sections = [(number, section) for number, section in enumerate(found) if section.kept_back == kept_back]
    return [(number, text) for number, section in sections for text in section.questions[language]]


def _averages(scores: Vectors, wanted: Sequence[int], owners: Sequence[int]) -> dict[str, float]:
    own = np.asarray(wanted)[:, None] == np.asarray(owners)[None, :]
    best = np.where(own, scores, -2).max(axis=1)
    ranks = 1 + (scores > best[:, None]).sum(axis=1)
    return {"hit@5": float((ranks <= _DEPTH).mean()), "MRR": float((1 / ranks).mean())}
