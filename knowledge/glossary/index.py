"""Finding the entries that a question's words stand for.

The forms of 3,600 entries take half a second to stem, so what is looked up ships ready (`make glossary`) and is only made here
when the entries have changed since.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest import fold
from knowledge.glossary.entries import Entry, load_entries, term_files
from knowledge.glossary.inflection import changed_forms
from knowledge.lexical import STOPWORDS, Stems, tokens

READY = "ready.json"
LONGEST = 5  # words of a phrase
# Between the words of a phrase these stand anywhere: "wywala mi się", "wywala się mi".
_LOOSE = frozenset("się sie mi mnie nam ci mu im".split())
_STEMS = Stems()


@dataclass(frozen=True)
class Reading:
    """The words from `start` to `end` (exclusive) of a question's words stand for one of the entries."""

    start: int
    end: int
    entries: tuple[int, ...]


@dataclass(frozen=True)
class Index:
    """Entry numbers by stemmed form: of English forms, of Polish ones with their marks, and of Polish ones typed without.

    `forms` are the entries' own, English and Polish, by number: reading them from here takes a tenth of the time.
    """

    forms: list[list[list[str]]]
    en: dict[str, list[int]]
    marked: dict[str, list[int]]
    plain: dict[str, list[int]]


def words_of(text: str) -> list[str]:
    """The words that phrases are looked for in."""
    return [word for word in tokens(text) if word not in _LOOSE]


def readings(words: Sequence[str], language: str) -> list[Reading]:
    """Which entries the words stand for, the longest phrases first, none overlapping.

    A Polish question's words may be English ones. Function words alone stand for nothing.
    """
    index = load_index()
    marked = any(word != fold(word) for word in words)
    polish = (index.marked, _marked) if marked else (index.plain, plain_key)
    tables = [polish, (index.plain, plain_key), (index.en, english_key)] if language == "pl" else [(index.en, english_key)]
    found: list[Reading] = []
    start = 0
    while start < len(words):
        longest = next(
            (
                Reading(start, start + length, tuple(entries))
                for length in range(min(LONGEST, len(words) - start), 0, -1)
                if not STOPWORDS.issuperset(words[start : start + length])
                for table, stemmed in tables
                if (entries := table.get(stemmed(words[start : start + length])))
            ),
            None,
        )
        found += [longest] if longest else []
        start = longest.end if longest else start + 1
    return found


@cache
def load_index() -> Index:
    """What ships, or made now when an entry was changed since."""
    file = files("knowledge.glossary").joinpath(READY)
    if file.is_file():
        ready = json.loads(file.read_text(encoding="utf-8"))
        if ready.pop("of") == edition():
            return Index(**ready)
    return make_index(load_entries())


def edition() -> str:
    """Changes with the entries."""
    digest = hashlib.sha256()
    for file in term_files():
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def make_index(entries: Iterable[Entry]) -> Index:
    """Stem every form of every entry."""
    tables: list[defaultdict[str, set[int]]] = [defaultdict(set), defaultdict(set), defaultdict(set)]
    forms = []
    for number, entry in enumerate(entries):
        forms.append([list(entry.en), list(entry.pl)])
        for form in entry.en:
            tables[0][english_key(words_of(form))].add(number)
        for form in entry.pl:
            for words in _inflected(words_of(form)):
                tables[1][_marked(words)].add(number)
                tables[2][plain_key(words)].add(number)
    return Index(forms, *({key: sorted(numbers) for key, numbers in table.items() if key} for table in tables))


def _inflected(words: list[str]) -> Iterable[list[str]]:
    yield words
    for place, word in enumerate(words):
        for form in changed_forms(word):
            yield [*words[:place], form, *words[place + 1 :]]


def english_key(words: Sequence[str]) -> str:
    """Under what an English form is found."""
    return " ".join(_STEMS.english(word) for word in words)


def _marked(words: Sequence[str]) -> str:
    return " ".join(_STEMS.polish(word) for word in words)


def plain_key(words: Sequence[str]) -> str:
    """Under what a Polish form is found, typed without marks."""
    return " ".join(_STEMS.polish(fold(word)) for word in words)
