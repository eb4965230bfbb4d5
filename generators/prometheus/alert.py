"""What an alert may be about, and the rule that each becomes."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field, model_validator

from generators.frame import GeneratorOptions, refusal, values
from generators.prometheus.grammars import AlertName, Hold, LabelValue

About = Literal[
    "down",
    "errors",
    "latency",
    "silence",
    "traffic",
    "drift",
    "stale",
    "batch",
    "gpu",
    "gpu-memory",
    "disk",
    "memory",
    "cpu",
    "restarts",
    "certificate",
    "metric",
    "watchdog",
]
_HOURS = {"hours": 1, "days": 24}


class Alert(GeneratorOptions):
    """One alert.

    `over` is in the unit of what it is about: seconds, a share from 0 to 1, days for the age of a model or a certificate, hours
    for a batch job.
    """

    about: About
    over: Annotated[float, Field(ge=0.0001, le=1_000_000)] | None = None
    hold: Hold | None = None
    severity: LabelValue | None = None
    name: AlertName | None = None
    percentile: Literal[50, 75, 90, 95, 99] = 95
    metric: values.Metric | None = None
    below: bool = False

    @model_validator(mode="after")
    def _makes_sense(self) -> "Alert":
        if recipe(self.about).get("unit") == "share" and self.over is not None and self.over >= 1:
            raise refusal(
                f"has a threshold of {self.over:g}, which is not a share: {self.about} must lie between 0 and 1, 5 % being 0.05",
                f"ma próg {self.over:g}, który nie jest udziałem: {self.about} musi leżeć między 0 a 1, a 5 % to 0.05",
            )
        if self.below and self.about not in ("metric", "gpu"):
            raise refusal(
                f"cannot fire below a threshold: {self.about} is bad only when it is high",
                f"nie może działać poniżej progu: {self.about} jest złe tylko, gdy jest wysokie",
            )
        if self.about == "metric" and (self.metric is None or self.over is None):
            raise refusal(
                "needs the name of the metric and a threshold",
                "wymaga nazwy metryki i progu",
            )
        return self


@cache
def recipe(about: str) -> dict[str, Any]:
    """What an alert of this kind is when nothing else is said."""
    recipes = yaml.safe_load((Path(__file__).parent / "recipes.yaml").read_text(encoding="utf-8"))
    found: dict[str, Any] = recipes[about]
    return found


def named(alerts: tuple[Alert, ...], severity: str | None = None, hold: str | None = None) -> tuple[Alert, ...]:
    """The alerts, each with a name of its own: one that would have the name of another also says how severe it is.

    A severity and a waiting time for all of them overrule their own.
    """
    given = {name: value for name, value in (("severity", severity), ("hold", hold)) if value}
    made: list[Alert] = []
    for alert in alerts:
        changed = alert.model_copy(update=given)
        name = alert_name(changed)
        if any(name == other.name for other in made):
            name += severity_of(changed).capitalize()
        made.append(changed.model_copy(update={"name": name}))
    return tuple(made)


def severity_of(alert: Alert) -> str:
    """How bad it is."""
    return alert.severity or str(recipe(alert.about)["severity"])


def alert_name(alert: Alert) -> str:
    """What the alert is called."""
    if alert.name:
        return alert.name
    if alert.about == "latency" and alert.percentile != 95:
        return f"LatencyP{alert.percentile}High"
    if alert.about != "metric":
        return str(recipe(alert.about)["name"])
    words = (alert.metric or "").replace(":", "_").split("_")
    return "".join(word[:1].upper() + word[1:] for word in words) + ("Low" if alert.below else "High")


def rule(alert: Alert, service: str, window: str, *, labels: dict[str, str], runbook: str | None) -> dict[str, Any]:
    """The alert as Prometheus wants it."""
    plan, words = recipe(alert.about), filling(alert, service, window)
    annotations = {"summary": filled(plan["summary"], words), "description": filled(plan["description"], words)}
    if runbook:
        annotations["runbook_url"] = f"{runbook.rstrip('/')}/{alert_name(alert)}"
    made: dict[str, Any] = {"alert": alert_name(alert), "expr": filled(plan["expr"], words)}
    if hold_of(alert) != "0s":
        made["for"] = hold_of(alert)
    return {**made, "labels": {"severity": severity_of(alert), "service": service, **labels}, "annotations": annotations}


def hold_of(alert: Alert) -> str:
    """How long the condition must hold."""
    return alert.hold or str(recipe(alert.about)["hold"])


def filling(alert: Alert, service: str, window: str) -> dict[str, str]:
    """What the words in angle brackets of a recipe stand for."""
    plan = recipe(alert.about)
    over = threshold(alert)
    return {
        "service": service,
        "metric": (alert.metric or plan.get("metric", "")).removesuffix("_bucket"),
        "over": number(over),
        "percent": f"{number(over * 100)}%",
        "seconds": _product(over, plan.get("unit", "")),
        "window": window,
        "percentile": str(alert.percentile),
        "quantile": number(alert.percentile / 100),
        "sign": "<" if alert.below else ">",
        "than": "below" if alert.below else "above",
    }


def threshold(alert: Alert) -> float:
    """The limit that must be passed, in the unit of what the alert is about."""
    return float(recipe(alert.about).get("over", 1)) if alert.over is None else alert.over


def filled(text: str, words: dict[str, str]) -> str:
    """The text with each `<word>` filled."""
    for name, value in words.items():
        text = text.replace(f"<{name}>", value)
    return text


def number(value: float) -> str:
    """As short as it can be without losing what matters."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def seconds(alert: Alert) -> float:
    """The threshold of an age in seconds."""
    return threshold(alert) * _HOURS.get(recipe(alert.about).get("unit", ""), 0) * 3600


def _product(value: float, unit: str) -> str:
    """An age in seconds as a product that people can read."""
    if value == int(value):
        return f"{int(value)} * {'24 * ' if unit == 'days' else ''}3600"
    return number(value * _HOURS.get(unit, 0) * 3600)
