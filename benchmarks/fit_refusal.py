"""Fits when to refuse: writes agents/embedded/refusal.yaml from our own questions over the built-in knowledge.

The questions for development are only checked against afterwards, never fitted to.
"""

import argparse
import sys

import numpy as np

from benchmarks.logistic import Fitted, Floats, area_under_curve, cross_validated, fit
from benchmarks.questions import ROOT, question_sets
from benchmarks.refusal import curve, signs_and_truth, threshold_for

_PENALTIES = (0.1, 0.3, 1.0, 3.0, 10.0)
_MOST_FALSE_REFUSALS = 0.03
_TARGET = ROOT / "agents" / "embedded" / "refusal.yaml"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit_refusal", description=__doc__)
    parser.add_argument("--check-only", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    own, *others = question_sets()
    signs, truth, names = signs_and_truth(own)
    penalty, likely = _best_penalty(signs, truth)
    threshold = threshold_for(likely, truth, _MOST_FALSE_REFUSALS)
    fitted = fit(signs, truth, penalty)
    print(f"{own.title}: {len(truth)} questions, 5-fold cross-validation, penalty {penalty:g}")
    _show(likely, truth, threshold)
    for name, weight, alone in zip(names, fitted.weights, signs.T, strict=True):
        print(f"  {name:12} {weight:8.3f}   alone: AUC {area_under_curve(alone, truth):.3f}")
    for other in others:
        if any(not question.answerable for question in other.questions):
            print(f"{other.title}: check")
            other_signs, other_truth, _ = signs_and_truth(other)
            _show(fitted.likelihood(other_signs), other_truth, threshold)
    if not arguments.check_only:
        _TARGET.write_text(_as_yaml(fitted, names, threshold), encoding="utf-8")
        print(f"written: {_TARGET.relative_to(ROOT)}")
    return 0


def _best_penalty(signs: Floats, truth: Floats) -> tuple[float, Floats]:
    tried = {penalty: cross_validated(signs, truth, penalty) for penalty in _PENALTIES}
    best = max(tried, key=lambda penalty: area_under_curve(tried[penalty], truth))
    return best, tried[best]


def _show(likely: Floats, truth: Floats, threshold: float) -> None:
    refused = np.array([(likely[truth == value] > threshold).mean() for value in (1.0, 0.0)])
    print(f"  AUC {area_under_curve(likely, truth):.3f}; at threshold {threshold:.4f}: ", end="")
    print(f"refused {refused[0]:.3f} of the unanswerable, {refused[1]:.3f} of the answerable")
    for point in curve(likely, truth):
        print("  false refusals {false_refusal:.3f}   refused {refused:.3f}   threshold {threshold:.4f}".format(**point))


def _as_yaml(fitted: Fitted, names: list[str], threshold: float) -> str:
    lines = ["# Fitted by benchmarks/fit_refusal.py; see docs/benchmarks.md for the curve.", f"threshold: {threshold:.4f}"]
    lines += [f"intercept: {fitted.intercept:.4f}", "weights:"]
    return "\n".join([*lines, *(f"  {name}: {weight:.4f}" for name, weight in zip(names, fitted.weights, strict=True))]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
