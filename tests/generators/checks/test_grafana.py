"""Dashboards that Grafana would show wrongly."""

import re
from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import grafana

GOOD = """{
  "uid": "a", "title": "A", "schemaVersion": 39, "refresh": "30s",
  "templating": {"list": [{"name": "datasource", "type": "datasource"}, {"name": "model", "type": "query"}]},
  "panels": [
    {"id": 1, "type": "timeseries", "title": "one", "gridPos": {"h": 8, "w": 12, "x": 0, "y": 0},
     "datasource": {"type": "prometheus", "uid": "${datasource}"},
     "fieldConfig": {"defaults": {"unit": "s", "thresholds": {"mode": "absolute", "steps": [{"color": "green", "value": null}, {"color": "red", "value": 1}]}}, "overrides": []},
     "targets": [{"refId": "A", "expr": "up{model=~\\"$model\\"}[$__rate_interval]"}]},
    {"id": 2, "type": "stat", "title": "two", "gridPos": {"h": 8, "w": 12, "x": 12, "y": 0}, "targets": [{"refId": "A", "expr": "up"}]}
  ]
}
"""

BROKEN = [
    ('"id": 2', '"id": 1', "has the id 1"),
    ('"x": 12', '"x": 6', "lies over 'one'"),
    ('"w": 12, "x": 12', '"w": 13, "x": 12', "beyond the 24 columns"),
    ('"type": "stat"', '"type": "stats"', "stats"),
    ('"absolute"', '"absolut"', "absolut"),
    ('"value": 1}', '"value": null}', "do not rise"),
    ("gridPos", "gridpos", "gridpos"),
    ('"name": "model"', '"name": "modle"', "no variable is called \\$model"),
    ('"targets": [{"refId": "A", "expr": "up"}]', '"targets": []', "has no query"),
    ('"schemaVersion": 39', '"schemaVersion": "39"', "schemaVersion"),
    ('"refresh": "30s"', '"refresh": "30 s"', "refresh"),
    ('"uid": "a"', '"uid": "a b"', "uid"),
    ('"title": "A",', '"title": "A"', "is not JSON"),
]


def faults(folder: Path, path: str, text: str) -> list[str]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    assert grafana.wants(path, text), f"grafana does not want {path}"
    return [problem.message for problem in grafana.check(folder, [path])]


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, "dashboard.json", GOOD) == []


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_file_is_told_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert re.search(said, "\n".join(faults(tmp_path, "dashboard.json", GOOD.replace(old, new, 1))))


# Broken only in PromQL, which promql-parser judges.
UNSEEN = {"broken_promql"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("apiVersion: 1\ndatasources:\n  - name: P\n    type: prometheus\n    url: http://p:9090\n", None),
        ("apiVersion: 1\ndatasources:\n  - name: P\n    url: http://p:9090\n", "type"),
        ("apiVersion: 1\ndatasources:\n  - name: P\n    type: prometheus\n    acess: proxy\n", "acess"),
        ("apiVersion: 1\nproviders:\n  - name: d\n    options: {path: /x}\n", None),
        ("apiVersion: 1\nproviders:\n  - name: d\n    options: {pth: /x}\n", "path"),
    ],
)
def test_provisioning_is_judged_too(tmp_path: Path, text: str, said: str | None) -> None:
    found = faults(tmp_path, "default.yaml", text)
    assert bool(found) == bool(said) and (said is None or said in "".join(found))


@pytest.mark.parametrize("sample", shared_samples("grafana", "*.json"))
def test_the_shared_samples_are_judged_right(tmp_path: Path, sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    if not grafana.wants(sample.name, text) or sample.stem in UNSEEN:
        return
    assert (faults(tmp_path, sample.name, text) == []) == ("broken" not in sample.stem)
