"""Whether the library has an answer at all, judged on several signs together: one score alone cannot tell."""

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from agents.embedded.likely import asks_for_any_task
from agents.embedded.passage import Evidence
from knowledge import question_language

_SILENT = 0.1


@dataclass(frozen=True)
class _Model:
    threshold: float
    intercept: float
    weights: dict[str, float]


def lacks_answer(evidence: Evidence) -> bool:
    """True when the passages are unlikely to answer the question."""
    return doubt(evidence) > _model().threshold


def doubt(evidence: Evidence) -> float:
    """The likelihood, 0 to 1, that the library has no answer; logistic, with weights fitted by `benchmarks/fit_refusal.py`."""
    if not evidence.passages:
        return 1.0
    model = _model()
    signs = signs_of(evidence)
    if signs["silent"]:
        return 1.0
    total = model.intercept + sum(weight * signs[name] for name, weight in model.weights.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def signs_of(evidence: Evidence) -> dict[str, float]:
    """What tells an answered question from an unanswered one, each about 0 to 1. There has to be a passage."""
    passages = evidence.passages
    similar = sorted((p.similarity for p in passages), reverse=True)
    lexical = sorted((p.lexical for p in passages), reverse=True)
    words = max(len(evidence.query.split()), 1)
    return {
        "best": similar[0],
        "margin": similar[0] - sum(similar) / len(similar),
        "first": passages[0].similarity,
        "coverage": evidence.coverage,
        "absent": evidence.absent,
        "agreement": evidence.agreement,
        "unknown": min(len(evidence.unknown) / words, 1.0),
        # An English word that the whole library does not have is mostly the name of what it does not cover. Of a Polish one it may
        # just lack that ending.
        "unheard": float(
            any(not asks_for_any_task([stem]) for stem in evidence.unknown) and question_language(evidence.query) == "en"
        ),
        # Hardly a word of the question is in the passages, and the two rankings found nothing in common.
        "silent": float(evidence.coverage <= _SILENT and evidence.agreement <= _SILENT),
        "lexical": math.log1p(max(lexical[0], 0.0)) / 4,
        "length": math.log1p(words) / 4,
    }


@cache
def _model() -> _Model:
    return _Model(**yaml.safe_load(files("agents.embedded").joinpath("refusal.yaml").read_text(encoding="utf-8")))
