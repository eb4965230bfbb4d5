"""The built-in pages as people read them: by a name without a language, such as `tools/git/undoing`."""

import re
from dataclasses import dataclass
from functools import cache

import yaml

from errors import BadInput
from knowledge.pages import builtin_root

_NAME = re.compile(r"(?:course|tools/[a-z0-9-]+)/[a-z0-9-]+")
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_TITLE_LINE = re.compile(r"\A\s*# [^\n]*\n")


@dataclass(frozen=True)
class BuiltinPage:
    """A page in one language: its title, its path below the built-in knowledge, and its Markdown below the title."""

    name: str
    title: str
    path: str
    text: str
    modified: float


def page_path(name: str, language: str) -> str:
    """The path of a page's file: `tools/pl/git/undoing.md`."""
    room, rest = name.split("/", 1)
    return f"{room}/{language}/{rest}.md"


@cache
def open_page(name: str, language: str) -> BuiltinPage:
    """A page by its name.

    Raises:
        BadInput: there is no such page.
    """
    file = builtin_root() / page_path(name, language) if _NAME.fullmatch(name) else None
    if file is None or not file.is_file():
        raise BadInput(f"There is no built-in page {name!r}.")
    text = file.read_text(encoding="utf-8")
    front = _FRONT_MATTER.match(text)
    about = yaml.safe_load(front[1]) if front else {}
    body = _TITLE_LINE.sub("", text[front.end() :] if front else text)
    return BuiltinPage(name, str(about.get("title", name)), page_path(name, language), body.strip(), file.stat().st_mtime)
