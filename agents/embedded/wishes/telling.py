"""What is said with generated files: what they are, who checked them, what was assumed."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from agents.delivery import Delivery

_MOST_ASSUMED = 4
_MOST_DETAIL = 300


def tell(delivery: Delivery, language: str) -> str:
    """The answer that goes with the files, or with their refusal."""
    words = _words(language)
    if delivery.refusal:
        filled: str = words["refused"].format(reason=delivery.refusal[language])
        return filled
    lines = [words["done"].format(files=", ".join(f"`{file.path}`" for file in delivery.files))]
    lines += _verdicts(delivery, words)
    lines += _choices(delivery, words)
    return "\n\n".join(lines)


def ask_which(language: str, foreign: str = "") -> str:
    """The question back when a wish names no kind of file, or one of a tool that no generator here knows."""
    words = _words(language)
    declined = words["foreign"].format(tool=foreign) + " " if foreign else ""
    return f"{declined}{words['which']}"


def next_wishes(kind: str | None, language: str) -> tuple[str, ...]:
    """What could be asked for next; without a kind, where to begin."""
    words = _words(language)
    return tuple(words["first"] if kind is None else words["next"].get(kind, ()))


def _verdicts(delivery: Delivery, words: dict[str, Any]) -> list[str]:
    checks = [(file, check) for file in delivery.files for check in file.checks]
    lines = []
    if all(check.passed is not False for _, check in checks):
        passed = dict.fromkeys(f"{check.tool} {check.version}".strip() for _, check in checks if check.passed)
        lines += [words["passed"].format(tools=", ".join(passed))] if passed else []
    for file, check in checks:
        if check.passed is False:
            lines.append("⚠ " + words["failed"].format(tool=check.tool, path=f"`{file.path}`", detail=check.detail[:_MOST_DETAIL]))
    skipped = dict.fromkeys(
        f"{check.tool} ({check.detail.removeprefix('not checked: ')})" for _, check in checks if check.passed is None
    )
    return [*lines, words["unchecked"].format(tools=", ".join(skipped))] if skipped else lines


def _choices(delivery: Delivery, words: dict[str, Any]) -> list[str]:
    assumed = {name: value for name, value in delivery.chosen.items() if name not in delivery.given and _is_telling(value)}
    lines = []
    if delivery.given:
        given = {name: delivery.chosen[name] for name in delivery.given if name in delivery.chosen}
        lines.append(words["asked"].format(options=_listed(given, words)))
    if assumed:
        lines.append(words["assumed"].format(options=_listed(dict(list(assumed.items())[:_MOST_ASSUMED]), words)))
    return lines


def _is_telling(value: Any) -> bool:
    """Short and set: what is worth a word among the assumptions."""
    return isinstance(value, str | int | float) and not isinstance(value, bool) and value != ""


def _listed(options: dict[str, Any], words: dict[str, Any]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {_shown(value, words)}" for name, value in options.items())


def _shown(value: Any, words: dict[str, Any]) -> str:
    if isinstance(value, bool):
        return str(words["yes" if value else "no"])
    if isinstance(value, list):
        return ", ".join(_shown(item, words) for item in value)
    if isinstance(value, dict):
        return " ".join(_shown(item, words) for item in value.values() if item not in (None, "", [], {}))
    # Backticks keep a value from being read as Markdown.
    return "`" + str(value).replace("`", "'") + "`"


@cache
def _words(language: str) -> dict[str, Any]:
    table = yaml.safe_load(files("agents.embedded.wishes").joinpath("telling.yaml").read_text(encoding="utf-8"))
    words: dict[str, Any] = table[language]
    return words
