"""Texts in a request: values that stand out by their form, and names after the words that announce them."""

import re
from collections.abc import Sequence

from agents.embedded.wishes.cues import cue_pattern, folded
from generators import Grammar

_OPEN = "\"'`„“‘«"
_CLOSE = "\"'`”“’»"
_QUOTED = re.compile(rf"[{_OPEN}]([^{_OPEN}{_CLOSE}]{{1,400}})[{_CLOSE}]", re.S)
_FILLER = (
    r"(?:(?:is|to|jest|it|called|named|name|of|the|a|an|na|do|z|w|from|in|at|o|nazwie|nazwa|for|dla|as|should|be|ma|byc|set|with"
    r"|file|pliku|plik|pliki)\s+)"
)
_LEAD = rf"\s*[:=]?\s*{_FILLER}{{0,4}}"
_TOKEN = re.compile(r"[^\s,;()<>\"'`„”“’‘«»]+")
_NEAR = 45
NAMING = (
    "named",
    "called",
    "name",
    "name it",
    "call it",
    "name:",
    "o nazwie",
    "nazwa",
    "nazwe",
    "nazwij",
    "nazwany",
    "nazwana",
    "nazywa* sie",
    "pod nazwa",
    "nazwie",
)


def first_by_form(grammar: Grammar, cues: Sequence[str], text: str) -> str | None:
    """The value of this form: the one nearest to a cue when there are cues, otherwise the first."""
    hits = [match for match in re.finditer(grammar.find or "(?!)", text)]
    if not cues:
        return _whole(hits[0]) if hits else None
    spans = [match.span() for match in cue_pattern(tuple(cues)).finditer(folded(text))]
    near = [(_distance(hit, span), hit) for hit in hits for span in spans]
    near = [pair for pair in near if pair[0] <= _NEAR]
    if near:
        return _whole(min(near, key=lambda pair: pair[0])[1])
    return None


def all_by_form(grammar: Grammar, text: str) -> list[str]:
    """All values of this form, each once."""
    return list(dict.fromkeys(_whole(match) for match in re.finditer(grammar.find or "(?!)", text)))


def _whole(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), match.group())


def _distance(hit: re.Match[str], span: tuple[int, int]) -> int:
    """Characters between a value and a cue; what stands after its cue is nearer than what stands before it."""
    if hit.start() >= span[1]:
        return hit.start() - span[1]
    return span[0] - hit.end() + 10 if hit.end() <= span[0] else 0


# "A named volume" names nothing.
_KIND_OF = re.compile(r"\b(?:an?|the|with|no|any)\s+$")


def after_cue(cues: Sequence[str], text: str) -> str | None:
    """The word or the quoted text after a cue."""
    low = folded(text)
    for match in cue_pattern(tuple(cues)).finditer(low):
        if _KIND_OF.search(low[: match.start()]):
            continue
        lead = re.match(_LEAD, low[match.end() :])
        rest = text[match.end() + (lead.end() if lead else 0) :]
        quoted = _QUOTED.match(rest)
        if quoted:
            return quoted.group(1)
        token = _TOKEN.match(rest)
        if token and (word := token.group().rstrip(".,:;!?")):
            return word
    return None


def quoted_in(text: str) -> list[str]:
    """All texts in quotes."""
    return [match.group(1) for match in _QUOTED.finditer(text)]


_JOINT = re.compile(
    r"\s*(?:->|→|=>|>|,|;|\+|/|\n\s*[-*]?|\s(?:and then|and|then|oraz|potem|a potem|nastepnie|i|a)\s)\s*(?:(?:and|then|oraz"
    r"|potem|i)\s+)?"
)


def list_after(cues: Sequence[str], text: str, pattern: str) -> list[str]:
    """The items after a cue: "a, b and c", "a -> b -> c"; the list ends at the first piece that is not one word of this pattern."""
    low = folded(text)
    for match in cue_pattern(tuple(cues)).finditer(low):
        lead = re.match(_LEAD, low[match.end() :])
        items = _items(text[match.end() + (lead.end() if lead else 0) :], pattern)
        if items:
            return items
    return []


def _items(text: str, pattern: str) -> list[str]:
    items: list[str] = []
    at = 0
    while at < len(text):
        word = _TOKEN.match(text, at) or _QUOTED.match(text, at)
        if not word:
            break
        value = (word.group(1) if word.re is _QUOTED else word.group()).rstrip(".:!?")
        if not re.fullmatch(pattern, value):
            break
        items.append(value)
        joint = _JOINT.match(folded(text), word.end())
        if not joint:
            break
        at = joint.end()
    return items
