"""Queries that Prometheus would not parse."""

import json
import re
from pathlib import Path

import pytest

from generators.checks import promql

GOOD = """groups:
  - name: a
    rules:
      - alert: Slow
        expr: |-
          histogram_quantile(0.95,
            sum by (le) (rate(http_seconds_bucket{job="a"}[5m]))) > 0.5
"""

BROKEN = [
    ("[5m]", "", "expected type"),
    (")) > 0.5", " > 0.5", "."),
    ("histogram_quantile(", "histogram_quantle(", "histogram_quantle"),
    ('job="a"', "job=a", "."),
]


def faults(folder: Path, path: str, text: str) -> list[str]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    assert promql.wants(path, text), f"promql does not want {path}"
    return [problem.message for problem in promql.check(folder, [path])]


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, "rules.yml", GOOD) == []


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_file_is_told_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert re.search(said, "\n".join(faults(tmp_path, "rules.yml", GOOD.replace(old, new, 1))))


@pytest.mark.parametrize(
    ("expr", "fine"),
    [
        ("rate(a_total[$__rate_interval])", True),
        ('rate(a_total{job=~"$job"}[${__rate_interval}])', True),
        ("increase(a_total[$window])", True),
        ("rate(a_total[$__rate_interval)", False),
        ("sum(a_total", False),
    ],
)
def test_a_query_of_a_dashboard_may_use_its_variables(tmp_path: Path, expr: str, fine: bool) -> None:
    text = json.dumps({"panels": [{"targets": [{"expr": expr}]}]})
    assert (faults(tmp_path, "dashboard.json", text) == []) == fine
