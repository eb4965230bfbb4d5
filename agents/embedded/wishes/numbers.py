"""Numbers in a request: next to the words that say what they count."""

import re

from agents.embedded.wishes.cues import cue_pattern

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "jeden": 1, "jedna": 1, "jedno": 1, "jednej": 1, "jednego": 1, "dwa": 2, "dwie": 2, "dwoch": 2, "trzy": 3, "trzech": 3,
    "cztery": 4, "czterech": 4, "piec": 5, "pieciu": 5, "szesc": 6, "siedem": 7, "osiem": 8, "dziewiec": 9, "dziesiec": 10,
    "dwanascie": 12,
}  # fmt: skip
_NUMBER = rf"(-?\d+(?:[.,]\d+)?|{'|'.join(_WORDS)})"
_FILLER = (
    r"(?:is|are|to|na|of|do|set|be|at|most|least|the|number|wynosi|rowna|rowny|co|najmniej|najwyzej|maksymalnie|minimum|ma"
    r"|byc|maja|to be|"
    r"nr|numer|equal|equals|should|up|by|z|from|above|below|over|under|powyzej|ponizej|ponad|than|niz|"
    r"wiecej|mniej|more|less|greater|higher|lower)"
)
# "port 9000", "replicas: 3", "set the port to 9000": the cue first; and "3 repliki", "80% CPU": the number first.
_AFTER = rf"(?:\s*[:=(]\s*|\s+)(?:{_FILLER}\s+){{0,4}}[\"'`]?{_NUMBER}(?![\w/.:]*[a-z_/:-]\d)"
_BEFORE = rf"(?<![\w.,:/-]){_NUMBER}\s*%?\s*(?:x\s+)?(?:[a-z]+\s+){{0,1}}?$"


def number_near(cues: tuple[str, ...], text: str) -> float | None:
    """The number that a cue in the folded text speaks of; the closer side wins, after the cue when both are as close."""
    best: tuple[int, float] | None = None
    for match in cue_pattern(cues).finditer(text):
        for distance, value in _sides(text, match.start(), match.end()):
            if best is None or distance < best[0]:
                best = (distance, value)
    return best[1] if best else None


def _sides(text: str, start: int, end: int) -> list[tuple[int, float]]:
    sides = []
    after = re.match(_AFTER, text[end:])
    if after:
        sides.append((after.start(1), _value(after.group(1))))
    before = re.search(_BEFORE, text[max(0, start - 30) : start])
    if before:
        sides.append((min(start, 30) - before.end(1), _value(before.group(1))))
    return sides


def _value(text: str) -> float:
    return float(_WORDS[text]) if text in _WORDS else float(text.replace(",", "."))


_PORT = re.compile(
    r"(?<!\w)(?:port\w*|:|on|na|at|expose[sd]?|listen\w*(?: on)?|slucha\w*(?: na)?)[\s:=]*(?:porcie |port |is |to |na |nr "
    r"|number |=\s*)*(-?\d{2,6})(?![\w./:-]*\w|%)"
)
_PORT_WORD = re.compile(
    r"(?<!\w)port\w*[\s:=]*(?:(?:is|to|na|nr|numer|number|of|=|from|z|be|bedzie|ma byc|:)\s*)*[\"'`]?(-?\d{1,7})(?![\w.]*\w)"
)


def port_in(text: str) -> int | None:
    """The port that a folded text names: after the word "port" if it says so, otherwise after "on" and "na"."""
    match = _PORT_WORD.search(text) or _PORT.search(text)
    return int(match.group(1)) if match else None
