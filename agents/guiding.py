"""Learning paths and steps in words, page by page cited."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from agents.embedded.passage import Evidence, Passage
from knowledge import BUILTIN, LearningPath, Step, Words, load_paths, load_step, open_page

# Search numbers its passages from 1, thirty in a turn at most; a page of a path must not be taken for one of them.
_FIRST = 101


@dataclass(frozen=True)
class Said:
    """A text and what could be asked next."""

    text: str
    suggestions: tuple[str, ...] = ()

    @classmethod
    def of(cls, key: str, language: str, **fields: Words | str | int) -> "Said":
        """One of our own sentences."""
        return cls(phrase(key, language, **fields))

    @classmethod
    def joined(cls, first: "Said", second: "Said") -> "Said":
        """One after the other."""
        return cls("\n\n".join(part.text for part in (first, second) if part.text), second.suggestions)


class CitedPages:
    """The built-in pages that one text cites, each with its number."""

    def __init__(self, language: str) -> None:
        """None yet."""
        self._language = language
        self._cited: dict[tuple[str, str], Passage] = {}

    def cite(self, name: str, words: str = "") -> Passage:
        """A page as a passage: the section that holds these words, or its opening."""
        page = open_page(name, self._language)
        section, text = _section(page.text, words)
        if (name, section) not in self._cited:
            number = _FIRST + len(self._cited)
            self._cited[name, section] = Passage(
                number, page.title, section, page.path, None, text, self._language, BUILTIN, page.modified, 1.0, 1.0, 0.0
            )
        return self._cited[name, section]

    def evidence(self) -> Evidence | None:
        """All of them; None when nothing was cited."""
        passages = tuple(self._cited.values())
        return Evidence("", passages, 1.0, 0.0, (), 1.0) if passages else None


def phrase(key: str, language: str, **fields: Words | str | int) -> str:
    """One of our own sentences in one language."""
    filled = {name: value.of(language) if isinstance(value, Words) else value for name, value in fields.items()}
    text: str = _phrases()[language][key]
    return text.format(**filled)


def tell_list(language: str) -> Said:
    """The paths that there are."""
    paths = load_paths()
    lines = [phrase("role", language, title=path.title, about=path.about) for path in paths]
    suggestions = tuple(phrase("suggest_start", language, title=path.title) for path in paths[:2])
    return Said("\n".join([phrase("list", language), "", *lines]), suggestions)


def tell_path(path: LearningPath, done: Collection[str], language: str, pages: CitedPages, *, begun: bool) -> Said:
    """A path's steps in order, each with the page to begin with."""
    steps = [load_step(name) for name in path.steps]
    hours = sum(step.hours for step in steps)
    opening = phrase("path", language, title=path.title, count=len(steps), hours=hours, about=path.about)
    lines = []
    for number, (place, step) in enumerate(zip(path.places, steps, strict=True), 1):
        page = pages.cite(step.pages[0])
        mark = phrase("mark", language) if step.id in done else ""
        fields: dict[str, Any] = {"title": step.title, "hours": step.hours, "page": page.title, "id": page.id}
        lines.append(phrase("place", language, number=number, mark=mark, **fields))
        if place.skip:
            lines.append(f"   {phrase('skip', language, text=place.skip)}")
    before = phrase("before", language, text=path.prerequisites)
    key = "suggest_next" if begun else "suggest_start"
    return Said(f"{opening}\n\n{before}\n\n" + "\n".join(lines), (phrase(key, language, title=path.title),))


def tell_step(step: Step, language: str, pages: CitedPages) -> Said:
    """What a step asks for."""
    lines = [phrase("step", language, title=step.title, hours=step.hours), "", phrase("read", language), ""]
    for name in step.pages:
        page = pages.cite(name)
        lines.append(phrase("page", language, page=page.title, id=page.id))
    for key, words in (("after", step.after), ("task", step.task), ("check", step.check)):
        lines += ["", phrase(key, language, text=words)]
    keys = ("suggest_quiz", "suggest_done")
    return Said("\n".join(lines), tuple(phrase(key, language, title=step.title) for key in keys))


def _section(text: str, words: str) -> tuple[str, str]:
    """The heading and text of the section that holds the words; the opening, which has no heading, when none does."""
    parts = re.split(r"(?m)^## (.+)$", text)
    sections = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    flat = " ".join(words.split())
    found = next((section for section in sections if flat and flat in " ".join(section[1].split())), sections[0])
    return found[0].strip(), found[1].strip()


@cache
def _phrases() -> dict[str, dict[str, str]]:
    phrases: dict[str, dict[str, str]] = yaml.safe_load(files("agents").joinpath("guidance.yaml").read_text(encoding="utf-8"))
    return phrases
