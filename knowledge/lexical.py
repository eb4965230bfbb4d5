"""Words become stems: what the full-text index holds and how it is asked.

Both stemmers are Snowball's (PyStemmer). Polish ones know endings by their diacritics, and newcomers often type without them,
so a Polish word is indexed twice where it matters: the stem without its marks, and the stem of the word without its marks.
"""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator

import Stemmer

from ingest import fold

_TOKEN = re.compile(r"[^\W_]+(?:_[^\W_]+)*")
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_OLD_LETTERS = unicodedata.ucd_3_2_0.category
# Verbs in -ować, which most loans become, and their nouns: "wersjonować", "wersjonuje", "wersjonowanie" are one word to a reader.
_OWAC = re.compile(r"(?<=\w{4})(?:uj\w{0,3}|ow(?:a[cln]?\w{0,2})?)$")
_MOST_TOKEN = 40  # longer runs are hashes and encoded data, which nobody types

STOPWORDS = frozenset(
    """a an the and or of to in on for with without is are was were be been do does did can could should would will how what which
    who why when where i you he she it we they my your its our their this that these those from by as at if then than but so there
    have has had me us them about into out up get got some any just only also not no yes want need use using make
    w z na do dla i o a u po od za ze że zeby żeby aby by jest są sa być byc nie tak jak jaki jaka jakie jakich jakim co czy czym
    to ten ta te tego tej tych tym tu tam przez przy oraz lub albo gdzie kiedy ktory który ktora która ktore które ktorych których
    się sie mam masz mamy mi mnie ci go nas nam już juz tylko moze może mozna można trzeba chce chcę chcemy dlaczego czemu ile bo
    gdy jeśli jesli mój moj moja moje""".split()
)


class Stems:
    """Stemmers of both languages. One instance a thread at a time: PyStemmer's objects are not thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._english = Stemmer.Stemmer("english")
        self._polish = Stemmer.Stemmer("polish")

    def of_text(self, text: str, language: str) -> str:
        """The stems of a passage, as the index stores them."""
        with self._lock:
            return " ".join(stem for token in tokens(text) for stem in self._stems(token, language))

    def of_query(self, text: str) -> list[frozenset[str]]:
        """For each word that carries meaning, the stems under which a passage in either language may hold it.

        A question of function words only keeps them: they are all there is.
        """
        return [group for group, _ in self.words_of_query(text)]

    def words_of_query(self, text: str) -> list[tuple[frozenset[str], list[str]]]:
        """The same, with the words (lower case) of each group of stems."""
        words = list(dict.fromkeys(tokens(text)))
        telling = [word for word in words if word not in STOPWORDS] or words
        groups: dict[frozenset[str], list[str]] = {}
        for word in telling:
            groups.setdefault(self.of_word(word, "en") | self.of_word(word, "pl"), []).append(word)
        return list(groups.items())

    def english(self, word: str) -> str:
        """The stem of an English word in lower case."""
        with self._lock:
            return fold(self._english.stemWord(word))

    def polish(self, word: str) -> str:
        """The stem of a Polish word in lower case, with its marks."""
        with self._lock:
            return _OWAC.sub("ow", self._polish.stemWord(word))

    def of_word(self, word: str, language: str) -> frozenset[str]:
        """The stems under which a passage in that language may hold the word."""
        with self._lock:
            return frozenset(self._stems(word, language))

    def _stems(self, token: str, language: str) -> Iterable[str]:
        if language == "pl":
            stems = (fold(self._polish.stemWord(token)), self._polish.stemWord(fold(token)))
            return dict.fromkeys(_OWAC.sub("ow", stem) for stem in stems)
        return (fold(self._english.stemWord(token)),)


def tokens(text: str) -> Iterator[str]:
    """Words in lower case; `tmp_path` and `minReplicas` count whole and in parts."""
    # Some systems write "ż" as "z" and a dot, which would fall apart here.
    for match in _TOKEN.finditer(unicodedata.normalize("NFC", text)):
        word = match[0]
        if len(word) > _MOST_TOKEN or not _is_lettered(word):
            continue
        yield word.lower()
        parts = word.split("_") if "_" in word else _CAMEL.findall(word) if _is_camel(word) else []
        if len(parts) > 1:
            yield from (part.lower() for part in parts if len(part) > 1)


def _is_lettered(word: str) -> bool:
    # SQLite's tables of letters are older than Python's, and it divides words at what it does not take for one.
    return word.isascii() or all(_OLD_LETTERS(letter)[0] in "LN" for letter in word if letter != "_")


def _is_camel(word: str) -> bool:
    return word.isascii() and any(a.islower() and b.isupper() for a, b in zip(word, word[1:], strict=False))
