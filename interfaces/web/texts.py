"""The page's own words in Polish and English."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

ASSETS = Path(__file__).parent / "assets"
LANGUAGES = ("pl", "en")


@dataclass(frozen=True)
class Texts:
    """Every word of the page in one language; a word that `texts.yaml` lacks or has too many stops the program."""

    name: str
    greeting: str
    promise: str
    placeholder: str
    first_questions: list[str]
    language_label: str
    new_conversation: str
    recent: str
    nothing_recent: str
    untitled: str
    sources: str
    source_facts: str
    open_page: str
    cited_code: str
    passage_languages: dict[str, str]
    was_it_helpful: str
    thanks: str
    ask_next: str
    working: str
    unfinished: str
    ask_again: str
    opening: str
    indexing: str
    not_found: str
    try_again: str
    sign_in: str
    sign_in_first: str
    sign_out: str
    files: dict[str, str]
    form: dict[str, str]


@cache
def load_texts(language: str) -> Texts:
    """The words for `pl` or `en`."""
    data = yaml.safe_load((ASSETS / "texts.yaml").read_text(encoding="utf-8"))
    return Texts(**data[language])
