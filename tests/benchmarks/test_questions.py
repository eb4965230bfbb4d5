"""Our own questions fit the pages that they are about."""

import re

import pytest

from benchmarks.questions import Question, question_sets
from knowledge import builtin_root

OWN = question_sets()[0]


@pytest.mark.parametrize("question", OWN.answerable, ids=lambda question: question.id)
def test_a_question_names_pages_that_exist_and_hold_its_facts(question: Question) -> None:
    pages = {page: builtin_root() / page for page in question.gold}
    assert pages and all(path.is_file() for path in pages.values()), f"{question.id}: a page was renamed"
    for language in ("pl", "en"):
        text = "\n".join(path.read_text(encoding="utf-8") for page, path in pages.items() if f"/{language}/" in page)
        missing = [fact for fact in question.facts if not re.search(fact, text, re.I)]
        assert not missing, f"{question.id}: not in the {language} pages: {missing}"


def test_both_languages_and_both_kinds_are_there_in_equal_parts() -> None:
    for answerable in (True, False):
        counts = [sum(q.answerable == answerable and q.language == language for q in OWN.questions) for language in ("pl", "en")]
        assert min(counts) >= 30 and max(counts) - min(counts) <= 5, counts


def test_ids_are_told_apart() -> None:
    assert len({question.id for question in OWN.questions}) == len(OWN.questions)
