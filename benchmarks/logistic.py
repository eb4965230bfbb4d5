"""Logistic regression with an L2 penalty, by Newton's method: small enough to need no package."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
_STEPS = 50
_SEED = 7


@dataclass(frozen=True)
class Fitted:
    """Weights in the units of the signs themselves."""

    weights: Floats
    intercept: float

    def likelihood(self, signs: Floats) -> Floats:
        """Of each row, 0 to 1."""
        likelihood: Floats = 1 / (1 + np.exp(-np.clip(signs @ self.weights + self.intercept, -30, 30)))
        return likelihood


def fit(signs: Floats, truth: Floats, penalty: float) -> Fitted:
    """The weights under which the truth (0 or 1 a row) is likeliest; both truths weigh the same, however many rows they have."""
    middle, spread = signs.mean(axis=0), np.maximum(signs.std(axis=0), 1e-9)
    rows = np.column_stack([(signs - middle) / spread, np.ones(len(signs))])
    share = truth.mean()
    weight = np.where(truth > 0, 0.5 / share, 0.5 / (1 - share))
    ridge = np.diag([penalty] * signs.shape[1] + [0.0])
    beta = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(rows @ beta, -30, 30)))
        slope = rows.T @ (weight * (truth - likely)) - ridge @ beta
        bend = (rows * (weight * likely * (1 - likely))[:, None]).T @ rows + ridge
        step = np.linalg.solve(bend, slope)
        beta += step
        if np.abs(step).max() < 1e-9:
            break
    weights = beta[:-1] / spread
    return Fitted(weights, float(beta[-1] - weights @ middle))


def cross_validated(signs: Floats, truth: Floats, question: Integers, penalty: float, folds: int = 5) -> Floats:
    """Each row's likelihood by a model that has seen no row of the same question; both truths are spread evenly over the folds."""
    questions, first = np.unique(question, return_index=True)
    fold_of = np.zeros(len(questions), dtype=np.int64)
    random = np.random.default_rng(_SEED)
    for value in (0.0, 1.0):
        rows = random.permutation(np.flatnonzero(truth[first] == value))
        fold_of[rows] = np.arange(len(rows)) % folds
    fold = fold_of[np.searchsorted(questions, question)]
    likely = np.zeros(len(truth))
    for number in range(folds):
        held = fold == number
        likely[held] = fit(signs[~held], truth[~held], penalty).likelihood(signs[held])
    return likely


def area_under_curve(likely: Floats, truth: Floats) -> float:
    """The chance that a row of truth 1 is found likelier than one of truth 0."""
    yes, no = likely[truth > 0][:, None], likely[truth == 0][None, :]
    return float(((yes > no) + 0.5 * (yes == no)).mean())
