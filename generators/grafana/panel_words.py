"""From words to panels: "a time series of PSI per feature, a stat panel with model_accuracy, a red threshold at 0.2"."""

import re
from typing import Any

from generators.frame.spoken import durations, percents, plain
from generators.grafana.words import label_of
from generators.prometheus.alert_kinds import kinds_in

_TYPES = (
    ("heatmap", r"heat ?map\w*|map\w* ciepl\w*"),
    ("bargauge", r"bar ?gauge\w*"),
    ("barchart", r"bar ?charts?|slupkow\w*|slupk\w*"),
    ("piechart", r"pie ?charts?|kolow\w*"),
    ("state-timeline", r"state ?timelines?"),
    ("gauge", r"\bgauges?\b|\bgauge'?\w*|wskaznik\w*|zegar\w*"),
    ("table", r"\btables?\b|\btabel\w*"),
    ("stat", r"\bstats?\b|\bstat\b|single ?stats?|big numbers?|duz\w+ liczb\w*|kafel\w*"),
    ("timeseries", r"time ?series|\bgraphs?\b|line charts?|\bcharts?\b|\bwykres\w*|\bszereg\w*|\bprzebieg\w*"),
)
_ABOUT = (
    ("accuracy", r"\baccurac\w*|\bdokladnos\w*"),
    ("predictions", r"\bpredictions? (?:per|rate|count|by)|\bpredictions?\b|\bpredykcj\w*|rozklad\w* klas"),
    ("requests", r"\brequests?\b(?! error)|\brps\b|\bqps\b|\bthroughput\b|\bzapytan\w*|\bzadan\w*|\bruch\w*\b|\btraffic\b"),
    ("versions", r"model versions?|versions? of (?:the )?models?|wersj\w* modeli?\w*"),
    ("age", r"model age|age of (?:the )?model|wiek\w* modelu"),
    ("up", r"\btargets? up|\bavailability|\buptime|dostepnosc\w*|\bup\b"),
)
_FROM_ALERTS = {"errors", "latency", "drift", "gpu", "gpu-memory", "memory", "cpu", "disk", "restarts"}
_METRIC = re.compile(r"(?<![\w.$/-])[a-zA-Z][a-zA-Z0-9]*(?:[_:][a-zA-Z0-9]+)+(?![\w.]*\()")
_LIMIT = re.compile(r"\b(?:threshold\w*|prog\w*|limit\w*|granic\w*|red|czerwon\w*|orange|pomarancz\w*)\b")
_NUMBER = re.compile(r"(?<![\w.,-])(\d+(?:[.,]\d+)?)(?![\w.]*[a-z_])")
_SETTING = re.compile(
    r"\b(?:refresh\w*|odswiez\w*|range|zakres\w*|last|ostatni\w*|data ?source\w*|zrodl\w* danych|variables?"
    r"|tags?|tagi|folder\w*|uid|title\w*|tytul\w*)\b"
)
_BELOW = re.compile(r"\bbelow\b|\bunder\b|\bponizej\b|<|\bless\b|\bmniej\b|\blower\b")
_PAIR = re.compile(r"(?:(?<=\bp\d\d)|(?<=\d%)|(?<=\d))\s*(?:,\s|\si\s|\sand\s|\soraz\s)\s*(?=p\d\d\b|\d+(?:[.,]\d+)?\b%?)")
_SEPARATOR = re.compile(r"[,;\n]\s*|\.\s+|\s(?:and|oraz|i|plus|a takze)\s|:\s")


def panels_in(text: str) -> list[dict[str, Any]] | None:
    """The panels that a message describes; limits that stand apart go to the panel that they name."""
    panels: list[dict[str, Any]] = []
    sources: list[str] = []
    for piece in _pieces(text):
        low = plain(piece)
        if _LIMIT.search(low) and not _type(low) and not _METRIC.search(piece) and panels:
            _limit(panels[_meant(low, sources)], piece, low)
            continue
        panel = _panel(piece, low)
        if panel is None:
            continue
        panels.append(panel)
        sources.append(low)
    return panels or None


def _pieces(text: str) -> list[str]:
    """Split at separators that do not stand in parentheses or quotes, nor between two percentiles or two limits."""
    text = _PAIR.sub("/", text)
    hidden = re.sub(r"\([^)]*\)|[\"“„][^\"”]*[\"”]", lambda match: "x" * len(match.group()), text)
    ends = [(match.start(), match.end()) for match in _SEPARATOR.finditer(hidden)]
    starts = [0, *(end for _, end in ends)]
    return [text[start:stop] for start, stop in zip(starts, [*(start for start, _ in ends), len(text)], strict=True)]


def _panel(piece: str, low: str) -> dict[str, Any] | None:
    unquoted = re.sub(r"[\"“„][^\"”]*[\"”]", " ", piece)
    metric = _METRIC.search(unquoted)
    about = _about(plain(unquoted))
    if metric is None and (about is None or (_SETTING.search(low) and not _type(low))):
        return None
    panel: dict[str, Any] = {"about": "metric", "metric": metric.group()} if metric else {"about": about}
    if metric and about in ("latency", "errors") and not metric.group().endswith("_bucket") and about == "latency":
        panel["about"] = about
    kind = _type(low)
    if kind:
        panel["type"] = kind
    label = _label(piece, low, metric.end() if metric else 0)
    if label:
        panel["by"] = label
    percentiles = sorted({int(number) for number in re.findall(r"\bp(50|75|90|95|99)\b", low)})
    if percentiles:
        panel["percentiles"] = percentiles
    if _LIMIT.search(low):
        _limit(panel, piece, low)
    return panel


def _about(low: str) -> str | None:
    own = next((about for about, pattern in _ABOUT if re.search(pattern, low)), None)
    found = [one.about for one in kinds_in(low) if one.about in _FROM_ALERTS]
    if "errors" in found:
        return "errors"
    return next(iter(found), own) if own in (None, "requests", "up") or "drift" in found else own


def _type(low: str) -> str | None:
    return next((kind for kind, pattern in _TYPES if re.search(pattern, low)), None)


def _label(piece: str, low: str, after: int) -> str | None:
    named = re.search(r"\b(?:label|etykiet\w*)\s+[\"'`]?([a-z_][a-z0-9_]*)", low)
    if named and named[1] not in ("is", "jest", "o", "called"):
        return named[1]
    grouped = re.search(
        r"\b(?:per|by|for each|for every|dla kazd\w+|wedlug|wg|po|z podzialem na|w podziale na|broken down "
        r"by)\s+([a-z_][a-z0-9_]*)",
        low,
    )
    return label_of(grouped[1]) if grouped else None


def _limit(panel: dict[str, Any], piece: str, low: str) -> None:
    shares = [share for _, _, share in percents(piece)]
    times = [one.seconds for one in durations(piece)]
    numbers = [float(number.replace(",", ".")) for number in _NUMBER.findall(re.sub(r"\bp\d\d\b", " ", low))]
    limits = sorted(set(shares or times or numbers))
    if limits:
        panel["thresholds"] = limits[:3]
    if _BELOW.search(low):
        panel["below"] = True


def _meant(low: str, sources: list[str]) -> int:
    """The panel whose words the piece shares most; the last one when it shares none."""
    words = {
        word
        for word in re.findall(r"[a-z]{3,}", low)
        if not re.fullmatch(_LIMIT, word) and word not in ("panel", "the", "panelu", "dla")
    }
    scores = [len(words & set(re.findall(r"[a-z]{3,}", source))) for source in sources]
    best = max(scores)
    return len(sources) - 1 if best == 0 else scores.index(best)
