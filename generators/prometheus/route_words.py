"""From words to routes: "critical to PagerDuty, the rest to Slack on #ml-alerts"."""

import re
from typing import Any

from generators.frame.lists import words_after
from generators.frame.spoken import duration_near, plain

_RECEIVERS = {
    "slack": r"\bslack\w*",
    "email": r"\be-?mail\w*|\bmail\w*|\bpoczt\w*|[\w.+-]+@[\w-]+\.\w+",
    "pagerduty": r"\bpager ?dut\w*|\bpager\b",
    "webhook": r"\bwebhook\w*\b(?!\s*(?:urls?\b|address|z plik|from|i klucz|w plik))",
    "teams": r"\b(?:ms ?|microsoft )?teams\b|\bteamsy?\b|\bteamsow\b",
    "opsgenie": r"\bops ?genie\b",
}
_CONDITIONS = (
    ("severity", "critical", r"\bcritical\w*|\bkrytyczn\w*"),
    ("severity", "warning", r"\bwarn(?:ing)?s?\b|\bostrzez\w*"),
    ("severity", "info", r"\binfo\b|\binformacyjn\w*"),
)
_LABEL = re.compile(r"\b([a-z_][a-z0-9_]*)\s*(?:=~?|==)\s*[\"'`]?([a-z0-9][a-z0-9._-]*)")
_TEAM = re.compile(r"\b(?:team|zespo\w+)(?:\s*[:=]\s*|\s+)[\"'`]?(?!of\b|and\b|jest\b|to\b|i\b|do\b)([a-z][a-z0-9_-]*)")
_SPLIT = re.compile(r"[,;\n]\s*|\.\s+|\s(?:and|oraz|a|i|while|natomiast|plus)\s")
_CHANNEL = re.compile(r"(?<!\w)[#@][a-z0-9][a-z0-9_-]*")
_ADDRESS = re.compile(r"[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+")
_SILENCING = re.compile(r"inhibi|wycisz|silenc|mute|suppress|tlumi")


def routes_in(text: str) -> list[dict[str, Any]] | None:
    """The routes that have a condition; an empty list when receivers are named without any."""
    clauses = _clauses(text)
    if not clauses:
        return None
    routes = [
        {"label": label, "value": value, "to": to, **extra} for conditions, to, extra in clauses for label, value in conditions
    ]
    several = len({tuple(sorted(extra.items())) for *_, to, extra in clauses if to == "slack"}) > 1
    return [_simple(route) if not several and route["to"] == "slack" else route for route in routes]


def receiver_in(text: str) -> str | None:
    """Who gets the rest: the receiver without a condition, otherwise the last one named."""
    clauses = _clauses(text)
    if not clauses:
        return None
    return next((to for conditions, to, _ in clauses if not conditions), clauses[-1][1])


def group_by_in(text: str) -> list[str] | None:
    """The labels after "group by"."""
    cues = (
        r"\b(?:group_by|group(?:ed|ing|ing alerts)? by|(?:po)?grupow\w* (?:po|wedlug|wg)|grupuj\w* (?:po|wedlug|wg|je po)"
        r"|grupowanie po)\b"
    )
    return words_after(text, cues, r"[a-z_][a-z0-9_]*") or None


def repeat_in(text: str) -> str | None:
    """The time after which a message comes again."""
    return duration_near(text, r"\b(?:powtarz\w*|powtorz\w*|ponawia\w*|repeat\w*|resend\w*|re-?notif\w*|przypomin\w*|remind\w*)")


def _simple(route: dict[str, Any]) -> dict[str, Any]:
    """A single Slack channel is the channel of all, so that changing it later needs one word."""
    return {name: value for name, value in route.items() if name != "channel"}


def _clauses(text: str) -> list[tuple[list[tuple[str, str]], str, dict[str, str]]]:
    """Each receiver with its conditions; conditions without a receiver wait for the next one."""
    found: list[tuple[list[tuple[str, str]], str, dict[str, str]]] = []
    waiting: list[tuple[str, str]] = []
    for clause in _SPLIT.split(text):
        low = plain(clause)
        if _SILENCING.search(low):
            waiting = []
            continue
        waiting += [condition for condition in _conditions(low) if condition not in waiting]
        to = _receiver(low)
        if to:
            found.append((waiting, to, _own(clause, to)))
            waiting = []
    return found


def _receiver(low: str) -> str | None:
    if re.search(r"\b(?:keys?|klucz\w*|secrets?|sekret\w*|hasl\w*|passwords?|url)\b", low):
        return None
    at = [(match.start(), name) for name, pattern in _RECEIVERS.items() for match in [re.search(pattern, low)] if match]
    return min(at)[1] if at else None


def _conditions(low: str) -> list[tuple[str, str]]:
    found = [(match[1], match[2]) for match in _LABEL.finditer(low)]
    found += [("team", match[1]) for match in _TEAM.finditer(low) if match[1] not in ("teams",)]
    found += [(label, value) for label, value, pattern in _CONDITIONS if re.search(pattern, low)]
    return list(dict.fromkeys(found))


def _own(clause: str, to: str) -> dict[str, str]:
    channel, address = _CHANNEL.search(plain(clause)), _ADDRESS.search(clause)
    if to == "slack" and channel:
        return {"channel": channel.group()}
    return {"address": address.group()} if to == "email" and address else {}


def mute_in(text: str) -> list[str] | None:
    """When alerts are to wait: "nie wysyłaj ostrzeżeń w nocy i w weekendy"."""
    low = plain(text)
    if not re.search(
        r"\bmute|wycisz|\bquiet|\bsilence|cisz[aey]|nie (?:wysyl|budz|przysyl|dzwon)|(?:not|don'?t|no) (?:\w+ ){0,3}(?:at "
        r"night|on weekends)",
        low,
    ):
        return None
    spans = (("nights", r"\bat night|w nocy|\bnoca|\bnights?|nocn\w+"), ("weekends", r"weekend"))
    return [name for name, pattern in spans if re.search(pattern, low)] or None
