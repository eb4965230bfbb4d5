"""Parameters of a build: as options are written, and as people ask for them."""

import re
from dataclasses import dataclass
from typing import Annotated

from generators.frame import Grammar
from ingest import fold

_VALUE = r"[A-Za-z0-9_./:-]+"
Parameter = Annotated[
    str,
    Grammar(
        rf"[A-Za-z_][A-Za-z0-9_]*(?::bool|={_VALUE}(?:\|{_VALUE})*)?",
        "must be a parameter such as EPOCHS, EPOCHS=10, TARGET=staging|production or DRY_RUN:bool",
        "musi być parametrem, na przykład EPOCHS, EPOCHS=10, TARGET=staging|production lub DRY_RUN:bool",
        longest=200,
    ),
]


@dataclass(frozen=True)
class Parsed:
    """A parameter taken apart: `kind` is string, choice or booleanParam."""

    name: str
    kind: str
    default: str
    choices: tuple[str, ...]


def parsed(parameter: str) -> Parsed:
    """What a parameter's text means."""
    name, _, value = parameter.partition("=")
    if name.endswith(":bool"):
        return Parsed(name.removesuffix(":bool"), "booleanParam", "false", ())
    if "|" in value:
        return Parsed(name, "choice", "", tuple(value.split("|")))
    if value in ("true", "false"):
        return Parsed(name, "booleanParam", value, ())
    return Parsed(name, "string", value, ())


_WORD = r"[\"'`]?([A-Za-z_][A-Za-z0-9_]*)[\"'`]?"
_CUE = re.compile(
    r"\b(?:(choice|string|boolean|bool|text|wyboru|logiczn\w+|tekstow\w+)\s+)?(?:build\s+)?(?:parameters?|params?"
    r"|parametr\w*)\b(?:\s+(wyboru|logiczn\w+|tekstow\w+))?"
    r"\s*[:=-]?\s*(?:called |named |o nazw\w+ |such as |jak )?"
)
_CHOICES = re.compile(
    r"(?:\(\s*(?:choices?|do wyboru|values|opcje|wartosci)?|choices?|do wyboru|values|wartosc\w*|one of|jeden z|options?|opcje"
    r"|albo|:)\s*:?\s*"
    r"((?:[\w.-]+\s*(?:,|/|\||\bor\b|\band\b|\blub\b|\balbo\b|\bi\b)\s*)+[\w.-]+)"
)
_DEFAULT = re.compile(r"(?:default\w*|domysln\w*)\s*(?:value |is |to |wartosc\w* |=|:)*\s*[\"'`]?([\w./-]*\w)")
_LIST = re.compile(rf"{_WORD}(?:\s*(?:,|and|i|oraz)\s*{_WORD})*")
_COMMON = frozenset("and i oraz the a for with z do w of to which that ktory ktora is dla from stage stages".split())


def parameters_in(text: str) -> list[str] | None:
    """The parameters that a message asks for: names after the word, with their choices or default."""
    low = fold(text.lower())
    found: list[str] = []
    for cue in _CUE.finditer(low):
        found += [item for item in _after(text[cue.end() :], low[cue.end() :], cue[1] or cue[2] or "") if item not in found]
    return found or None


def _after(text: str, low: str, kind: str) -> list[str]:
    listed = _LIST.match(text)
    if not listed:
        return []
    names = [name for name in re.findall(r"[A-Za-z_][A-Za-z0-9_]*", listed.group()) if name.lower() not in _COMMON]
    names = [name for name in names if name.isupper() or name == names[0]]
    if not names or re.match(_WORD, text)[1].lower() in _COMMON:  # type: ignore[index]
        return []
    at = text.find(names[-1]) + len(names[-1])
    return [*names[:-1], names[-1] + _value(text, low, at, kind)]


def _value(text: str, low: str, at: int, kind: str) -> str:
    """What is said of the last name: its choices, its default, or that it is a yes or no."""
    clause = re.split(r"[.;]\s|\band then\b|\bstages?\b|\betap", low)[0]
    choices = _CHOICES.search(clause, at)
    if choices and (kind.startswith(("choice", "wybor")) or choices.start() - at < 5):
        values = re.split(r"\s*(?:,|/|\||\bor\b|\band\b|\blub\b|\balbo\b|\bi\b)\s*", text[choices.start(1) : choices.end(1)])
        return "=" + "|".join(value for value in values if value)
    default = _DEFAULT.search(clause, at)
    if default:
        return "=" + text[default.start(1) : default.end(1)]
    return ":bool" if kind.startswith(("bool", "logicz")) else ""
