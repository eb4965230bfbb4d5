"""From words to recorded series."""

import re
from typing import Any

from generators.frame.lists import words_after
from generators.frame.spoken import duration_near, plain, seconds_of
from generators.prometheus.alert_kinds import kinds_in

_AVERAGE = r"\b(?:mean|average|sredni\w*|avg)\b"
_RATE = (
    r"\b(?:request rate|rate of requests|rps|qps|requests? per second|zapytan\w* na sekunde|predictions? per second"
    r"|predykcj\w* na sekunde|ruch\w*|traffic)\b"
)
_METRIC = r"\b[a-z][a-z0-9]*(?:_[a-z0-9]+)*_(?:total|bucket|seconds|duration|latency|count)\b"


def recordings_in(text: str) -> list[dict[str, Any]] | None:
    """The series that a message wants recorded; only where it speaks of recording rules."""
    low = plain(text)
    if "record" not in low and not re.search(r"regul\w* (?:nagryw|zapis|agreg)", low):
        return None
    about = {one.about for one in kinds_in(text)}
    percentile = re.search(r"\bp(50|75|90|95|99)\b", low)
    found: list[dict[str, Any]] = []
    if re.search(_RATE, low):
        found.append({"about": "traffic"})
    if "errors" in about:
        found.append({"about": "errors"})
    if re.search(_AVERAGE, low):
        found.append({"about": "average"})
    elif "latency" in about or percentile:
        found.append({"about": "latency", **({"percentile": int(percentile[1])} if percentile else {})})
    return [{**one, **_details(text, low, one["about"])} for one in found] or None


def _details(text: str, low: str, about: str) -> dict[str, Any]:
    metrics = re.findall(_METRIC, low)
    counts = about in ("traffic", "errors")
    fitting = [name for name in metrics if name.endswith("_total") == counts]
    by = words_after(text, r"\b(?:by|per|po|wedlug|dla kazdego|for each)\s", r"[a-z_][a-z0-9_]*")
    return {**({"metric": fitting[0]} if fitting else {}), **({"by": by} if by and by[0] not in ("second", "sekunde") else {})}


def window_in(text: str) -> str | None:
    """The window of the rates: "over the last 10 minutes", "okno 10 minut"."""
    found = duration_near(text, r"\b(?:window|okn\w+|over the last|over the past|z ostatnich|rate over)", within=12)
    return found if found and 60 <= seconds_of(found) <= 3600 else None
