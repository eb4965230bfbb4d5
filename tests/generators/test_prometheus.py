"""What is particular to Prometheus' files: how alerts, their tests, targets and routes fit together."""

from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import generate, load, validated


def made(**options: Any) -> dict[str, Any]:
    files = generate("prometheus", options).files
    assert all(file.passed for file in files), [(file.path, file.checks) for file in files]
    return {file.path: yaml.safe_load(file.content) for file in files}


def rules(**options: Any) -> list[dict[str, Any]]:
    return made(parts=["alerts"], **options)["rules/alerts.yml"]["groups"][0]["rules"]


def test_rules_are_loaded_by_the_configuration_that_comes_with_them() -> None:
    files = made(parts=["scrape", "alerts", "recording", "tests"])
    assert files["prometheus.yml"]["rule_files"] == ["rules/alerts.yml", "rules/recording.yml"]
    assert files["tests/alerts_test.yml"]["rule_files"] == ["../rules/alerts.yml"]


def test_every_alert_has_a_test_that_expects_its_labels() -> None:
    files = made(parts=["alerts", "tests"], name="fraud-api", team="risk")
    alerts = files["rules/alerts.yml"]["groups"][0]["rules"]
    tests = files["tests/alerts_test.yml"]["tests"]
    assert [test["alert_rule_test"][0]["alertname"] for test in tests] == [alert["alert"] for alert in alerts]
    for alert, test in zip(alerts, tests, strict=True):
        assert alert["labels"].items() <= test["alert_rule_test"][0]["exp_alerts"][0]["exp_labels"].items()


def test_what_is_said_for_all_alerts_overrules_each() -> None:
    (rule,) = rules(alerts=[{"about": "down", "hold": "5m", "severity": "warning"}], hold="2m", severity="critical")
    assert rule["for"] == "2m" and rule["labels"]["severity"] == "critical"


def test_two_limits_of_one_thing_get_names_of_their_own() -> None:
    found = rules(alerts=[{"about": "disk", "over": 0.8}, {"about": "disk", "over": 0.9, "severity": "critical"}])
    assert [rule["alert"] for rule in found] == ["DiskFull", "DiskFullCritical"]
    assert found[1]["expr"].endswith("> 0.9")


def test_a_metric_of_ones_own_falls_below_its_limit() -> None:
    (rule,) = rules(alerts=[{"about": "metric", "metric": "model_auc", "over": 0.75, "below": True}])
    assert rule["alert"] == "ModelAucLow" and rule["expr"] == "model_auc < 0.75"


def test_named_jobs_are_kept_beside_a_search() -> None:
    config = made(parts=["scrape"], discovery=["kubernetes"], jobs=[{"name": "api", "targets": ["api:8000"]}])["prometheus.yml"]
    assert [job["job_name"] for job in config["scrape_configs"]] == ["api", "kubernetes-pods", "prometheus"]


def test_discovery_by_files_brings_a_file_of_targets() -> None:
    files = made(parts=["scrape"], discovery=["file"], name="fraud", port=9000)
    assert files["targets/fraud.yml"] == [{"targets": ["fraud:9000"], "labels": {"job": "fraud"}}]


def test_secrets_stay_in_files() -> None:
    routes = [{"value": "critical", "to": "pagerduty"}, {"label": "team", "value": "ads", "to": "slack", "channel": "#ads"}]
    files = made(parts=["scrape", "alertmanager"], auth="basic", routes=routes, receiver="opsgenie")
    text = yaml.safe_dump(files)
    assert "password:" not in text and "api_url:" not in text and "routing_key:" not in text
    assert "/etc/alertmanager/secrets/pagerduty_key" in text and "/etc/prometheus/secrets/scrape_password" in text


def test_critical_alerts_are_never_muted() -> None:
    tree = made(parts=["alertmanager"], mute=["nights"])["alertmanager.yml"]["route"]
    assert [("mute_time_intervals" in route, route["matchers"]) for route in tree["routes"]] == [
        (False, ['severity="critical"']),
        (True, ['severity!="critical"']),
    ]


def test_the_operator_gets_objects_instead_of_files() -> None:
    files = made(parts=["scrape", "alerts"], operator=True, name="Fraud_API", namespaces=["ml"])
    assert sorted(files) == ["prometheusrule.yaml", "servicemonitor.yaml"]
    assert files["servicemonitor.yaml"]["metadata"] == files["prometheusrule.yaml"]["metadata"]
    assert files["servicemonitor.yaml"]["metadata"]["name"] == "fraud-api"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"alerts": [{"about": "errors", "over": 5}]}, "not a share"),
        ({"alerts": [{"about": "metric", "over": 1}]}, "name of the metric"),
        ({"alerts": [{"about": "latency", "below": True}]}, "only when it is high"),
        ({"alerts": [{"about": "down", "hold": "30d"}]}, "at most 7d"),
        ({"alerts": []}, "at least one"),
        ({"alerts": [{"about": "down", "name": "A"}, {"about": "cpu", "name": "A", "severity": ""}]}, "severity"),
        ({"jobs": [{"name": "a", "targets": ["a:1"]}, {"name": "a", "targets": ["b:1"]}]}, "are called a"),
        ({"jobs": [{"name": "a", "targets": ["http://a:1/metrics"]}]}, "host and a port"),
        ({"window": "2d"}, "between 1m and 1h"),
        ({"name": 'x"} or up{job="y'}, "name of a service"),
        ({"channel": "ml alerts"}, "Slack channel"),
        ({"group_by": ["__name__"]}, "label name"),
        ({"interval": "15 seconds"}, "duration of Prometheus"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(BadOption, match=said):
        validated(load("prometheus"), options)


@pytest.mark.extras
def test_promtool_runs_the_tests_of_every_kind_of_alert() -> None:
    kinds = (
        "down errors latency silence traffic drift stale batch gpu gpu-memory disk memory cpu restarts certificate watchdog".split()
    )
    alerts = [{"about": kind} for kind in kinds] + [{"about": "metric", "metric": "queue_length", "over": 10}]
    files = generate("prometheus", {"parts": ["alerts", "tests", "scrape", "alertmanager"], "alerts": alerts}, heavy=True).files
    said = {check.tool: check for file in files for check in file.checks if check.tool.startswith(("promtool", "amtool"))}
    assert set(said) == {"promtool check config", "promtool test rules", "amtool"}
    assert all(check.passed is not False for check in said.values()), said
