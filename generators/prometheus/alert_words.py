"""From words to alerts: "p95 latency over 500 ms for 10 minutes, severity warning"."""

import re
from dataclasses import replace
from typing import Any

from generators.frame.spoken import Spoken, durations, percents, plain
from generators.prometheus.alert_kinds import Found, kinds_in

_SEPARATOR = re.compile(r"[,;\n]\s*|\.\s+|\s(?:and|oraz|i|a|plus|also|albo|or|lub)\s")
_HOLD = re.compile(
    r"(?:\bfor|\bprzez|\bdluzej niz|\bod|\blasting|\blonger than|\butrzymuje sie|\btrwa)\s*[:=]?\s*(?:at least |more than "
    r"|over |ponad "
    r"|co najmniej |okolo |about |the last |the |ostatnie |dluzej niz )*$"
)
_WINDOW = re.compile(
    r"(?:\bin|\bover the (?:last|past)|\bin the last|\bw ciagu|\bz ostatnich|\bwithin|\bevery|\bco|\bwindow of"
    r"|\bokn\w+)\s*(?:ostatnich )?$"
)
_OVER = re.compile(
    r"(?:>=?|<=?|\babove|\bbelow|\bover|\bunder|\bpowyzej|\bponizej|\bponad|\bprzekr\w+|\bexceed\w*|\bthan|\bniz|\bprog\w*"
    r"|\bthreshold\w*|\bdo|\bto|\bat"
    r"|\bna)\s*(?:of |is |to |wynosi |=|:)*\s*(\d+(?:[.,]\d+)?)(?![\w%]*[a-z%])"
)
_BELOW = re.compile(r"<|\bbelow|\bunder\b|\bponizej|\bspad\w*|\bfalls?|\bdrops?|\bless than|\bmniej|\bnizsz\w*|\blower than")
_FREE = re.compile(r"\bfree\b|\bwoln\w*|\bleft\b|\bzosta\w*|\bavailable\b|\bdostepn\w*")
_SEVERITY = re.compile(
    r"\b(?:severity|priorytet\w*|waznosc\w*|powaga)\s*[:=]?\s*(?:is |to |na |of |jest )?[\"'`]?([a-z][a-z0-9_-]*)"
)
_SEVERITIES = (
    ("critical", r"\bcritical\w*|\bkrytyczn\w*"),
    ("warning", r"\bwarn(?:ing)?s?\b|\bostrzez\w*"),
    ("info", r"\binfo\w*"),
)
_NAME = re.compile(
    r"(?:\balert(?: rule)?|\bregu[lł]\w+|\bnamed|\bcalled|\bname|\bnazwie|\bnazwa|\bnazwij go"
    r"|\bnazwany)\s*[:=]?\s*[\"'`„]?([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)\b"
)
_PERCENTILE = re.compile(
    r"\bp(50|75|90|95|99)\b|(?:quantile|kwantyl\w*)\W{0,3}0?[.,](5|75|9|95|99)\b|\b0[.,](5|75|9|95|99)\b(?=.{0,12}(?:quantile"
    r"|kwantyl))"
    r"|\b(50|75|90|95|99)(?:th|\.)?[\s-]*(?:percent[iy]l\w*)"
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHARES = {"errors", "traffic", "gpu", "gpu-memory", "disk", "memory", "cpu"}
_TAKES_METRIC = {"errors", "latency", "drift", "silence", "traffic", "stale", "batch"}
_NUMBERS = {"drift", "metric", "restarts", *_SHARES}
_AGES = {"stale": 86400, "certificate": 86400, "batch": 3600}


def alerts_in(text: str) -> list[dict[str, Any]] | None:
    """The alerts that a message describes, each with the details that stand beside it."""
    found = _joined(kinds_in(text), text)
    if not found and (camel := _NAME.search(text)):
        # The name says it itself: ModelDown, HighLatency.
        found = [replace(one, start=camel.start(1), end=camel.end(1)) for one in kinds_in(_HUMP.sub(" ", camel[1]))][:1]
    pieces = _pieces(found, text)
    alerts = [alert for one, piece in zip(found, pieces, strict=True) for alert in _alerts(one, piece)]
    name = _NAME.search(text)
    if name and len(alerts) == 1 and not re.match(r"(?:Manager|Prometheus|Slack|Grafana)", name[1]):
        alerts[0]["name"] = name[1]
    detailed = {alert["about"] for alert in alerts if len(alert) > 1}
    unique = [
        alert for at, alert in enumerate(alerts) if alert not in alerts[:at] and (len(alert) > 1 or alert["about"] not in detailed)
    ]
    return unique or None


def hold_in(text: str) -> str | None:
    """A waiting time by itself, as in "make it 2 minutes"; one that stands beside an alert belongs to that alert."""
    if kinds_in(text):
        return None
    low = plain(text)
    free = [
        one
        for one in durations(text)
        if not re.search(r"(?:\bevery|\bco|\binterval\w*|\brefresh|\brepeat\w*|\bpowtarz\w*|_wait|_interval)\W+$", low[: one.start])
    ]
    return free[0].value if free and not re.search(r"scrap|repeat|powtarz|interwal|interval", low) else None


def severity_in(text: str) -> str | None:
    """A severity by itself, as in "severity critical"; in a request for routes it says what is routed."""
    if kinds_in(text) or re.search(r"slack|mail|pagerduty|teams|webhook|opsgenie|alertmanager|route|inhibi|wycisz", plain(text)):
        return None
    return _severity(plain(text))


def _joined(found: list[Found], text: str) -> list[Found]:
    """ "p95 latency" speaks of one thing, and a metric beside a kind is the kind's metric."""
    made: list[Found] = []
    for one in found:
        before = made[-1] if made else None
        apart = before is None or bool(_SEPARATOR.search(plain(text)[before.end : one.start]))
        if before and not apart and one.about == "metric" and before.about in _TAKES_METRIC:
            made[-1] = Found(before.about, before.start, one.end, one.metric)
        elif before and not apart and before.about == "metric" and one.about in _TAKES_METRIC:
            made[-1] = Found(one.about, before.start, one.end, before.metric)
        elif before is None or apart or one.about != before.about:
            made.append(one)
    return made


def _pieces(found: list[Found], text: str) -> list[str]:
    """The stretch of the text that belongs to each: cut at the last separator before the next."""
    cuts = [0]
    for before, after in zip(found, found[1:], strict=False):
        between = list(_SEPARATOR.finditer(plain(text), before.end, after.start))
        cuts.append(between[-1].end() if between else after.start)
    ends = [*cuts[1:], len(text)]
    return [text[start:end] for start, end in zip(cuts, ends, strict=True)][: len(found)]


def _alerts(one: Found, piece: str) -> list[dict[str, Any]]:
    """One alert, or two when the piece has two limits: "disk over 80% warning and over 90% critical"."""
    low = plain(piece)
    parts = [part for part in _SEPARATOR.split(piece) if part and _severity(plain(part)) and percents(part)]
    if len(parts) > 1 and one.about in _SHARES:
        return [_alert(one, part, plain(part)) for part in parts]
    return [_alert(one, piece, low)]


def _alert(one: Found, piece: str, low: str) -> dict[str, Any]:
    spoken = [span for span in durations(piece) if not _WINDOW.search(low[: span.start])]
    hold = next((span for span in spoken if _HOLD.search(low[: span.start])), None)
    others = [span for span in spoken if span is not hold]
    if one.about in _AGES and hold is not None and not others:
        # "Has not succeeded for 26 hours" tells an age.
        others = [hold]
        hold = None
    if one.about not in ("latency", *_AGES) and hold is None and others:
        hold = others[0]
    details = {
        "over": _threshold(one.about, piece, low, others),
        "hold": hold.value if hold else None,
        "severity": _severity(low),
        "metric": one.metric,
        "percentile": _percentile(low) if one.about == "latency" else None,
        "below": True if one.about in ("metric", "gpu") and _BELOW.search(low) else None,
    }
    return {"about": one.about, **{name: value for name, value in details.items() if value is not None}}


def _percentile(low: str) -> int | None:
    if re.search(r"\bmedian", low):
        return 50
    match = _PERCENTILE.search(low)
    digits = next((group for group in match.groups() if group), None) if match else None
    return None if digits is None else int(digits) * (10 if len(digits) == 1 else 1)


def _threshold(about: str, piece: str, low: str, others: list[Spoken]) -> float | None:
    if about in _AGES:
        return round(others[0].seconds / _AGES[about], 4) if others else None
    if about == "latency" and others:
        return round(others[0].seconds, 4)
    shares = [share for _, _, share in percents(piece)]
    if about in _SHARES and shares:
        return round(1 - shares[0], 6) if about in ("disk", "memory") and _FREE.search(low) else shares[0]
    number = _OVER.search(low) if about in (_NUMBERS | {"latency"}) else None
    return float(number[1].replace(",", ".")) if number else None


def _severity(low: str) -> str | None:
    named = _SEVERITY.search(low)
    if named and not any(re.match(pattern, named[1]) for _, pattern in _SEVERITIES):
        return named[1]
    found = [(match.start(), name) for name, pattern in _SEVERITIES for match in [re.search(pattern, low)] if match]
    return min(found)[1] if found else None
