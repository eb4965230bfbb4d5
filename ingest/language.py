"""Which of our two languages a text is in, and Polish letters without their marks."""

import re
from collections.abc import Iterable
from typing import Literal

_MARKED = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
_FENCE = re.compile(r"```.*?```|`[^`\n]*`", re.S)
_WORD = re.compile(r"[^\W\d_]+")

# Function words that only one of the languages has, with Polish ones also as typed without diacritics.
_POLISH = frozenset(
    """jest sa się sie nie jak jaki jaka jakie jakich co czy czym to ten ta te tego tej tych tym do dla przez przy od po
    oraz lub albo i w z na za ze że zeby żeby aby gdzie kiedy który ktory która ktora które ktore których ktorych bez
    jego jej ich mam masz mamy mi mnie ci go nas nam u tak ale już juz tylko może moze można mozna trzeba chce chcę
    daj zrób zrob potrzebuję potrzebuje pokaż pokaz jako żaden zaden bo gdy jeśli jesli dlaczego czemu ile skąd skad
    po co dziala działa jeden dwa trzy mój moj moja moje każdy kazdy każda kazda między miedzy różnica roznica dodaj zmień zmien
    przykład przyklad cześć czesc hej dzięki dzieki dobry robić robic zrobić zrobic lepiej teraz jeszcze też tez tu tam
    proszę prosze poproszę poprosze""".split()
)
_ENGLISH = frozenset(
    """the is are was were be been a an of to in on for with without and or not how what which who why when where do does
    did can could should would will i you he she it we they my your its our their this that these those from by as at
    if then than but so there have has had me us them about into out up down only also hi hello thanks please make give
    want need use using difference between each every any some no yes whats dont cant im""".split()
)


def fold(text: str) -> str:
    """Polish letters without their marks: "wdrożyć" becomes "wdrozyc"."""
    return text.translate(_MARKED)


def detect_language(text: str, fallback: Literal["pl", "en"] = "en") -> Literal["pl", "en"]:
    """The language of a text, by its letters and function words; code is left aside. `fallback` when nothing tells."""
    score = polish_score(_WORD.findall(_FENCE.sub(" ", text[:20_000]).lower()))
    return fallback if score == 0 else "pl" if score > 0 else "en"


def polish_score(words: Iterable[str]) -> float:
    """How many signs of Polish there are beyond the signs of English, counted by word (lower case)."""
    score = 0.0
    for word in words:
        if word != fold(word):
            score += 1.5
        if word in _POLISH:
            score += 1
        if word in _ENGLISH:
            score -= 1
    return score
