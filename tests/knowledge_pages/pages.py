"""The built-in pages as the tests see them: front matter, headings, prose, tables, links and examples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
FOLDERS = ("course", "tools")
LANGUAGES = ("en", "pl")
_PARSER = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
_TITLE = re.compile(r'title="([^"]*)"')


@dataclass(frozen=True)
class Example:
    """A fenced block: its language, what its info string says besides, and where it stands."""

    guide: str
    page: str
    line: int
    language: str
    marks: frozenset[str]
    title: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"


@dataclass(frozen=True)
class Page:
    """One Markdown file; `path` is relative to the knowledge folder."""

    path: str
    text: str

    @property
    def language(self) -> str:
        return self.path.split("/")[1]

    @property
    def guide(self) -> str:
        """The tool that the page belongs to, or `course`."""
        return Path(self.path).parent.name if self.path.startswith("tools/") else "course"

    @property
    def twin(self) -> str:
        """The path of the same page in the other language."""
        other = "pl" if self.language == "en" else "en"
        return self.path.replace(f"/{self.language}/", f"/{other}/", 1)

    @property
    def topic(self) -> str:
        """What the front matter's `topic` has to be: the tool's folder, or the page of the course."""
        return Path(self.path).stem if self.guide == "course" else self.guide

    @cached_property
    def tokens(self) -> list[Token]:
        return _PARSER.parse(self.text)

    @cached_property
    def front_matter(self) -> dict[str, Any]:
        first = self.tokens[0]
        return yaml.safe_load(first.content) if first.type == "front_matter" else {}

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """Each heading as its level and its text."""
        follow = zip(self.tokens, self.tokens[1:], strict=False)
        return [(int(token.tag[1]), inner.content) for token, inner in follow if token.type == "heading_open"]

    @cached_property
    def examples(self) -> list[Example]:
        return [self._example(token) for token in self.tokens if token.type == "fence"]

    def _example(self, token: Token) -> Example:
        words = _TITLE.sub("", token.info).split()
        title = _TITLE.search(token.info)
        line = token.map[0] + 1 if token.map else 0
        marks = frozenset(words[1:])
        return Example(self.guide, self.path, line, words[0] if words else "", marks, title[1] if title else "", token.content)

    @cached_property
    def tables(self) -> list[list[int]]:
        """The number of cells in each row of each table."""
        tables: list[list[int]] = []
        for token in self.tokens:
            if token.type == "table_open":
                tables.append([])
            elif token.type == "tr_open":
                tables[-1].append(0)
            elif token.type in ("th_open", "td_open"):
                tables[-1][-1] += 1
        return tables

    @cached_property
    def inline(self) -> list[Token]:
        """The runs of text: paragraphs, headings, list items and table cells."""
        return [token for token in self.tokens if token.type == "inline"]

    @cached_property
    def links(self) -> list[str]:
        """The targets of the links in the text."""
        children = [child for token in self.inline for child in token.children or []]
        return [str(child.attrs["href"]) for child in children if child.type == "link_open"]

    @cached_property
    def prose(self) -> list[str]:
        """The runs of text in plain words, without what stands in backticks."""
        return ["".join(_words(token)).strip() for token in self.inline]

    def sections(self) -> Iterator[tuple[str, str]]:
        """Each heading with the paragraph that answers it, if a paragraph follows it at once."""
        for heading, inner, _, following, text in zip(*(self.tokens[start:] for start in range(5)), strict=False):
            if heading.type == "heading_open" and following.type == "paragraph_open":
                yield inner.content, text.content


def _words(token: Token) -> Iterator[str]:
    for child in token.children or []:
        if child.type == "text":
            yield child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.type == "code_inline":
            yield "…"


@cache
def all_pages() -> dict[str, Page]:
    """Every page by its path."""
    files = sorted(file for folder in FOLDERS for file in (KNOWLEDGE / folder).rglob("*.md"))
    paths = [file.relative_to(KNOWLEDGE).as_posix() for file in files]
    return {path: Page(path, file.read_text(encoding="utf-8")) for path, file in zip(paths, files, strict=True)}


@cache
def guides() -> list[str]:
    """The tools that have a guide, and `course`."""
    return sorted({page.guide for page in all_pages().values()})


def pages_of(guide: str, *languages: str) -> list[Page]:
    """The pages of a guide, in both languages if none is named."""
    return [page for page in all_pages().values() if page.guide == guide and page.language in (languages or LANGUAGES)]


def twins_of(guide: str) -> list[tuple[Page, Page]]:
    """The English pages of a guide, each with the Polish one."""
    pages = all_pages()
    return [(page, pages[page.twin]) for page in pages_of(guide, "en") if page.twin in pages]


def examples(language: str) -> list[Example]:
    """The examples in this language of code that are meant to be right."""
    found = (example for page in all_pages().values() for example in page.examples)
    return [example for example in found if example.language == language and "wrong" not in example.marks]
