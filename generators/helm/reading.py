"""What a message says about a chart beyond its workload."""

import re
from typing import Any

from generators.frame.saying import low
from generators.kubernetes.overlay import environments_in
from generators.kubernetes.reading import names

_NAMED = re.compile(
    r"\b(?:chart\w*|helm\w*)\s+(?:for|dla|do|called|named|o nazwie)\s+(?:the\s+|our\s+"
    r"|a\s+)?[\"'`]?(?P<token>[a-z][a-z0-9-]*[a-z0-9])[\"'`]?"
)
_TOO_COMMON = {
    "api",
    "app",
    "model",
    "modelu",
    "service",
    "fastapi",
    "flask",
    "deployment",
    "kubernetes",
    "aplikacji",
    "uslugi",
    "serwisu",
    "image",
    "obrazu",
    "cronjob",
    "cronjoba",
    "deploymentu",
    "treningu",
}
_VERSION = re.compile(
    r"\b(?:chart\w*[^.,;:\n]{0,30}?\s(?:version|w wersji|wersja|wersji)|wersj\w+ charta"
    r"|version of the chart)\s*[:=]?\s*(?:to |na )?[\"'`]?(v?\d[\w.+-]*\w)"
)


def chart_name(text: str) -> str | None:
    """The name of the chart: "a helm chart for churn-api"."""
    named = names.name(text)
    found = _NAMED.search(low(text))
    return named or (found["token"] if found and found["token"] not in _TOO_COMMON else None)


def chart_version(text: str) -> str | None:
    """The version of the chart."""
    found = _VERSION.search(low(text))
    return found[1] if found else None


def environments(text: str) -> list[dict[str, Any]] | None:
    """Environments with a values file each: "values dla dev i prod (5 replik)"."""
    lowered = low(text)
    return environments_in(text) if re.search(r"values|wartosci|srodowisk\w*|environment\w*|\benvs?\b", lowered) else None
