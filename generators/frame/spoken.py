"""Quantities as people say them, in both languages: "przez 10 minut" is 10m, "half an hour" is 30m, "5 procent" is 0.05."""

import re
from dataclasses import dataclass

from ingest import fold

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12, "fifteen": 15,
    "thirty": 30, "half an": 0.5, "half a": 0.5, "pol": 0.5, "poltorej": 1.5, "poltora": 1.5, "jedna": 1, "jeden": 1, "jedno": 1,
    "jednej": 1, "dwa": 2, "dwie": 2, "dwoch": 2, "trzy": 3, "trzech": 3, "cztery": 4, "czterech": 4, "piec": 5, "pieciu": 5,
    "szesc": 6, "dziesiec": 10, "dziesieciu": 10, "dwanascie": 12, "pietnascie": 15, "trzydziesci": 30,
}  # fmt: skip
_UNITS = {
    "ms": r"ms|milisek\w*|millisec\w*",
    "s": r"s|sec|secs|second|seconds|sek|sekund\w*",
    "m": r"m|min|mins|minute|minutes|minut\w*",
    "h": r"h|hr|hrs|hour|hours|godz|godzin\w*|g",
    "d": r"d|day|days|dni|dniach|dniom|dzien|dnia|doba|dobe|doby",
    "w": r"w|week|weeks|tydzien|tygodn\w*",
    "M": r"month|months|miesiac\w*|miesiec\w*",
    "y": r"y|year|years|rok|roku|lat|lata",
}
_SECONDS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "M": 2592000, "y": 31536000}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_UNIT = "|".join(f"(?P<{unit if unit != 'M' else 'month'}>{words})" for unit, words in _UNITS.items())
_DURATION = re.compile(rf"(?<![\w.,])(?:(?P<number>\d+(?:[.,]\d+)?)\s*-?\s*|(?P<word>{_WORD})[\s-]+)(?:{_UNIT})(?!\w)")
# A unit by itself is one of it, where a word before it says that a time is meant: "przez godzinę", "every minute".
_BARE = re.compile(rf"\b(?:co|za|przez|niz|every|each)\s+(?:{_UNIT})(?!\w)")
_JOINED = re.compile(r"(?<![\w.,])(?:\d+(?:ms|[smhdw])){2,}(?!\w)")
_QUARTER = re.compile(r"\bkwadrans\w*|\bquarter of an hour")
_PERCENT = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s*(?:%|procent\w*|proc\b|percent|pct)")


@dataclass(frozen=True)
class Spoken:
    """A quantity and where it stands in the text."""

    start: int
    end: int
    value: str

    @property
    def seconds(self) -> float:
        """A duration's length."""
        return seconds_of(self.value)


def plain(text: str) -> str:
    """The text without capitals and diacritics; every character keeps its place."""
    return fold(text.lower())


def durations(text: str) -> list[Spoken]:
    """All durations of a text in its order, written like 30s, 5m, 4h or 7d."""
    low = plain(text)
    found = [Spoken(*match.span(), match.group()) for match in _JOINED.finditer(low)]
    found += [
        Spoken(*match.span(), _written(_number(match["number"] or match["word"]), _unit(match)))
        for match in _DURATION.finditer(low)
    ]
    found += [Spoken(*match.span(), _written(1, _unit(match))) for match in _BARE.finditer(low)]
    found += [Spoken(*match.span(), "15m") for match in _QUARTER.finditer(low)]
    return sorted(found, key=lambda one: one.start)


def duration_near(text: str, cues: str, *, within: int = 45) -> str | None:
    """The duration that follows the pattern `cues` most closely, or else stands right before it."""
    low, spoken = plain(text), durations(text)
    near = [
        (one.start - cue.end(), one.value)
        for cue in re.finditer(cues, low)
        for one in spoken
        if 0 <= one.start - cue.end() <= within
    ]
    near += [
        (cue.start() - one.end + within, one.value)
        for cue in re.finditer(cues, low)
        for one in spoken
        if 0 <= cue.start() - one.end <= 15
    ]
    return min(near)[1] if near else None


def percents(text: str) -> list[tuple[int, int, float]]:
    """All percentages of a text as shares between 0 and 1, each with where it stands."""
    return [(*match.span(), round(float(match[1].replace(",", ".")) / 100, 6)) for match in _PERCENT.finditer(plain(text))]


def slug(text: str, joint: str = "_") -> str:
    """A name of ASCII letters, digits and `joint`, as close to the words as it can be."""
    return re.sub(r"[^a-z0-9]+", joint, plain(text)).strip(joint)


def seconds_of(duration: str) -> float:
    """The length of a duration such as 1h30m."""
    return sum(int(number) * _SECONDS[unit] for number, unit in re.findall(r"(\d+)(ms|[smhdwMy])", duration))


def _unit(match: re.Match[str]) -> str:
    unit = next(name for name, text in match.groupdict().items() if text is not None and name not in ("number", "word"))
    return "M" if unit == "month" else unit


def _number(text: str) -> float:
    return float(_WORDS[text]) if text in _WORDS else float(text.replace(",", "."))


def _written(number: float, unit: str) -> str:
    """Whole numbers only: 1.5h is 90m, and a month is 30d, because not every tool knows months."""
    if unit in ("M", "y"):
        return f"{round(number * (30 if unit == 'M' else 365))}d"
    smaller = {"s": ("ms", 1000), "m": ("s", 60), "h": ("m", 60), "d": ("h", 24), "w": ("d", 7)}
    while number != int(number) and unit in smaller:
        unit, number = smaller[unit][0], round(number * smaller[unit][1], 6)
    return f"{int(number)}{unit}"
