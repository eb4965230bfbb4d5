"""Whether a piece says what a thing is: "A chart is a folder with templates"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from agents.embedded.units import split_units
from ingest import fold
from knowledge import Stems, question_language

Words = Sequence[frozenset[str]]
_STEMS = Stems()
_SAYS_WHAT = (
    r"(?:is|are) (?:only |just |simply )?(?:an?|the|one|what|where|how)|means|stands for|keeps|lets|describes|packs|starts|serves|"
    r"brings|runs|records|tells|says|holds|to|(?:jest|są) (?!tak)|oznacza|oznaczają|nazywamy|służy|służą|trzyma|przechowuje|"
    r"uruchamia|pozwala|odpowiada|daje|nadaje|pakuje|mówi"
)
_DEFINES = re.compile(rf"^(?P<subject>(?:[^\s.,;:–—]+\s?(?:\([^)]*\)\s?)?){{1,6}}?)(?:(?<=\s)(?:{_SAYS_WHAT})\b|\s*[:–—]\s)", re.I)
# "A DAG is …", "Pod to …": what is told first and at once is a definition, and not one of many things told about it.
_AT_ONCE = re.compile(
    r"^(?:an?\s|the\s)?(?P<subject>(?:[^\s.,;:–—]+\s){1,3}?(?:\([^)]*\)\s)?)(?:(?:is|are) (?:an?|the)|to|jest)\s", re.I
)
_MODIFIERS = re.compile(r"\s(?:in|on|of|for|used|and|with|from|works?|do|does|mean|w|we|na|i|z|od|dla|oraz|dziala)\b.*$|[?!.,;].*$")


def subject_of(text: str) -> str:
    """What the sentence tells about, if it says what that is; else nothing."""
    match = _DEFINES.match(text)
    return match["subject"] if match else ""


def named_in(question: str) -> list[frozenset[str]]:
    """The words of a question that come before "in Airflow", "for a model": those that name the thing."""
    return _STEMS.of_query(_MODIFIERS.sub("", fold(question.lower())))


def head_of(question: str, words: Words) -> frozenset[str]:
    """In English the last word before a preposition names the thing ("branch in Git"), in Polish the first ("rejestr modeli")."""
    own, named_own = _STEMS.of_query(question), named_in(question)
    named = [group for group, typed in zip(words, own, strict=True) if typed in named_own] or list(words)
    return named[0 if question_language(question) == "pl" else -1] if named else frozenset()


def is_defined(text: str, head: frozenset[str], words: Words, language: str) -> bool:
    """Whether a passage has a sentence or an item that says at once what the thing is, and tells of nothing else than was asked."""
    asked = frozenset().union(*words)
    return any(head & subject and subject <= asked for subject in _subjects(text, language))


@lru_cache(maxsize=2_000)
def _subjects(text: str, language: str) -> tuple[frozenset[str], ...]:
    told = (_AT_ONCE.match(unit.text) for unit in split_units(text) if unit.kind in ("sentence", "item"))
    subjects = (re.sub(r"\([^)]*\)", " ", match["subject"]) for match in told if match)
    return tuple(frozenset(_STEMS.of_text(subject, language).split()) for subject in subjects)
