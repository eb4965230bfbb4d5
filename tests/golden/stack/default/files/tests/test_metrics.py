"""The model is good enough to be released. Run after training, from the project's root: python -m pytest"""

import json
import math
from pathlib import Path

import pytest

METRICS = Path(__file__).parents[1] / "metrics.json"
AT_LEAST = {"accuracy": 0.8}
AT_MOST = {}


@pytest.fixture(scope="module")
def metrics() -> dict[str, float]:
    return json.loads(METRICS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*AT_LEAST, *AT_MOST])
def test_the_metric_was_measured(metrics, name):
    assert name in metrics, f"{METRICS.name} has only {sorted(metrics)}"
    assert math.isfinite(metrics[name])


@pytest.mark.parametrize(("name", "limit"), AT_LEAST.items())
def test_the_metric_is_high_enough(metrics, name, limit):
    assert metrics[name] >= limit
