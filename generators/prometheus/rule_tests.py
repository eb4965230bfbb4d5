"""Tests of the alert rules: for each alert, data on which it has to fire, for `promtool test rules`."""

import math
from typing import Any

from generators.frame.spoken import seconds_of
from generators.prometheus.alert import Alert, alert_name, filled, filling, hold_of, number, recipe, rule, seconds, threshold

_WARM_UP = 20  # minutes, more than any window of rate() that the rules use


def tests_of(
    alerts: tuple[Alert, ...], service: str, window: str, labels: dict[str, str], runbook: str | None
) -> list[dict[str, Any]]:
    """One test for each alert that can be tested in a reasonable time."""
    return [
        _test(alert, service, window, rule(alert, service, window, labels=labels, runbook=runbook))
        for alert in alerts
        if _testable(alert)
    ]


def _testable(alert: Alert) -> bool:
    """Yesterday's traffic cannot be compared with for longer than a day."""
    longest: float = recipe(alert.about)["test"].get("longest", math.inf)
    return seconds_of(hold_of(alert)) <= longest


def _test(alert: Alert, service: str, window: str, wanted: dict[str, Any]) -> dict[str, Any]:
    plan = recipe(alert.about)["test"]
    lasting = math.ceil(seconds_of(hold_of(alert)) / 60) + max(_WARM_UP, 2 * math.ceil(seconds_of(window) / 60))
    words = {**filling(alert, service, window), **_data(alert), "n": str(lasting + 10)}
    labels = {name: filled(value, words) for name, value in plan.get("labels", {}).items()}
    value = filled(plan["value"], words) if "value" in plan else words["shown"]
    return {
        "name": f"{alert_name(alert)} fires",
        "interval": "1m",
        "input_series": [
            {"series": filled(series, words), "values": filled(points, words)} for series, points in plan.get("series", {}).items()
        ],
        "alert_rule_test": [
            {
                "eval_time": f"{lasting + plan.get('begins', 0)}m",
                "alertname": alert_name(alert),
                "exp_alerts": [_expected(wanted, labels, value)],
            }
        ],
    }


def _expected(wanted: dict[str, Any], labels: dict[str, str], value: str) -> dict[str, Any]:
    texts = {name: _shown(text, labels, value) for name, text in wanted["annotations"].items()}
    return {"exp_labels": {**labels, **wanted["labels"]}, "exp_annotations": texts}


def _shown(text: str, labels: dict[str, str], value: str) -> str:
    """An annotation as Prometheus fills it."""
    for name, label in labels.items():
        text = text.replace(f"{{{{ $labels.{name} }}}}", label)
    start, end = text.find("{{ "), text.find(" }}")
    return text if start < 0 else text[:start] + value + text[end + 3 :]


def _data(alert: Alert) -> dict[str, str]:
    """Values past the threshold, and how an annotation shows them."""
    over = threshold(alert)
    if recipe(alert.about).get("unit") in ("days", "hours"):
        return {"beyond": number(math.ceil(seconds(alert)) + 60), "shown": "", "full": ""}
    full = "0" if alert.below else "100"
    beyond = over / 2 if alert.below and alert.about == "metric" else over * 2
    style = {"latency": f"{beyond:.3f}", "drift": f"{beyond:.2f}"}.get(alert.about, f"{beyond:.4g}")
    return {"beyond": number(beyond), "shown": style, "full": full}
