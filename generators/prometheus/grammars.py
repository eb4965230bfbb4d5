"""The kinds of values that only Prometheus' files have."""

from typing import Annotated

from pydantic import AfterValidator

from generators.frame import Grammar, refusal
from generators.frame.spoken import seconds_of

_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
_LONGEST_HOLD = 7 * 86400
_LONGEST_WINDOW = 3600


def _short_enough(hold: str) -> str:
    if seconds_of(hold) > _LONGEST_HOLD:
        raise refusal(
            "must be at most 7d: an alert that waits longer comes too late",
            "musi wynosić najwyżej 7d: alert, który czeka dłużej, przychodzi za późno",
        )
    return hold


def _window(span: str) -> str:
    if not 60 <= seconds_of(span) <= _LONGEST_WINDOW:
        raise refusal("must lie between 1m and 1h", "musi leżeć między 1m a 1h")
    return span


# Prometheus wants units from the largest to the smallest, each at most once.
Span = Annotated[
    str,
    Grammar(
        r"[1-9]\d?[wd]|[1-9]\d?h(?:[1-5]?\dm)?|[1-9]\d{0,2}m(?:[1-5]?\ds)?|[1-9]\d{0,3}s",
        "must be a duration of Prometheus such as 30s, 5m, 1h30m or 7d",
        "musi być czasem w zapisie Prometheusa, na przykład 30s, 5m, 1h30m lub 7d",
        find=r"(?<![\w.])\d+ ?(?:s|sec\w*|sekund\w*|m|min\w*|h|hours?|godzin\w*|d|days?|dni)(?!\w)",
        longest=8,
    ),
]
Hold = Annotated[Span, AfterValidator(_short_enough)]
Window = Annotated[Span, AfterValidator(_window)]
Address = Annotated[
    str,
    Grammar(
        rf"{_HOST}:(?:[1-9]\d{{0,3}}|[1-5]\d{{4}}|6[0-4]\d{{3}}|65[0-4]\d{{2}}|655[0-2]\d|6553[0-5])",
        "must be a host and a port, such as churn-api:8000",
        "musi być hostem i portem, na przykład churn-api:8000",
        longest=120,
    ),
]
ServiceName = Annotated[
    str,
    Grammar(
        r"[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9])?",
        "must be the name of a service: letters, digits, hyphens and underscores, starting with a letter and ending with a "
        "letter or digit",
        "musi być nazwą usługi: litery, cyfry, myślniki i podkreślenia, z literą na początku i literą lub cyfrą na końcu",
        longest=60,
    ),
]
LabelName = Annotated[
    str,
    Grammar(
        r"(?!__)[a-zA-Z_][a-zA-Z0-9_]*",  # two underscores are kept for Prometheus itself
        "must be a label name: letters, digits and underscores, not starting with a digit or two underscores",
        "musi być nazwą etykiety: litery, cyfry i podkreślenia, bez cyfry ani dwóch podkreśleń na początku",
        longest=60,
    ),
]
LabelValue = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9][A-Za-z0-9._-]*",
        "must be a label value of letters, digits, dots, hyphens and underscores",
        "musi być wartością etykiety z liter, cyfr, kropek, myślników i podkreśleń",
        longest=60,
    ),
]
AlertName = Annotated[
    str,
    Grammar(
        r"[A-Za-z_][A-Za-z0-9_]*",
        "must be an alert name of letters, digits and underscores, such as ModelDown",
        "musi być nazwą alertu z liter, cyfr i podkreśleń, na przykład ModelDown",
        longest=80,
    ),
]
RecordName = Annotated[
    str,
    Grammar(
        r"[a-zA-Z_][a-zA-Z0-9_]*(?::[a-zA-Z_][a-zA-Z0-9_]*){1,2}",
        "must be the name of a recorded series such as job:predictions:rate5m",
        "musi być nazwą zapisywanego szeregu, na przykład job:predictions:rate5m",
        longest=100,
    ),
]
RuleFile = Annotated[
    str,
    Grammar(
        r"/?(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_*-][A-Za-z0-9_.*-]*\.ya?ml",
        "must be a path of rule files such as rules/*.yml",
        "musi być ścieżką plików reguł, na przykład rules/*.yml",
        longest=120,
    ),
]
Channel = Annotated[
    str,
    Grammar(
        r"[#@][a-z0-9][a-z0-9._-]*",
        "must be a Slack channel such as #ml-alerts",
        "musi być kanałem Slacka, na przykład #ml-alerty",
        find=r"(?<!\w)[#@][a-z0-9][a-z0-9_-]*",
        longest=80,
    ),
]
HttpUrl = Annotated[
    str,
    Grammar(
        r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[1-9]\d{0,3})?(?:/[A-Za-z0-9._~=+@-]+)*/?",
        "must be an address such as https://mimir.example.com/api/v1/push",
        "musi być adresem, na przykład https://mimir.example.com/api/v1/push",
        find=r"https?://[\w.-]+(?::\d+)?(?:/[\w.~=+@-]+)*/?(?<![.,;:])",
        longest=200,
    ),
]
