"""When something is to run, as people say it: "every night at 3", "w każdy poniedziałek o 6:30" become a cron line."""

import re

from ingest import fold

_FIELD = r"[\d*H](?:[\d*/,()H-]*[\d*H)])?"
# Letters stand in a cron line only as names of months and weekdays; "8000, 2 replicas" is prose.
_NAMED = rf"(?:{_FIELD}|(?:[A-Z]{{3}}|[a-z]{{3}})(?:[,-](?:[A-Z]{{3}}|[a-z]{{3}}))*)"
_CRON = re.compile(rf"(?<![^\s\"'`(])({_FIELD}(?: {_FIELD}){{2}} {_NAMED} {_NAMED})(?=$|[\s\"'`,;.)])")
_DAYS = (
    r"sunday|niedziel",
    r"monday|poniedzial",
    r"tuesday|wtor",
    r"wednesday|srod[aeyi]",
    r"thursday|czwart",
    r"friday|piat[ek]",
    r"saturday|sobot",
)
_EVERY = re.compile(r"\b(?:every|co|each)\s+(\d+)\s+(minut|hour|godzin|min\b|h\b)")
_PERIODS = (
    (re.compile(r"\b(?:hourly|every hour|each hour|co godzine|kazdej godziny)\b"), "hourly"),
    (
        re.compile(
            r"\b(?:weekdays?|working days?|workdays?|dni robocze|dzien roboczy|od poniedzialku do piatku|monday to friday"
            r"|mon-fri)\b"
        ),
        "1-5",
    ),
    (
        re.compile(r"\b(?:monthly|every month|each month|once a month|co miesiac|raz w miesiacu|comiesieczn\w*|pierwszego dnia)\b"),
        "monthly",
    ),
    (re.compile(r"\b(?:weekly|every week|each week|once a week|co tydzien|raz w tygodniu|cotygodniow\w*)\b"), "weekly"),
    (
        re.compile(
            r"\b(?:nightly|every (?:night|day|morning|evening)|each (?:night|day)|daily|once a day|at night|codzien\w*|co noc\w*"
            r"|co dzien|kazdej nocy|kazdego dnia|w nocy|nocn\w+|raz dziennie|co rano)\b"
        ),
        "daily",
    ),
)
_TIME = re.compile(
    r"\b(?:at|o|about|around|okolo|godz\w*\.?|@)\s*(?:godz\w*\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|rano|w nocy|wieczorem"
    r"|po poludniu)?"
    r"(?![\d%])"
)
_BARE_TIME = re.compile(r"(?<![\d:.])(\d{1,2})(?::(\d{2})\s*(am|pm)?|\s?(am|pm))\b")
_NAMED_HOURS = ((re.compile(r"\b(?:midnight|polnoc\w*)\b"), 0), (re.compile(r"\b(?:noon|w poludnie)\b"), 12))


def schedule_in(text: str, *, minute: str = "0", night: int = 3) -> str | None:
    """The cron line that a message names or describes; None when it speaks of no time.

    `minute` stands where no minute is told (Jenkins has its own, `H`), `night` where no hour is.
    """
    written = _CRON.search(text)
    if written:
        return written.group(1)
    low = fold(text.lower())
    every = _EVERY.search(low)
    if every:
        return f"*/{every[1]} * * * *" if every[2].startswith("min") else f"{minute} */{every[1]} * * *"
    period = _weekday(low) or next((name for pattern, name in _PERIODS if pattern.search(low)), None)
    return _line(period, low, minute, night) if period else None


def _weekday(low: str) -> str | None:
    named = [str(day) for day, pattern in enumerate(_DAYS) if re.search(rf"\b(?:{pattern})\w*", low)]
    repeated = re.search(
        r"\b(?:every|each|on|co|w kazd\w+|kazd\w+|we?)\s+(?:\w+\s+)?(?:[a-z]+day|poniedz|wtor|srod|czwart|piat|sobot|niedz)", low
    )
    if len(named) == 2 and _PERIODS[1][0].search(low):
        return "1-5"
    return ",".join(named) if named and (repeated or _PERIODS[3][0].search(low)) else None


def _line(period: str, low: str, minute: str, night: int) -> str:
    if period == "hourly":
        return f"{minute} * * * *"
    hour, told = _time(low)
    at = f"{told or minute} {night if hour is None else hour}"
    return {"daily": f"{at} * * *", "weekly": f"{at} * * 1", "monthly": f"{at} 1 * *"}.get(period, f"{at} * * {period}")


def _time(low: str) -> tuple[int | None, str | None]:
    for pattern, hour in _NAMED_HOURS:
        if pattern.search(low):
            return hour, None
    match = _TIME.search(low) or _BARE_TIME.search(low)
    if not match:
        return None, None
    hour = int(match[1])
    half = next((group for group in match.groups()[2:] if group), "")
    if half in ("pm", "wieczorem", "po poludniu") and hour < 12:
        hour += 12
    return (0 if half == "am" and hour == 12 else hour), (str(int(match[2])) if match[2] else None)
