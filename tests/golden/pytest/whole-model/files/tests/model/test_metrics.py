"""The model is good enough to be released. Run after training, from the project's root: python -m pytest"""

import json
import math
from pathlib import Path

import pytest

METRICS = Path(__file__).parents[2] / "reports/metrics.json"
BASELINE = Path(__file__).parents[2] / "reports/production.json"
# How much worse than the model in production is still noise.
MARGIN = 0.01
AT_LEAST = {"roc_auc": 0.8}
AT_MOST = {"log_loss": 0.45}


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


@pytest.mark.parametrize(("name", "limit"), AT_MOST.items())
def test_the_metric_is_low_enough(metrics, name, limit):
    assert metrics[name] <= limit


@pytest.mark.parametrize("name", [*AT_LEAST, *AT_MOST])
def test_the_model_is_not_worse_than_the_baseline(metrics, name):
    known = json.loads(BASELINE.read_text(encoding="utf-8"))[name]
    worse_by = known - metrics[name] if name in AT_LEAST else metrics[name] - known
    assert worse_by <= MARGIN
