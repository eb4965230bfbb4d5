"""How much of a question the passages hold."""

import pytest
from words import ignore

from ingest import Page
from knowledge import Library
from knowledge.coverage import Coverage, coverage_of, held_in_one


@pytest.fixture
def filled(fast: Library) -> Library:
    pages = [Page(f"{n}.md", f"# Page {n}\n\ncommon words here on page{n}".encode(), 0.0) for n in range(9)]
    fast.ingest_pages([*pages, Page("rare.md", b"# Rare\n\ncommon liveness probe", 0.0)], "here", "docs", ignore)
    return fast


def cover(library: Library, question: str, paths: set[str]) -> Coverage:
    hits = [hit.chunk for hit in library.search("common liveness", k=50).hits if hit.path in paths]
    return coverage_of(library._ledger, library._ledger.stems.of_query(question), hits)


def test_a_question_whose_words_are_all_there_is_covered(filled: Library) -> None:
    assert cover(filled, "common liveness probes", {"rare.md"}) == Coverage(pytest.approx(1), 0, ())


def test_a_rare_word_weighs_more_than_a_common_one(filled: Library) -> None:
    without_rare = cover(filled, "common liveness", {f"{n}.md" for n in range(9)})
    without_common = cover(filled, "words liveness", {"rare.md"})
    assert 0 < without_rare.share < 0.5 < without_common.share < 1
    assert 1 > without_rare.absent > without_common.absent > 0


def test_words_that_nothing_holds_are_told(filled: Library) -> None:
    covered = cover(filled, "liveness kubeflow", {"rare.md"})
    assert covered.unknown == ("kubeflow",)
    assert covered.absent == 1


def test_without_words_or_hits_nothing_is_covered(filled: Library) -> None:
    assert cover(filled, "?", {"rare.md"}).share == 0
    assert cover(filled, "liveness", set()).share == 0


def test_what_two_passages_hold_between_them_neither_holds_alone(filled: Library) -> None:
    groups = filled._ledger.stems.of_query("liveness page3")
    hits = [hit.chunk for hit in filled.search("liveness page3", k=50).hits if hit.path in ("rare.md", "3.md")]
    assert len(hits) == 2
    assert coverage_of(filled._ledger, groups, hits).share == pytest.approx(1)
    assert 0.3 < held_in_one(filled._ledger, groups, hits) < 0.7
    assert held_in_one(filled._ledger, groups[:1], hits) == pytest.approx(1)


def test_without_words_or_hits_nothing_is_held(filled: Library) -> None:
    groups = filled._ledger.stems.of_query("liveness")
    assert held_in_one(filled._ledger, groups, []) == 0
    assert held_in_one(filled._ledger, [], [1]) == 0
