"""What people vary in rules."""

from typing import Annotated

from pydantic import Field

from generators.frame import GeneratorOptions, option
from generators.frame.some import Some
from generators.prometheus.alert import Alert
from generators.prometheus.alert_words import alerts_in, hold_in, severity_in
from generators.prometheus.grammars import Hold, HttpUrl, LabelValue, Window
from generators.prometheus.parts import Recording
from generators.prometheus.recording_words import recordings_in, window_in


class AlertingOptions(GeneratorOptions):
    """Alerts and recorded series."""

    alerts: Annotated[tuple[Alert, ...], Field(max_length=30), Some] = option(
        tuple(Alert(about=about) for about in ("down", "errors", "latency", "silence", "drift", "stale")),
        "The alerts.",
        pl="Alerty.",
        read=alerts_in,
    )
    hold: Hold | None = option(
        None,
        "How long a condition must hold, for all alerts.",
        pl="Jak długo warunek musi trwać, dla wszystkich alertów.",
        read=hold_in,
    )
    severity: LabelValue | None = option(
        None, "How bad it is, for all alerts.", pl="Jak to poważne, dla wszystkich alertów.", read=severity_in
    )
    team: LabelValue | None = option(
        None, "Label `team` of the alerts.", pl="Etykieta `team` alertów.", cues=("team=", "team:", "label team", "etykiet* team")
    )
    runbook: HttpUrl | None = option(
        None,
        "Where the instructions for each alert are kept.",
        pl="Gdzie są instrukcje do alertów.",
        cues=("runbook*", "instrukcj*"),
    )
    window: Window = option("5m", "Window of the rates.", pl="Okno, w którym liczone są tempa.", read=window_in)
    recordings: Annotated[tuple[Recording, ...], Field(max_length=20), Some] = option(
        tuple(Recording(about=about) for about in ("traffic", "errors", "latency")),
        "Series computed ahead.",
        pl="Szeregi liczone z góry.",
        read=recordings_in,
    )
