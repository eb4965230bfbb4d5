"""Fits when to refuse: writes agents/embedded/refusal.yaml from our own questions over the built-in knowledge.

Every question counts twice: over the pages as they are, and over the same pages made harder (see harder.py). Questions of a few
words join them, and, when that is there, our own questions on tool documentation: fitted to our pages alone, four of ten good
answers over other people's documents were refused. The questions for development are only checked against.
"""

import argparse
import sys

import numpy as np

from benchmarks.harder import harder_home
from benchmarks.homes import built_in, home_for
from benchmarks.logistic import Fitted, Floats, Integers, area_under_curve, cross_validated, fit
from benchmarks.questions import ROOT, short_questions
from benchmarks.refusal import CHECK, OURS, curve, sets_to_judge, signs_and_truth, threshold_for

# Nearness counts beside length, because a short question lies nearer to any passage, and beside its lead over the other passages,
# because a question lies nearer to pages of its own language. With the nearness alone, the check below falls from AUC 0.96 to 0.91.
SIGNS = ("best", "margin", "length", "coverage", "absent", "agreement", "unheard")
_CERTAIN = "silent"  # refused whatever the others say, so it takes no part in the fit
_PENALTIES = (0.1, 0.3, 1.0, 3.0, 10.0)
_MOST_FALSE_REFUSALS = 0.023  # of all that is fitted to; other documentation sees twice as many, and 5 in a hundred are promised
_TARGET = ROOT / "agents" / "embedded" / "refusal.yaml"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit_refusal", description=__doc__)
    parser.add_argument("--check-only", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    own, *others = sets_to_judge()
    fitted_on = [(own, built_in()), (own, harder_home()), (short_questions(), built_in())]
    fitted_on += [(other, home_for(other)) for other in others if other.name == OURS]
    variants = [signs_and_truth(found, home, (*SIGNS, _CERTAIN)) for found, home in fitted_on]
    signs, truth = (np.concatenate(parts) for parts in zip(*variants, strict=True))
    signs, certain = signs[:, :-1], signs[:, -1]
    # The same question is in several sets, and in one fold with itself.
    numbers = {question.id: n for n, question in enumerate(question for found, _ in fitted_on for question in found.questions)}
    question = np.array([numbers[question.id] for found, _ in fitted_on for question in found.questions])
    penalty, likely = _best_penalty(signs, truth, question)
    threshold = threshold_for(likely, truth, _MOST_FALSE_REFUSALS)
    fitted = fit(signs, truth, penalty)
    print(f"{len(numbers)} questions, ours over two variants of the pages, 5-fold cross-validation, penalty {penalty:g}")
    _show(np.maximum(likely, certain), truth, threshold)
    for name, weight, alone in zip(SIGNS, fitted.weights, signs.T, strict=True):
        print(f"  {name:12} {weight:8.3f}   alone: AUC {area_under_curve(alone, truth):.3f}")
    for other in (other for other in others if other.name == CHECK):
        print(f"check, not fitted: {other.title}")
        others_signs, others_truth = signs_and_truth(other, home_for(other), (*SIGNS, _CERTAIN))
        _show(np.maximum(fitted.likelihood(others_signs[:, :-1]), others_signs[:, -1]), others_truth, threshold)
    if not arguments.check_only:
        _TARGET.write_text(_as_yaml(fitted, threshold), encoding="utf-8")
        print(f"written: {_TARGET.relative_to(ROOT)}")
    return 0


def _best_penalty(signs: Floats, truth: Floats, question: Integers) -> tuple[float, Floats]:
    tried = {penalty: cross_validated(signs, truth, question, penalty) for penalty in _PENALTIES}
    best = max(tried, key=lambda penalty: area_under_curve(tried[penalty], truth))
    return best, tried[best]


def _show(likely: Floats, truth: Floats, threshold: float) -> None:
    refused = np.array([(likely[truth == value] > threshold).mean() for value in (1.0, 0.0)])
    print(f"  AUC {area_under_curve(likely, truth):.3f}; at threshold {threshold:.4f}: ", end="")
    print(f"refused {refused[0]:.3f} of the unanswerable, {refused[1]:.3f} of the answerable")
    for point in curve(likely, truth):
        print("  false refusals {false_refusal:.3f}   refused {refused:.3f}   threshold {threshold:.4f}".format(**point))


def _as_yaml(fitted: Fitted, threshold: float) -> str:
    lines = ["# Fitted by benchmarks/fit_refusal.py; see docs/benchmarks.md for the curve.", f"threshold: {threshold:.4f}"]
    lines += [f"intercept: {fitted.intercept:.4f}", "weights:"]
    return "\n".join([*lines, *(f"  {name}: {weight:.4f}" for name, weight in zip(SIGNS, fitted.weights, strict=True))]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
