"""Both languages tell the same: the same pages, headings, examples and tables."""

import re
from pathlib import Path

import pytest
from pages import Example, Page, all_pages, guides, pages_of, twins_of

EVERY_GUIDE = {"overview", "first-steps", "tasks", "errors", "cheatsheet"}
COMMENT = re.compile(r"(?:^|\s)(?:#|//)\s")
SAID_IN_A_DIAGRAM = re.compile(r"[\[({|>:\"].*")


@pytest.mark.parametrize("guide", [guide for guide in guides() if guide != "course"])
def test_a_tool_guide_has_the_five_pages(guide: str) -> None:
    assert {Path(page.path).stem for page in pages_of(guide, "en")} >= EVERY_GUIDE


@pytest.mark.parametrize("guide", guides())
def test_both_languages_have_the_same_pages(guide: str) -> None:
    assert [page.path for page in pages_of(guide) if page.twin not in all_pages()] == []


@pytest.mark.parametrize("guide", guides())
def test_twins_have_the_same_headings(guide: str) -> None:
    levels = [(english.path, _levels(english), _levels(polish)) for english, polish in twins_of(guide)]
    assert [path for path, english, polish in levels if english != polish] == []


@pytest.mark.parametrize("guide", guides())
def test_twins_name_the_same_things_in_their_headings(guide: str) -> None:
    for english, polish in twins_of(guide):
        assert _names(polish) == _names(english), f"{polish.path}: what stands in backticks is not translated"


@pytest.mark.parametrize("guide", guides())
def test_twins_have_the_same_examples(guide: str) -> None:
    for english, polish in twins_of(guide):
        assert [_kind(example) for example in polish.examples] == [_kind(example) for example in english.examples], polish.path


@pytest.mark.parametrize("guide", guides())
def test_twins_run_the_same_code(guide: str) -> None:
    pairs = [pair for english, polish in twins_of(guide) for pair in zip(english.examples, polish.examples, strict=False)]
    assert [(english.place, _code(polish)) for english, polish in pairs if _code(english) != _code(polish)] == []


@pytest.mark.parametrize("guide", guides())
def test_twins_have_the_same_tables(guide: str) -> None:
    assert [english.path for english, polish in twins_of(guide) if english.tables != polish.tables] == []


def _levels(page: Page) -> list[int]:
    return [level for level, _ in page.headings]


def _names(page: Page) -> list[set[str]]:
    return [set(re.findall(r"`[^`]+`", text)) for _, text in page.headings]


def _kind(example: Example) -> tuple[str, frozenset[str], str]:
    return example.language, example.marks, example.title


def _code(example: Example) -> list[str]:
    """The lines of an example without what is said in the page's language: comments, and the labels of a diagram."""
    if example.language == "mermaid":
        return [SAID_IN_A_DIAGRAM.sub("", line).rstrip() for line in example.text.splitlines()]
    return [COMMENT.split(line)[0].rstrip() for line in example.text.splitlines()]
