"""How much of a question the passages hold."""

import pytest
from words import ignore

from ingest import Page
from knowledge import Library
from knowledge.coverage import coverage_of


@pytest.fixture
def filled(fast: Library) -> Library:
    pages = [Page(f"{n}.md", f"# Page {n}\n\ncommon words here on page{n}".encode(), 0.0) for n in range(9)]
    fast.ingest_pages([*pages, Page("rare.md", b"# Rare\n\ncommon liveness probe", 0.0)], "here", "docs", ignore)
    return fast


def cover(library: Library, question: str, paths: set[str]) -> tuple[float, tuple[str, ...]]:
    hits = [hit for hit in library.search("common liveness", k=50).hits if hit.path in paths]
    return coverage_of(library._ledger, library._ledger.stems.of_query(question), hits)


def test_a_question_whose_words_are_all_there_is_covered(filled: Library) -> None:
    assert cover(filled, "common liveness probes", {"rare.md"}) == (pytest.approx(1), ())


def test_a_rare_word_weighs_more_than_a_common_one(filled: Library) -> None:
    without_rare, _ = cover(filled, "common liveness", {f"{n}.md" for n in range(9)})
    without_common, _ = cover(filled, "words liveness", {"rare.md"})
    assert 0 < without_rare < 0.5 < without_common < 1


def test_words_that_nothing_holds_are_told(filled: Library) -> None:
    assert cover(filled, "liveness kubeflow", {"rare.md"})[1] == ("kubeflow",)


def test_without_words_or_hits_nothing_is_covered(filled: Library) -> None:
    assert cover(filled, "?", {"rare.md"})[0] == 0
    assert cover(filled, "liveness", set())[0] == 0
