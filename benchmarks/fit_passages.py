"""Fits which passage is likely to hold the answer: writes agents/embedded/likely.yaml.

Our own questions count twice, over the built-in pages and over the same made harder (see harder.py); our own on tool documentation
join when that is there, because our pages all name their tool, which other people's do not. Ten weights are too few to learn
questions by heart, and what is shown is cross-validated. The questions for development are only checked against. A passage is
right when it is of a gold page and none of these holds more.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agents import Evidence, passage_signs
from benchmarks.harder import harder_home
from benchmarks.homes import built_in, home_for
from benchmarks.logistic import Floats
from benchmarks.questions import ROOT, Question, QuestionSet
from benchmarks.refusal import CHECK, OURS, evidence_for, sets_to_judge

# Set by hand, because too few questions meet them: "Is Helm safe?" does not say what Helm is, and "What next?" repeats all words
# of its page and answers nothing. A passage that says what the thing is tells a newcomer more than one that uses it.
_BY_HAND = {"yes_or_no": -0.8, "leads_on": -2.5, "defines": 2.5}
_SIGNS = ("rank", "similar", "heading", "strays", "words", "related", "related_heading", "same_kind", "code", "opens")
_PENALTY = 8.0
_STEPS, _RATE = 400, 0.5
_FOLDS = 5
_TARGET = ROOT / "agents" / "embedded" / "likely.yaml"


@dataclass(frozen=True)
class Choice:
    """The passages of one question: a row of signs for each, and 1 for those that are right."""

    question: str
    signs: Floats
    right: Floats


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit_passages", description=__doc__)
    parser.add_argument("--check-only", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    own, *others = sets_to_judge()
    groups = [(own.title, _choices(own, built_in())), ("the same made harder", _choices(own, harder_home()))]
    groups += [(other.title, _choices(other, home_for(other))) for other in others if other.name == OURS]
    choices = [choice for _, group in groups for choice in group]
    hits = _cross_validated(choices)
    for title, group in groups:
        found, hits = np.mean(hits[: len(group)]), hits[len(group) :]
        print(f"right passage first, {title}: {found:.3f}, by rank alone {_right_first(group, np.eye(len(_SIGNS))[0]):.3f}")
    fitted = fit(choices)
    for other in (other for other in others if other.name == CHECK):
        print(f"right passage first, not fitted, {other.title}: {_right_first(_choices(other, home_for(other)), fitted):.3f}")
    if not arguments.check_only:
        _TARGET.write_text(_as_yaml(fitted), encoding="utf-8")
        print(f"written: {_TARGET.relative_to(ROOT)}")
    return 0


def _choices(found: QuestionSet, home: Path) -> list[Choice]:
    gathered = zip(found.questions, evidence_for(found, home), strict=True)
    choices = [_choice(question, evidence) for question, evidence in gathered if question.answerable and evidence.passages]
    return [choice for choice in choices if choice.right.any()]


def _choice(question: Question, evidence: Evidence) -> Choice:
    rows = [[signs[name] for name in _SIGNS] for signs in passage_signs(evidence)]
    held = np.array([_facts_held(question, p.text) if p.path in question.gold else -1 for p in evidence.passages])
    return Choice(question.id, np.array(rows), (held == max(held.max(), 0)).astype(np.float64))


def _facts_held(question: Question, text: str) -> int:
    return sum(bool(re.search(fact, text, re.I)) for fact in question.facts)


def fit(choices: Sequence[Choice]) -> Floats:
    """The weights of a softmax under which the right passages are likeliest, by gradient ascent."""
    weights = np.zeros(len(_SIGNS))
    for _ in range(_STEPS):
        slope = -_PENALTY * weights
        for choice in choices:
            likely = _softmax(choice.signs @ weights)
            right = likely * choice.right
            slope += choice.signs.T @ (right / right.sum() - likely)
        weights += _RATE * slope / len(choices)
    return weights


def _softmax(totals: Floats) -> Floats:
    raised = np.exp(totals - totals.max())
    likely: Floats = raised / raised.sum()
    return likely


def _cross_validated(choices: Sequence[Choice]) -> list[float]:
    """For each question, 1 when its likeliest passage is right, by weights that have not seen the question."""
    fold_of = {question: n % _FOLDS for n, question in enumerate(sorted({choice.question for choice in choices}))}
    weights = [fit([choice for choice in choices if fold_of[choice.question] != fold]) for fold in range(_FOLDS)]
    return [_right_first([choice], weights[fold_of[choice.question]]) for choice in choices]


def _right_first(choices: Sequence[Choice], weights: Floats) -> float:
    return float(np.mean([choice.right[np.argmax(choice.signs @ weights)] for choice in choices]))


def _as_yaml(weights: Floats) -> str:
    lines = ["# Fitted by benchmarks/fit_passages.py, but for the last three, which are set by hand there."]
    lines += [f"{name}: {weight:.3f}" for name, weight in zip(_SIGNS, weights, strict=True)]
    return "\n".join([*lines, *(f"{name}: {weight}" for name, weight in _BY_HAND.items())]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
