"""A panel of a dashboard, and the queries behind it."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field, model_validator

from generators.frame import GeneratorOptions, Grammar, refusal, values

About = Literal[
    "up",
    "requests",
    "errors",
    "latency",
    "predictions",
    "drift",
    "accuracy",
    "age",
    "memory",
    "cpu",
    "gpu",
    "gpu-memory",
    "disk",
    "restarts",
    "versions",
    "metric",
]
PanelType = Literal["timeseries", "stat", "gauge", "bargauge", "barchart", "piechart", "table", "heatmap", "state-timeline"]
Label = Annotated[
    str,
    Grammar(
        r"(?!__)[a-zA-Z_][a-zA-Z0-9_]*",
        "must be a label name: letters, digits and underscores, not starting with a digit or two underscores",
        "musi być nazwą etykiety: litery, cyfry i podkreślenia, bez cyfry ani dwóch podkreśleń na początku",
        longest=60,
    ),
]
Limit = Annotated[float, Field(ge=0.0001, le=1_000_000_000)]


_SHORT = {"psi", "auc", "gpu", "cpu", "api", "http", "rmse", "mae", "f1"}


class Panel(GeneratorOptions):
    """One panel. `thresholds` colour it orange and red; `below` says that small values are the bad ones."""

    about: About = "metric"
    metric: values.Metric | None = None
    title: values.Text | None = None
    type: PanelType | None = None
    by: Label | None = None
    percentiles: Annotated[tuple[Literal[50, 75, 90, 95, 99], ...], Field(max_length=5)] = ()
    unit: Literal["s", "ms", "percent", "percentunit", "short", "bytes", "reqps", "none"] | None = None
    thresholds: Annotated[tuple[Limit, ...], Field(max_length=3)] = ()
    below: bool = False

    @model_validator(mode="after")
    def _makes_sense(self) -> "Panel":
        if self.about == "metric" and self.metric is None:
            raise refusal("needs the name of a metric", "wymaga nazwy metryki")
        if list(self.thresholds) != sorted(set(self.thresholds)):
            raise refusal("thresholds must rise", "progi muszą rosnąć")
        return self


@cache
def _presets() -> dict[str, dict[str, Any]]:
    presets: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "presets.yaml").read_text(encoding="utf-8"))
    return presets


def preset(panel: Panel) -> dict[str, Any]:
    """What a panel of this kind is when nothing else is said; one about a metric is judged by the metric's name."""
    if panel.about != "metric":
        return _presets()[panel.about]
    name = str(panel.metric)
    return {"title": _title(name), "unit": _unit(name), "queries": _queries(name)}


def _title(name: str) -> str:
    words = name.removesuffix("_bucket").replace(":", "_").split("_")
    text = " ".join(word.upper() if word in _SHORT else word for word in words).strip()
    return text[:1].upper() + text[1:]


def _queries(name: str) -> dict[str, str]:
    if name.endswith("_bucket"):
        return _quantiles()
    if name.endswith(("_total", "_count", "_sum")):
        return {"sum by (<by>) (rate(<metric><selector>[$__rate_interval]))": "{{<by>}}"}
    return {"max by (<by>) (<metric><selector>)": "{{<by>}}"}


def _quantiles() -> dict[str, str]:
    queries: dict[str, str] = _presets()["latency"]["queries"]
    return queries


def _unit(name: str) -> str:
    for part, unit in (
        ("seconds", "s"),
        ("bytes", "bytes"),
        ("ratio", "percentunit"),
        ("accuracy", "percentunit"),
        ("_total", "cps"),
    ):
        if part in name:
            return unit
    return "short"


def queries(panel: Panel, selector: str) -> list[tuple[str, str]]:
    """Each query with its legend; a histogram has one a percentile."""
    plan = preset(panel)
    metric = panel.metric or plan.get("metric", "")
    words = {"metric": metric.removesuffix("_bucket"), "by": panel.by or plan.get("by", ""), "selector": selector}
    words["failed"] = "{" + ", ".join(part for part in (selector.strip("{}"), 'status=~"5.."') if part) + "}"
    if panel.type == "heatmap":
        return [(_filled("sum by (le) (increase(<metric>_bucket<selector>[$__rate_interval]))", words), "{{le}}")]
    asked: tuple[int, ...] = tuple(dict.fromkeys(panel.percentiles)) or (50, 95, 99)
    if not any("<quantile>" in query for query in plan["queries"]):
        asked = (0,)
    made = [
        (_filled(query, {**words, **_percentile(percentile)}), _filled(legend, {**words, **_percentile(percentile)}))
        for percentile in asked
        for query, legend in plan["queries"].items()
    ]
    return [(_tidy(query, panel), legend if legend != "{{}}" else "") for query, legend in made]


def _percentile(percentile: int) -> dict[str, str]:
    return {"percentile": str(percentile), "quantile": f"{percentile / 100:g}"}


def _tidy(query: str, panel: Panel) -> str:
    """Without a label nothing is grouped; quantiles by a label keep it beside `le`."""
    if panel.by and "sum by (le)" in query:
        return query.replace("sum by (le)", f"sum by (le, {panel.by})")
    if query.startswith("max by () (") and query.endswith(")"):
        return query.removeprefix("max by () (").removesuffix(")")
    return query.replace(" by () ", "")


def _filled(text: str, words: dict[str, str]) -> str:
    for name, value in words.items():
        text = text.replace(f"<{name}>", value)
    return text
