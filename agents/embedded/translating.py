"""What a word is called in the other language: answered from the glossary, without a search."""

import re

from ingest import fold
from knowledge import Entry, look_up

_INTO = r"(?:polsku|angielsku|polish|english|polski|angielski)"
_SAYS = r"(?:jest |bedzie |brzmi |sie mowi |mowi sie |powiedziec |nazwac |nazywa sie |przetlumaczyc )?"
_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:a )?jak {_SAYS}po {_INTO} {_SAYS}(?:na |o )?(?P<word>.+)$",
        rf"^(?:a )?jak {_SAYS}(?:na |o )?(?P<word>.+) (?:po|na) {_INTO}$",
        rf"^(?:a )?co (?:to )?(?:znaczy|oznacza)(?: slowo| termin)? (?P<word>.+) po {_INTO}$",
        rf"^(?:prosze )?(?:przetlumacz|tlumaczenie)(?: mi)?(?: slowo| termin)? (?P<word>.+?)(?: na {_INTO})?$",
        rf"^(?:podaj )?{_INTO} (?:odpowiednik|termin|nazwa)(?: slowa| dla| na)? (?P<word>.+)$",
        rf"^(?:and )?(?:what is|what's|what are|whats) (?P<word>.+) (?:called )?in {_INTO}$",
        rf"^(?:and )?how (?:do|would|can|should) (?:you|i|we) (?:say|call|translate) (?P<word>.+) (?:in|to|into) {_INTO}$",
        rf"^(?:what is |what's |whats )?(?:the |a )?{_INTO} (?:word|term|name|translation|equivalent) (?:for|of) (?P<word>.+)$",
        rf"^(?:please )?translate (?P<word>.+?)(?: (?:in|to|into) {_INTO})?$",
    )
)
_MOST_MEANINGS, _MOST_FORMS = 4, 5
_SAID = {
    "pl": ("Tak mówi się o tym w tej dziedzinie (z glosariusza Sternika):", "po angielsku", "po polsku"),
    "en": ("This is what the field calls it (from Sternik's glossary):", "in English", "in Polish"),
}


def translated(question: str, language: str) -> str | None:
    """The reply in the asker's language, or None when no translation is asked for or the glossary has none."""
    folded = fold(question.lower()).strip(" \t\n?!.")
    found = next((match for pattern in _ASKED if (match := pattern.match(folded))), None)
    if found is None:
        return None
    start, end = found.span("word")
    word = question.strip(" \t\n?!.")[start:end].strip(" \"'`„”“:")
    entries = look_up(word)
    return _told(entries, language) if entries else None


def _told(entries: list[Entry], language: str) -> str:
    opening, english, polish = _SAID[language]
    lines = [
        f"- {english}: **{entry.en[0]}**{_others(entry.en)}; {polish}: **{entry.pl[0]}**{_others(entry.pl)}"
        for entry in entries[:_MOST_MEANINGS]
    ]
    return f"{opening}\n\n" + "\n".join(lines)


def _others(forms: tuple[str, ...]) -> str:
    return "".join(f", {form}" for form in forms[1:_MOST_FORMS])
