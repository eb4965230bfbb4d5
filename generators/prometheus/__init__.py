"""Prometheus: scrape configuration, alert and recording rules with tests, Alertmanager routes; files or objects of the operator."""

from typing import Any

from generators.frame import Files, to_yaml
from generators.prometheus.alert import rule
from generators.prometheus.operator import prometheus_rule, service_monitor
from generators.prometheus.options import Options
from generators.prometheus.recording import record
from generators.prometheus.routing import alertmanager
from generators.prometheus.rule_tests import tests_of
from generators.prometheus.scraping import file_targets, prometheus
from generators.prometheus.whys import WHY

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Prometheus: konfiguracja zbierania, reguły alertów i zapisów z testami, trasy Alertmanagera; pliki lub obiekty operatora."
CUES = (
    "prometheus.yml",
    "prometheus.yaml",
    "prometheus config*",
    "prometheus scrape*",
    "prometheus alert*",
    "prometheus rule*",
    "prometheus recording*",
    "konfigurac* prometheus*",
    "konfigurac* dla prometheus*",
    "konfigurac* do prometheus*",
    "config* for prometheus*",
    "alert* prometheus*",
    "alert* do prometheus*",
    "alert* dla prometheus*",
    "alert* w prometheus*",
    "regul* prometheus*",
    "regul* alert*",
    "regul* nagryw*",
    "regul* zapis*",
    "alert rule*",
    "alerting rule*",
    "recording rule*",
    "scrape config*",
    "scrape_config*",
    "alertmanager*",
    "prometheusrule*",
    "servicemonitor*",
    "podmonitor*",
    "promtool test*",
    "test* promtool*",
    "test* for alert*",
    "test* for the alert*",
    "test* for prometheus*",
    "unit test* for alert*",
    "unit test* for the alert*",
    "unit test* for prometheus*",
    "alert unit test*",
    "rule test*",
    "rule unit test*",
    "test* regul*",
    "test* alert*",
    "test* jednostkow* regul*",
    "test* jednostkow* alert*",
)
ABOUT = ("prometheus*", "promtool", "alert", "alerts", "alert*", "scrape*")
_CHECK = "Check with: promtool check config prometheus.yml"


def render(options: Options) -> Files:
    """The files of the parts that were asked for."""
    alerts = [_alert_group(options)] if "alerts" in options.parts else []
    records = [_record_group(options)] if "recording" in options.parts else []
    files = _objects(options, alerts + records) if options.operator else _plain(options, alerts, records)
    if "tests" in options.parts:
        files |= _tests(options)
    if "alertmanager" in options.parts:
        files["alertmanager.yml"] = to_yaml(alertmanager(options))
    return files


def _plain(options: Options, alerts: list[Any], records: list[Any]) -> Files:
    files: Files = {}
    if alerts:
        files["rules/alerts.yml"] = to_yaml({"groups": alerts})
    if records:
        files["rules/recording.yml"] = to_yaml({"groups": records})
    if "scrape" in options.parts:
        config = {"prometheus.yml": to_yaml(prometheus(options, list(files)), comment=_CHECK)}
        if "file" in options.discovery:
            config[f"targets/{options.name}.yml"] = to_yaml(file_targets(options))
        files = config | files
    return files


def _objects(options: Options, groups: list[Any]) -> Files:
    files: Files = {}
    if "scrape" in options.parts:
        files["servicemonitor.yaml"] = to_yaml(service_monitor(options))
    if groups:
        files["prometheusrule.yaml"] = to_yaml(prometheus_rule(options, groups))
    return files


def _tests(options: Options) -> Files:
    """Tests, and the rules as a plain file for them, also where the cluster gets them as an object."""
    tests = tests_of(options.all_alerts, options.name, options.window, labels=_labels(options), runbook=options.runbook)
    whole = {"rule_files": ["../rules/alerts.yml"], "evaluation_interval": "1m", "tests": tests}
    comment = "Run with: promtool test rules tests/alerts_test.yml"
    return {
        "rules/alerts.yml": to_yaml({"groups": [_alert_group(options)]}),
        "tests/alerts_test.yml": to_yaml(whole, comment=comment),
    }


def _labels(options: Options) -> dict[str, str]:
    return {"team": options.team} if options.team else {}


def _alert_group(options: Options) -> dict[str, Any]:
    rules = [
        rule(alert, options.name, options.window, labels=_labels(options), runbook=options.runbook) for alert in options.all_alerts
    ]
    return {"name": options.name, "rules": rules}


def _record_group(options: Options) -> dict[str, Any]:
    return {"name": f"{options.name}-recording", "rules": [record(one, options.window) for one in options.recordings]}
