"""Requests for rules, scrape configurations and Alertmanager routes, as people type them."""

import pytest

from agents.embedded.wishes import read_options, read_wish
from errors import BadOption
from generators import load, validated

CASES = [
    ('prometheus alerting rule: notify when fraud-api is down for 3 minutes, critical',
     {'name': 'fraud-api', 'alerts': [{'about': 'down', 'hold': '3m', 'severity': 'critical'}], 'parts': ['alerts']}),
    ('make it 90 seconds and severity page',
     {'hold': '90s', 'severity': 'page'}),
    ('prometheus.yml that scrapes fraud-api:9000 every 10s and node exporter at node:9100 every 30s',
     {'name': 'fraud-api',
      'jobs': [{'name': 'fraud-api', 'targets': ['fraud-api:9000'], 'interval': '10s'},
               {'name': 'node', 'targets': ['node:9100'], 'interval': '30s'}],
      'exporters': ['node-exporter'],
      'parts': ['scrape']}),
    ('daj prometheus.yml dla titles:7000 i node-exporter:9100, scrape co 15 sekund',
     {'name': 'titles',
      'jobs': [{'name': 'titles', 'targets': ['titles:7000']}, {'name': 'node', 'targets': ['node-exporter:9100']}],
      'exporters': ['node-exporter'],
      'interval': '15s',
      'parts': ['scrape']}),
    ('Prometheus scrape config for pods in kubernetes namespace ml that have the prometheus.io/scrape annotation',
     {'discovery': ['kubernetes'], 'namespaces': ['ml'], 'parts': ['scrape']}),
    ('reguły alertów dla modelu churn: p95 latency powyżej 500 ms przez 10 minut (warning), error rate powyżej 5% przez 5 minut (critical), PSI powyżej 0.25',
     {'name': 'churn',
      'alerts': [{'about': 'latency', 'over': 0.5, 'hold': '10m', 'severity': 'warning', 'percentile': 95},
                 {'about': 'errors', 'over': 0.05, 'hold': '5m', 'severity': 'critical'},
                 {'about': 'drift', 'over': 0.25}],
      'parts': ['alerts']}),
    ('alert rules: model_accuracy < 0.8 for 15m warning, gpu utilization below 10% for 1h info, disk usage over 85%',
     {'alerts': [{'about': 'metric',
                  'over': 0.8,
                  'hold': '15m',
                  'severity': 'warning',
                  'metric': 'model_accuracy',
                  'below': True},
                 {'about': 'gpu', 'over': 0.1, 'hold': '1h', 'severity': 'info', 'below': True},
                 {'about': 'disk', 'over': 0.85}],
      'parts': ['alerts']}),
    ('regula alertu: p99 opoznienia serwisu scoring-api powyzej 2 sekund przez kwadrans, krytyczny',
     {'name': 'scoring-api',
      'alerts': [{'about': 'latency', 'over': 2, 'hold': '15m', 'severity': 'critical', 'percentile': 99}],
      'parts': ['alerts']}),
    ('Alertmanager config: warnings go to email ml@acme.com, critical to Slack channel #oncall, group by alertname, cluster, repeat every 12h',
     {'receiver': 'slack',
      'routes': [{'label': 'severity', 'value': 'warning', 'to': 'email', 'address': 'ml@acme.com'},
                 {'label': 'severity', 'value': 'critical', 'to': 'slack'}],
      'channel': '#oncall',
      'email': 'ml@acme.com',
      'group_by': ['alertname', 'cluster'],
      'repeat': '12h',
      'parts': ['alertmanager']}),
    ('alertmanager: team=risk na slacka #risk, team=ads na slacka #ads, reszta mailem na ops@firma.pl',
     {'receiver': 'email',
      'routes': [{'label': 'team', 'value': 'risk', 'to': 'slack', 'channel': '#risk'},
                 {'label': 'team', 'value': 'ads', 'to': 'slack', 'channel': '#ads'}],
      'channel': '#risk',
      'email': 'ops@firma.pl',
      'parts': ['alertmanager']}),
    ('konfiguracja alertmanagera: krytyczne na pagerduty, reszta na teamsy, powtarzaj co 2 godziny, bez inhibicji, klucze z plikow',
     {'receiver': 'teams',
      'routes': [{'label': 'severity', 'value': 'critical', 'to': 'pagerduty'}],
      'repeat': '2h',
      'inhibit': False,
      'parts': ['alertmanager']}),
    ('PrometheusRule for churn-api: alert when pod restarts more than 5 times in an hour and memory over 90%',
     {'name': 'churn-api',
      'discovery': ['kubernetes'],
      'alerts': [{'about': 'restarts', 'over': 5.0}, {'about': 'memory', 'over': 0.9}],
      'parts': ['alerts'],
      'operator': True}),
    ("ServiceMonitor dla serwisu 'scoring' w namespace ml, co 30s",
     {'name': 'scoring', 'namespaces': ['ml'], 'interval': '30s', 'parts': ['scrape'], 'operator': True}),
    ('recording rule for p99 latency of http_request_duration_seconds_bucket by model, and request rate',
     {'alerts': [{'about': 'latency', 'percentile': 99}],
      'recordings': [{'about': 'traffic', 'by': ['model']},
                     {'about': 'latency',
                      'percentile': 99,
                      'metric': 'http_request_duration_seconds_bucket',
                      'by': ['model']}],
      'parts': ['recording']}),
    ('reguły alertów + testy promtool dla usługi fraud-api: usługa nie działa 3 minuty, brak predykcji przez godzinę',
     {'name': 'fraud-api',
      'alerts': [{'about': 'down', 'hold': '3m'}, {'about': 'silence', 'hold': '1h'}],
      'parts': ['alerts', 'tests']}),
    ('prometheus.yml z ec2_sd w eu-west-1, port 9100, remote write do https://mimir.firma.pl/api/v1/push, external labels cluster=prod, env=prod',
     {'port': 9100,
      'discovery': ['ec2'],
      'region': 'eu-west-1',
      'external_labels': {'cluster': 'prod', 'env': 'prod'},
      'remote_write': 'https://mimir.firma.pl/api/v1/push',
      'parts': ['scrape']}),
    ("prometheus config with job 'api' targets api-1:8000, api-2:8000 and job 'gpu' target 10.0.0.5:9400, metrics path /api/metrics, basic auth",
     {'name': 'api',
      'jobs': [{'name': 'api', 'targets': ['api-1:8000', 'api-2:8000']}, {'name': 'gpu', 'targets': ['10.0.0.5:9400']}],
      'path': '/api/metrics',
      'auth': 'basic',
      'alerts': [{'about': 'gpu'}],
      'parts': ['scrape']}),
    ('zrob alert: mniej niż 10% wolnego miejsca na dysku przez 10 minut',
     {'alerts': [{'about': 'disk', 'over': 0.9, 'hold': '10m'}], 'parts': ['alerts']}),
    ('alert named ChurnApiDown when churn-api is down 1 minute',
     {'name': 'churn-api', 'alerts': [{'about': 'down', 'hold': '1m', 'name': 'ChurnApiDown'}], 'parts': ['alerts']}),
    ('Alert when the nightly training has not succeeded for 26 hours, critical',
     {'alerts': [{'about': 'batch', 'over': 26.0, 'severity': 'critical'}], 'parts': ['alerts']}),
    ('alert gdy model jest starszy niż 14 dni, severity warning',
     {'alerts': [{'about': 'stale', 'over': 14.0, 'severity': 'warning'}], 'parts': ['alerts']}),
    ('alert rule HighLatency: histogram_quantile 0.99 of http_request_duration_seconds > 1.5 for 10m',
     {'alerts': [{'about': 'latency',
                  'over': 1.5,
                  'hold': '10m',
                  'metric': 'http_request_duration_seconds',
                  'percentile': 99,
                  'name': 'HighLatency'}],
      'parts': ['alerts']}),
    ('potrzebny mi prometheus.yml: co 30 s zbiera metryki z api:8000 i z mlflow:5000, reguły w rules.yml, alertmanager na alertmanager:9093',
     {'name': 'api',
      'jobs': [{'name': 'api', 'targets': ['api:8000']}, {'name': 'mlflow', 'targets': ['mlflow:5000']}],
      'exporters': ['mlflow'],
      'interval': '30s',
      'rule_files': ['rules.yml'],
      'alertmanager': 'alertmanager:9093',
      'parts': ['scrape']}),
    ('dysk powyżej 80% warning i powyżej 90% critical - reguły alertów',
     {'alerts': [{'about': 'disk', 'over': 0.8, 'severity': 'warning'},
                 {'about': 'disk', 'over': 0.9, 'severity': 'critical'}],
      'parts': ['alerts']}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("prometheus", message)
    validated(load("prometheus"), read)
    assert read == expected


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("prometheus alert: error rate over 130% for 5 minutes", "errors"),
        ("alert gdy serwis churn-api nie dziala przez 30 dni", "hold"),
        ("prometheus.yml, job 'api' target api:8000 and job 'api-2' target x:9000, port 99999", "port"),
        ('prometheus alert when service "x{y}" is down', "name"),
    ],
)
def test_an_impossible_value_is_refused_by_name(message: str, named: str) -> None:
    read = read_options("prometheus", message)
    if named == "name":
        read["name"] = "x{y}"
    with pytest.raises(BadOption, match=named):
        validated(load("prometheus"), read)


def test_a_second_turn_overrules_what_the_alert_said() -> None:
    wish = read_wish(["prometheus alert rule: fire when fraud-api is down for 5m", "zmień na 3 minuty i severity warning"])
    assert wish is not None and wish.kinds == ["prometheus"]
    text = load("prometheus").render(validated(load("prometheus"), wish.options))["rules/alerts.yml"]
    assert "for: 3m" in text and "severity: warning" in text and "5m" not in text


def test_alertmanager_is_not_asked_for_where_it_is_only_an_address() -> None:
    assert read_options("prometheus", "prometheus.yml with alerts sent to alertmanager:9093")["parts"] == ["scrape"]
