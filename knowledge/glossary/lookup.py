"""What a word of the field is called in the other language."""

from knowledge.glossary.entries import Entry, load_entries
from knowledge.glossary.index import readings, words_of


def look_up(text: str) -> list[Entry]:
    """The entries that a whole word or phrase of either language stands for, in any of its forms, with or without Polish marks."""
    words = words_of(text)
    numbers: dict[int, None] = {}
    for language in ("pl", "en"):
        for reading in readings(words, language):
            if reading.end - reading.start == len(words):
                numbers |= dict.fromkeys(reading.entries)
    return [load_entries()[number] for number in numbers]
