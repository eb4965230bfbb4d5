"""The JSON of a dashboard."""

from typing import Any

from generators.frame import version
from generators.frame.spoken import slug
from generators.grafana.options import Options
from generators.grafana.panel import Panel, preset, queries

Values = dict[str, Any]
_SOURCE = {"type": "prometheus", "uid": "${datasource}"}
_SIZES = {"stat": (6, 5), "gauge": (6, 8), "piechart": (6, 8), "table": (24, 8)}
_COLOURS = ("green", "orange", "dark-orange", "red")


def dashboard(options: Options) -> Values:
    """The whole dashboard; its data source is a variable, so that it can be imported anywhere."""
    return {
        "uid": options.uid or uid_of(options.title),
        "title": options.title,
        "tags": list(dict.fromkeys(options.tags)),
        "schemaVersion": int(version("grafana-dashboard")),
        "timezone": "browser",
        "editable": True,
        "graphTooltip": 1,
        "refresh": options.refresh or "",
        "time": {"from": f"now-{options.range}", "to": "now"},
        "templating": {"list": _variables(options)},
        "annotations": {"list": []},
        "panels": _panels(options),
    }


def uid_of(title: str) -> str:
    """A short name by which Grafana knows the dashboard, also after the title has changed."""
    return slug(title, "-")[:40].strip("-") or "dashboard"


def _variables(options: Options) -> list[Values]:
    made: list[Values] = [{"name": "datasource", "label": "Data source", "type": "datasource", "query": "prometheus", "hide": 0}]
    metric = next((panel.metric or preset(panel).get("metric") for panel in options.panels if not preset(panel).get("host")), None)
    for name in options.filters:
        made.append(
            {
                "name": name,
                "label": name,
                "type": "query",
                "datasource": _SOURCE,
                "query": {"query": f"label_values({metric or 'up'}, {name})", "refId": name},
                "refresh": 2,
                "sort": 1,
                "multi": True,
                "includeAll": True,
                "current": {"text": ["All"], "value": ["$__all"]},
                "hide": 0,
            }
        )
    return made


def _panels(options: Options) -> list[Values]:
    selector = ", ".join(f'{name}=~"${name}"' for name in options.filters)
    made: list[Values] = []
    x = y = row = 0
    # Small panels fill the first rows, where people look for single numbers.
    for number, panel in enumerate(sorted(options.panels, key=lambda one: _size(one)[0]), 1):
        width, height = _size(panel)
        if x + width > 24:
            x, y, row = 0, y + row, 0
        made.append(
            {
                "id": number,
                **_panel(panel, f"{{{selector}}}" if selector else ""),
                "gridPos": {"h": height, "w": width, "x": x, "y": y},
            }
        )
        x, row = x + width, max(row, height)
    return made


def _size(panel: Panel) -> tuple[int, int]:
    return _SIZES.get(panel_type(panel), (12, 8))


def panel_type(panel: Panel) -> str:
    """How it is drawn."""
    return panel.type or str(preset(panel).get("type", "timeseries"))


def _panel(panel: Panel, selector: str) -> Values:
    kind = panel_type(panel)
    targets = [_target(kind, at, *query) for at, query in enumerate(queries(panel, selector))]
    return {
        "type": kind,
        "title": panel.title or preset(panel)["title"],
        "datasource": _SOURCE,
        "targets": targets,
        "fieldConfig": {"defaults": _defaults(panel, kind), "overrides": []},
        "options": _OPTIONS.get(kind, {}),
    }


def _target(kind: str, at: int, query: str, legend: str) -> Values:
    made: Values = {"refId": "ABCDEFGH"[at], "datasource": _SOURCE, "expr": query, "legendFormat": legend or "__auto"}
    if kind == "table":
        return {**made, "format": "table", "instant": True}
    if kind == "heatmap":
        return {**made, "format": "heatmap"}
    return {**made, "instant": True} if kind in ("piechart", "barchart", "bargauge") else made


def _defaults(panel: Panel, kind: str) -> Values:
    limits = panel.thresholds or tuple(preset(panel).get("thresholds", ()))
    made: Values = {"unit": panel.unit or preset(panel).get("unit", "short")}
    if kind == "gauge" and made["unit"] in ("percentunit", "percent"):
        made |= {"min": 0, "max": 1 if made["unit"] == "percentunit" else 100}
    made["thresholds"] = {"mode": "absolute", "steps": _steps(limits, panel.below)}
    if limits:
        made["color"] = {"mode": "thresholds" if kind != "timeseries" else "palette-classic"}
    if kind == "timeseries":
        made["custom"] = {"drawStyle": "line", "fillOpacity": 10, "showPoints": "never", "spanNulls": False}
        if limits:
            made["custom"]["thresholdsStyle"] = {"mode": "line+area"}
    return made


def _steps(limits: tuple[float, ...], below: bool) -> list[Values]:
    colours = _COLOURS[: len(limits)] if len(limits) > 1 else _COLOURS[:1]
    names = [*colours, "red"]
    if below:
        names.reverse()
    return (
        [{"color": name, "value": limit} for name, limit in zip(names, (None, *limits), strict=True)]
        if limits
        else [{"color": "green", "value": None}]
    )


_CALCULATED = {"reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": False}}
_OPTIONS: dict[str, Values] = {
    "timeseries": {
        "legend": {"displayMode": "table", "placement": "bottom", "calcs": ["mean", "max"], "showLegend": True},
        "tooltip": {"mode": "multi", "sort": "desc"},
    },
    "stat": {**_CALCULATED, "colorMode": "value", "graphMode": "area", "textMode": "auto"},
    "gauge": {**_CALCULATED, "showThresholdLabels": False, "showThresholdMarkers": True},
    "bargauge": {**_CALCULATED, "displayMode": "gradient", "orientation": "horizontal"},
    "piechart": {**_CALCULATED, "pieType": "pie", "legend": {"displayMode": "list", "placement": "right", "showLegend": True}},
    "heatmap": {"calculate": False, "yAxis": {"unit": "s"}, "cellGap": 1},
}
