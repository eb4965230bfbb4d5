"""What is particular to dashboards: queries, thresholds, variables and the grid."""

import json
from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import generate, load, validated


def made(**options: Any) -> dict[str, Any]:
    (file,) = generate("grafana", {"parts": ["dashboard"], **options}).files
    assert file.passed, file.checks
    dashboard: dict[str, Any] = json.loads(file.content)
    return dashboard


def panels(*wanted: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    return made(panels=list(wanted), **options)["panels"]


def queries(panel: dict[str, Any]) -> list[str]:
    return [target["expr"] for target in panel["targets"]]


def steps(panel: dict[str, Any]) -> list[tuple[str, float | None]]:
    return [(step["color"], step["value"]) for step in panel["fieldConfig"]["defaults"]["thresholds"]["steps"]]


def test_the_data_source_is_always_a_variable() -> None:
    dashboard = made()
    assert {panel["datasource"]["uid"] for panel in dashboard["panels"]} == {"${datasource}"}
    assert [variable["type"] for variable in dashboard["templating"]["list"]] == ["datasource", "query"]


@pytest.mark.parametrize(
    ("panel", "expected"),
    [
        ({"metric": "model_feature_psi", "by": "feature"}, ["max by (feature) (model_feature_psi)"]),
        ({"metric": "queue_length"}, ["queue_length"]),
        ({"metric": "jobs_total"}, ["sum(rate(jobs_total[$__rate_interval]))"]),
        ({"metric": "jobs_total", "by": "queue"}, ["sum by (queue) (rate(jobs_total[$__rate_interval]))"]),
        (
            {"metric": "wait_seconds_bucket", "percentiles": [95]},
            ["histogram_quantile(0.95, sum by (le) (rate(wait_seconds_bucket[$__rate_interval])))"],
        ),
        (
            {"about": "latency", "metric": "wait_seconds", "percentiles": [50], "by": "model"},
            ["histogram_quantile(0.5, sum by (le, model) (rate(wait_seconds_bucket[$__rate_interval])))"],
        ),
        (
            {"about": "latency", "metric": "wait_seconds", "type": "heatmap"},
            ["sum by (le) (increase(wait_seconds_bucket[$__rate_interval]))"],
        ),
    ],
)
def test_a_query_follows_from_the_metric(panel: dict[str, Any], expected: list[str]) -> None:
    assert queries(panels(panel)[0]) == expected


def test_variables_narrow_every_query() -> None:
    (panel,) = panels({"about": "errors"}, variables=["model", "job"])
    assert queries(panel)[0].count('{model=~"$model", job=~"$job"') == 2


@pytest.mark.parametrize(
    ("limits", "below", "expected"),
    [
        ([0.2], False, [("green", None), ("red", 0.2)]),
        ([0.8], True, [("red", None), ("green", 0.8)]),
        ([0.7, 0.9], False, [("green", None), ("orange", 0.7), ("red", 0.9)]),
        ([0.7, 0.9], True, [("red", None), ("orange", 0.7), ("green", 0.9)]),
    ],
)
def test_red_stands_for_the_bad_side(limits: list[float], below: bool, expected: list[tuple[str, float | None]]) -> None:
    (panel,) = panels({"metric": "model_auc", "thresholds": limits, "below": below})
    assert steps(panel) == expected


def test_small_panels_come_first_and_nothing_overlaps() -> None:
    found = panels({"about": "latency"}, {"about": "age"}, {"about": "errors"}, {"about": "up"})
    assert [panel["type"] for panel in found] == ["stat", "stat", "timeseries", "timeseries"]
    assert [panel["gridPos"]["x"] for panel in found] == [0, 6, 12, 0]


def test_a_title_is_data_and_never_structure() -> None:
    title = 'A "quoted" \\ title {{ x }} ${HOME}'
    assert made(title=title)["title"] == title


def test_a_configmap_holds_the_same_dashboard() -> None:
    (file,) = generate("grafana", {"parts": ["configmap"], "title": "Zużycie GPU"}).files
    found = yaml.safe_load(file.content)
    assert found["metadata"]["labels"] == {"grafana_dashboard": "1"} and file.passed, file.checks
    assert json.loads(found["data"]["zuzycie-gpu.json"]) == made(title="Zużycie GPU")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"panels": [{}]}, "name of a metric"),
        ({"panels": [{"about": "drift", "thresholds": [0.5, 0.2]}]}, "must rise"),
        ({"panels": [{"metric": "a b"}]}, "metric name"),
        ({"range": "a week"}, "time of Grafana"),
        ({"title": "a\nb"}, "single line"),
        ({"variables": ["a-b"]}, "label name"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(BadOption, match=said):
        validated(load("grafana"), options)
