"""What a message says about a served model."""

import re

from generators.frame.saying import low
from generators.frame.spoken import duration_near, seconds_of
from generators.kubernetes.reading import numbers

_RPS = r"rps|qps|requests? (?:per|a) second|zadan\w* (?:na|w) sekund\w*|req/s"
_CONCURRENT = r"concurrency|wspolbiezn\w*|concurrent\w*|rownoczesn\w*|requests in progress"


def scale_metric(text: str) -> str | None:
    """What scaling looks at."""
    lowered = low(text)
    if re.search(rf"\b(?:{_RPS})\b", lowered):
        return "rps"
    if re.search(rf"(?<!container)(?<!container )\b(?:{_CONCURRENT})\b", lowered):
        return "concurrency"
    if numbers.memory_percent(text):
        return "memory"
    return (
        "cpu" if numbers.cpu_percent(text) or re.search(r"(?:skal\w*|scal\w*|autosc\w*|hpa)[^.;\n]{0,25}\bcpu\b", lowered) else None
    )


def scale_target(text: str) -> int | None:
    """The target of scaling."""
    lowered = low(text)
    found = re.search(
        rf"(\d+)\s*(?:{_RPS}|(?:{_CONCURRENT}))\b|(?<!container)(?<!container )\b(?:{_RPS}|{_CONCURRENT}"
        rf"|scale ?target)\b[^\d.;\n]{{0,20}}(\d+)",
        lowered,
    )
    if found:
        return int(found[1] or found[2])
    return numbers.cpu_percent(text) or numbers.memory_percent(text)


def timeout(text: str) -> int | None:
    """The seconds that a request may take."""
    found = duration_near(text, r"timeout\w*|limit czasu|czas odpowiedzi")
    return int(seconds_of(found)) or None if found else None


def runtime(text: str) -> str | None:
    """The serving runtime that is named."""
    found = re.search(
        r"\b(?:runtime|servingruntime|serving runtime)\s*(?:[:=]|named|o nazwie|to|is)?\s*[\"'`]?([a-z][a-z0-9]*(?:-[a-z0-9]+)+)",
        low(text),
    )
    found = found or re.search(r"\b(kserve-[a-z]+(?:-[a-z]+)*)\s+(?:runtime|serving)", low(text))
    return found[1] if found else None


def runtime_version(text: str) -> str | None:
    """The version of the runtime's image."""
    found = re.search(
        r"\b(?:runtimeversion|runtime version|wersj\w+ (?:runtime\w*|serwera))\s*[:=]?\s*[\"'`]?(v?\d[\w.-]*\w)", low(text)
    )
    return found[1] if found else None


def arguments(text: str) -> list[str] | None:
    """Arguments of the server: "--max-model-len=4096"."""
    return re.findall(r"(?<!\S)--[a-z][\w-]*(?:=[\w./:-]+)?", text) or None
