"""A question's words as pages of both languages may hold them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.glossary.entries import LANGUAGES
from knowledge.glossary.index import load_index, readings, words_of
from knowledge.lexical import STOPWORDS, Stems

Form = tuple[frozenset[str], ...]
_OTHER = {"pl": "en", "en": "pl"}


@dataclass(frozen=True)
class Concept:
    """One word of a question, or a phrase. `own` are the stems of the asker's word; a phrase has none: its words are concepts too.

    `partners` are its forms in the other language, which count in passages of that `language`: a passage holds a form when it holds
    every word of it, and a word when it holds one of its stems.
    """

    own: frozenset[str]
    partners: tuple[Form, ...] = ()
    language: str = ""

    @property
    def stems(self) -> frozenset[str]:
        """The stems of which each alone says that the concept is there."""
        return self.own.union(*(form[0] for form in self.partners if len(form) == 1))


def concepts_of(text: str, language: str, stems: Stems) -> list[Concept]:
    """The concepts of a question: its telling words in their order, each with what the glossary calls it, then phrases."""
    words = words_of(text)
    partners: defaultdict[str, list[Form]] = defaultdict(list)
    phrases: list[Concept] = []
    other = _OTHER[language]
    for reading in readings(words, language):
        forms = tuple(dict.fromkeys(form for number in reading.entries for form in _forms(number, other)))
        if reading.end - reading.start == 1:
            partners[words[reading.start]] += forms
        else:
            phrases.append(Concept(frozenset(), forms, other))
    return [
        *(Concept(group, _partners(group_words, partners), other) for group, group_words in stems.words_of_query(text)),
        *phrases,
    ]


def _partners(words: Iterable[str], partners: dict[str, list[Form]]) -> tuple[Form, ...]:
    return tuple(dict.fromkeys(form for word in words for form in partners.get(word, ())))


@lru_cache(maxsize=10_000)
def _forms(entry: int, language: str) -> Sequence[Form]:
    """The stemmed forms of an entry, without the function words in them."""
    found = []
    for form in load_index().forms[entry][LANGUAGES.index(language)]:
        words = words_of(form)
        found.append(tuple(_STEMS.of_word(word, language) for word in words if word not in STOPWORDS or len(words) == 1))
    return [form for form in dict.fromkeys(found) if form]


_STEMS = Stems()
