"""What a request says and what it refuses: patterns are written for lower-case text without diacritics."""

import re
from collections.abc import Mapping

from ingest import fold

_REFUSED = re.compile(
    r"\b(?:bez|without|no|not|nie|remove|drop|usun|wyrzuc|wywal|pomin|skip|wylacz|disable|instead of|zamiast|rather than"
    r"|don'?t(?: \w+)?)"
    r"\s+(?:(?:a|an|the|any|zadn\w+|plik\w*|uzywaj|use|add|dodawaj)\s+)?$"
)


def low(text: str) -> str:
    """The text as patterns are written; every character keeps its place."""
    return fold(text.lower())


def says(pattern: str, text: str) -> bool | None:
    """True when a word of this pattern is wanted, False when it only stands as refused ("bez GPU"), None when it does not occur."""
    lowered = low(text)
    places = [match.start() for match in re.finditer(rf"(?<![\w])(?:{pattern})(?!\w)", lowered)]
    wanted = [not _REFUSED.search(lowered[max(0, at - 40) : at]) for at in places]
    return any(wanted) if wanted else None


def first_wanted(patterns: Mapping[str, str], text: str) -> str | None:
    """The first key, in the table's order, whose pattern is wanted in the text."""
    return next((key for key, pattern in patterns.items() if says(pattern, text)), None)


def all_wanted(patterns: Mapping[str, str], text: str) -> list[str]:
    """The keys whose patterns are wanted in the text, in the table's order."""
    return [key for key, pattern in patterns.items() if says(pattern, text)]
