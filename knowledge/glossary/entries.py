"""The glossary as it is written: files by field, each entry one meaning with the words of both languages."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

LANGUAGES = ("en", "pl")


@dataclass(frozen=True)
class Entry:
    """One meaning. The first form of each language is its usual term, the others are how people also say it."""

    en: tuple[str, ...]
    pl: tuple[str, ...]
    field: str

    def forms(self, language: str) -> tuple[str, ...]:
        """What it is called in a language."""
        return self.en if language == "en" else self.pl


def term_files() -> list[Traversable]:
    """The files, by name."""
    folder = files("knowledge.glossary").joinpath("terms")
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)


@cache
def load_entries() -> tuple[Entry, ...]:
    """All entries, by field, in the order of their files."""
    return tuple(
        Entry(tuple(entry["en"]), tuple(entry["pl"]), file.name.removesuffix(".yaml"))
        for file in term_files()
        for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    )


_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the first takes a tenth of the time
