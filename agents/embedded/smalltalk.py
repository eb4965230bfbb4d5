"""Greetings, thanks and "who are you": answered in a sentence, without a search."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ingest import fold

_WORD = re.compile(r"[^\W\d_]+")


def small_talk(message: str, language: str) -> str | None:
    """The reply in the asker's language, or None when the message is not small talk."""
    words = [fold(word) for word in _WORD.findall(message.lower())]
    if not words or len(words) > 9:
        return None
    table = _table()
    for kind in table["kinds"].values():
        if " ".join(words) in kind.get("phrases", ()) or _made_of(words, kind, table["shared"]):
            reply: str = kind[language]
            return reply
    return None


def _made_of(words: list[str], kind: dict[str, Any], shared: list[str]) -> bool:
    return set(words) <= {*kind.get("words", ()), *shared} and bool(set(words) & set(kind.get("needs", ())))


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(files("agents.embedded").joinpath("smalltalk.yaml").read_text(encoding="utf-8"))
    return table
