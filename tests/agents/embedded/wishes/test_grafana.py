"""Requests for Grafana dashboards, as people type them."""

import pytest

from agents.embedded.wishes import read_options, read_wish
from errors import BadOption
from generators import load, validated

CASES = [
    ('Grafana dashboard called "Drift watch": a time series of PSI per feature (metric model_feature_psi, label feature), a stat panel with model_accuracy, a red threshold at 0.3 on the PSI panel, last 14 days',
     {'title': 'Drift watch',
      'panels': [{'about': 'metric',
                  'metric': 'model_feature_psi',
                  'type': 'timeseries',
                  'by': 'feature',
                  'thresholds': [0.3]},
                 {'about': 'metric', 'metric': 'model_accuracy', 'type': 'stat'}],
      'range': '14d',
      'parts': ['dashboard']}),
    ("dashboard grafany o nazwie 'Scoring': wykres p95 i p99 opoznien z http_request_duration_seconds_bucket, stat z liczba zapytan na sekunde, gauge zuzycia gpu, zakres ostatnie 24 godziny, odswiezanie co 10 sekund",
     {'title': 'Scoring',
      'panels': [{'about': 'metric',
                  'metric': 'http_request_duration_seconds_bucket',
                  'type': 'timeseries',
                  'percentiles': [95, 99]},
                 {'about': 'requests', 'type': 'stat'}, {'about': 'gpu', 'type': 'gauge'}],
      'range': '24h',
      'refresh': '10s',
      'parts': ['dashboard']}),
    ('grafana dashboard json for fastapi model: requests per second, error rate, latency heatmap, refresh every minute',
     {'panels': [{'about': 'requests'}, {'about': 'errors'}, {'about': 'latency', 'type': 'heatmap'}],
      'refresh': '1m',
      'parts': ['dashboard']}),
    ('Zrób dashboard w Grafanie pt. "Churn API" z panelami: ruch, błędy, opóźnienia p50/p95, wiek modelu; zmienne namespace i pod',
     {'title': 'Churn API',
      'panels': [{'about': 'requests'}, {'about': 'errors'}, {'about': 'latency', 'percentiles': [50, 95]},
                 {'about': 'age'}],
      'variables': ['namespace', 'pod'],
      'parts': ['dashboard']}),
    ('provisioning grafany: datasource prometheus http://prom:9090 i folder "MLOps"',
     {'parts': ['provisioning'], 'folder': 'MLOps', 'prometheus': 'http://prom:9090'}),
    ('grafana dashboard: table of predictions_total by model, pie chart of predictions by class, tags ml, churn',
     {'panels': [{'about': 'metric', 'metric': 'predictions_total', 'type': 'table', 'by': 'model'},
                 {'about': 'predictions', 'type': 'piechart', 'by': 'label'}],
      'tags': ['ml', 'churn'],
      'parts': ['dashboard']}),
    ('dashboard with a gauge of disk usage with thresholds 70% and 90%, title Node disks',
     {'title': 'Node disks',
      'panels': [{'about': 'disk', 'type': 'gauge', 'thresholds': [0.7, 0.9]}],
      'parts': ['dashboard']}),
    ('Dashboard Grafany jako ConfigMap dla sidecara, namespace observability',
     {'parts': ['configmap'], 'namespace': 'observability'}),
    ('dashboard grafana: timeseries dla metryki inference_queue_length z progiem 100, stat gpu_memory_used_bytes',
     {'panels': [{'about': 'metric', 'metric': 'inference_queue_length', 'type': 'timeseries', 'thresholds': [100.0]},
                 {'about': 'metric', 'metric': 'gpu_memory_used_bytes', 'type': 'stat'}],
      'parts': ['dashboard']}),
    ('zmien zakres na 30 dni i dodaj heatmape latency',
     {'panels': [{'about': 'latency', 'type': 'heatmap'}], 'range': '30d'}),
    ('dashboard with a template variable for model and a bar chart of predictions per version',
     {'panels': [{'about': 'predictions', 'type': 'barchart', 'by': 'version'}],
      'variables': ['model'],
      'parts': ['dashboard']}),
    ('dashboard: accuracy jako gauge, czerwony prog ponizej 0.8, uid churn-quality',
     {'panels': [{'about': 'accuracy', 'type': 'gauge', 'thresholds': [0.8], 'below': True}],
      'uid': 'churn-quality',
      'parts': ['dashboard']}),
    ('dashboard w grafanie dla pamieci i cpu, odswiezaj co 5 minut',
     {'panels': [{'about': 'memory'}, {'about': 'cpu'}], 'refresh': '5m', 'parts': ['dashboard']}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("grafana", message)
    validated(load("grafana"), read)
    assert read == expected


def test_an_impossible_value_is_refused_by_name() -> None:
    read = read_options("grafana", 'dashboard, uid "not a uid!", latency')
    with pytest.raises(BadOption, match="uid"):
        validated(load("grafana"), read)


def test_a_second_turn_adds_a_panel() -> None:
    wish = read_wish(["grafana dashboard: error rate, requests per second", "dodaj jeszcze panel z dryfem, zakres 7 dni"])
    assert wish is not None and wish.kinds == ["grafana"]
    assert [panel["about"] for panel in wish.options["panels"]] == ["errors", "requests", "drift"]
    assert wish.options["range"] == "7d"
