"""Templates of a chart, read for what they use: blocks that end, values that exist, helpers that are defined."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generators.checks.problem import Problem

_ACTION = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.S)
_OPENING = re.compile(r"(if|range|with|define|block)\b")
_VALUE = re.compile(r"\.Values((?:\.\w+)+)")
_USED = re.compile(r"(?:include|template)\s+\"([^\"]+)\"")
_DEFINED = re.compile(r"(?:define|block)\s+\"([^\"]+)\"")
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"")


def template_problems(templates: Mapping[str, str], values: Mapping[str, Any]) -> Iterator[Problem]:
    """What `helm template` would stumble over, or would silently leave empty."""
    defined = [name for text in templates.values() for name in _DEFINED.findall(text)]
    for path, text in templates.items():
        yield from _of_blocks(path, text)
        for match in _ACTION.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield from _of_action(path, line, match[1], values, defined)
    for name in sorted({name for name in defined if defined.count(name) > 1}):
        path = next(path for path, text in templates.items() if name in _DEFINED.findall(text))
        yield Problem(path, f"the helper {name} is defined twice")


def _of_blocks(path: str, text: str) -> Iterator[Problem]:
    waiting: list[int] = []
    for match in _ACTION.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if "{{" in match[1]:
            yield Problem(path, "this action never ends", line)
        elif _OPENING.match(match[1]):
            waiting.append(line)
        elif match[1] == "end" and not waiting:
            yield Problem(path, "end without a beginning", line)
        elif match[1] == "end":
            waiting.pop()
    yield from (Problem(path, "this block never ends", line) for line in waiting)


def _of_action(path: str, line: int, action: str, values: Mapping[str, Any], defined: list[str]) -> Iterator[Problem]:
    for name in _USED.findall(action):
        if name not in defined:
            yield Problem(path, f"there is no helper {name}", line)
    for keys in _VALUE.findall(_STRING.sub('""', action)):
        if not _exists(keys.strip(".").split("."), values):
            yield Problem(path, f".Values{keys} is not in values.yaml", line)


def _exists(keys: list[str], values: Any) -> bool:
    for key in keys:
        if not isinstance(values, Mapping) or not values:
            return True  # what a text, a list or a free mapping holds is for Helm to say
        if key not in values:
            return False
        values = values[key]
    return True
