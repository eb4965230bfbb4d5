"""The trained model behaves sensibly, whatever its score. Run after training, from the project's root: python -m pytest"""

from pathlib import Path
from time import perf_counter

import joblib
import numpy as np
import pandas as pd
import pytest

MODEL = Path(__file__).parents[2] / "models/churn.joblib"
# A typical row. Each test changes one value of it.
ROW = {
    "age": 40.0,
    "income": 52000.5,
}


@pytest.fixture(scope="module")
def model():
    return joblib.load(MODEL)


@pytest.fixture
def rows(model):
    return pd.DataFrame([ROW] * 8)


def score(model, **changes) -> float:
    """What the model says of the typical row with these changes: a probability where it has one."""
    rows = pd.DataFrame([{**ROW, **changes}])
    return float(model.predict_proba(rows)[0, -1] if hasattr(model, "predict_proba") else model.predict(rows)[0])


def test_every_row_gets_an_answer(model, rows):
    assert len(model.predict(rows)) == len(rows)


def test_the_same_rows_get_the_same_answers(model, rows):
    np.testing.assert_array_equal(model.predict(rows), model.predict(rows))


def test_probabilities_add_up_to_1(model, rows):
    if not hasattr(model, "predict_proba"):
        pytest.skip("this model gives no probabilities")
    probabilities = model.predict_proba(rows)
    assert ((probabilities >= 0) & (probabilities <= 1)).all()
    np.testing.assert_allclose(probabilities.sum(axis=1), 1.0)


@pytest.mark.parametrize("feature", ["income"])
def test_more_of_it_does_not_lower_the_score(model, feature):
    assert score(model, **{feature: ROW[feature] + abs(ROW[feature]) + 1}) >= score(model)


@pytest.mark.parametrize("feature", ["age"])
def test_it_does_not_matter(model, feature):
    assert score(model, **{feature: ROW[feature] + 1}) == pytest.approx(score(model), abs=1e-6)


def test_one_answer_is_fast_enough(model, rows):
    model.predict(rows[:1])
    times = []
    for _ in range(20):
        start = perf_counter()
        model.predict(rows[:1])
        times.append(perf_counter() - start)
    assert sorted(times)[len(times) // 2] * 1000 <= 50
