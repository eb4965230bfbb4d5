"""The questions written for the sections: where they belong, in which language, and how many."""

from collections import Counter
from functools import cache

import pytest
from pages import KNOWLEDGE, LANGUAGES, all_pages

from ingest import Chunk, Page, chunk_document, walk
from knowledge import question_language
from knowledge.pages import load_asked

Asked = dict[str, dict[str, tuple[str, ...]]]
MOST_CHARACTERS = 320
LEAST_SHARE_OF_SECTIONS = 0.9
# Command lines, names and quoted errors carry no language; nothing else may be taken for the wrong one.
LEAST_SHARE_IN_LANGUAGE = 0.93


@cache
def asked() -> Asked:
    return load_asked(KNOWLEDGE)


@cache
def anchors(path: str) -> frozenset[str]:
    folder = KNOWLEDGE / path
    (page,) = (page for page in walk(folder) if isinstance(page, Page))
    chunks: list[Chunk] = chunk_document(page.read(), lambda text: len(text) // 4)
    return frozenset(chunk.anchor for chunk in chunks)


def questions(language: str) -> list[str]:
    return [text for path, sections in asked().items() if f"/{language}/" in path for own in sections.values() for text in own]


@pytest.mark.parametrize("path", sorted(asked()))
def test_every_question_belongs_to_a_section_of_a_page(path: str) -> None:
    assert path in all_pages()
    assert asked()[path].keys() <= anchors(path)


@pytest.mark.parametrize("path", sorted(page for page in all_pages()))
def test_nearly_every_section_is_asked_something(path: str) -> None:
    missing = anchors(path) - asked().get(path, {}).keys() - {""}
    assert len(missing) <= max(2, (1 - LEAST_SHARE_OF_SECTIONS) * len(anchors(path))), missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_is_asked_of_two_sections(language: str) -> None:
    assert [text for text, times in Counter(questions(language)).items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_short_and_in_their_language(language: str) -> None:
    found = questions(language)
    assert [text for text in found if not text.strip() or len(text) > MOST_CHARACTERS] == []
    assert sum(question_language(text) == language for text in found) >= LEAST_SHARE_IN_LANGUAGE * len(found)
