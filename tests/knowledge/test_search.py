"""Both legs together, one language of a page that stands in two, and what the search says about itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import IngestReport, Library
from knowledge.search import CANDIDATES, Weights

Write = Callable[[dict[str, str]], Path]
Ingest = Callable[..., IngestReport]

PAGES = {
    "guide/en/docker.md": "# Docker\n\n## Build\n\nBuild an image with docker build.\n\n## Run\n\nRun a container with docker run.",
    "guide/pl/docker.md": "# Docker\n\n## Budowanie\n\nZbuduj obraz przez docker build.\n\n## Uruchamianie\n\nUruchom kontener przez docker run.",
    "guide/en/git.md": "# Git\n\nCommit your changes and push the branch.",
}


@pytest.fixture
def filled(fast: Library, write: Write, ingest: Ingest) -> Library:
    ingest(fast, write(PAGES))
    return fast


def test_of_a_section_in_two_languages_the_askers_is_given(filled: Library) -> None:
    polish = filled.search("docker build obraz", language="pl").hits
    english = filled.search("docker build image", language="en").hits
    assert (polish[0].path, polish[0].headings) == ("guide/pl/docker.md", ("Budowanie",))
    assert (english[0].path, english[0].headings) == ("guide/en/docker.md", ("Build",))
    sections = {"Build": 1, "Budowanie": 1, "Run": 2, "Uruchamianie": 2}
    for hits in (polish, english):
        assert sorted(sections[hit.headings[0]] for hit in hits if "docker" in hit.path) == [1, 2]


def test_what_stands_in_one_language_only_is_given_to_everybody(filled: Library) -> None:
    assert filled.search("git push branch", language="pl").hits[0].path == "guide/en/git.md"


def test_the_language_is_taken_from_the_question_when_nobody_says(filled: Library) -> None:
    assert filled.search("Jak zbudować obraz przez docker build?").hits[0].language == "pl"
    assert filled.search("How do I build an image with docker build?").hits[0].language == "en"


def test_words_find_what_vectors_do_not_and_the_other_way_round(fast: Library, write: Write, ingest: Ingest) -> None:
    pages = {f"{number}.md": f"# Page {number}\n\nfiller filler filler filler text{number}" for number in range(150)}
    ingest(fast, write({**pages, "rare.md": "# Rare\n\nThe setting minReplicas belongs here."}))
    by_words = fast.search("minreplicas").hits[0]
    assert by_words.path == "rare.md"
    assert by_words.lexical > 0
    by_vector = fast.search("the the").hits[0]
    assert by_vector.path == "rare.md"


def test_scores_fall_from_hit_to_hit_and_k_is_kept(filled: Library) -> None:
    hits = filled.search("docker run a container", k=2).hits
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score


def test_words_that_no_page_holds_are_named(filled: Library) -> None:
    results = filled.search("docker kubeflow")
    assert results.coverage.unknown == ("kubeflow",)
    assert 0 < results.coverage.share < 1
    assert filled.search("kubeflow").coverage.share == 0
    assert filled.search("docker build").coverage.share == pytest.approx(1)


def test_equal_texts_are_given_once(fast: Library, write: Write, ingest: Ingest) -> None:
    ingest(fast, write({f"{name}.md": f"# {name}\n\nThis page is about apples." for name in "abc"}))
    assert [hit.text for hit in fast.search("apples").hits] == ["This page is about apples."]


def test_both_legs_agree_on_what_is_there_and_not_on_what_is_not(filled: Library) -> None:
    assert filled.search("docker").agreement > filled.search("kubeflow").agreement == 0


def test_an_empty_library_has_no_hits(fast: Library) -> None:
    results = fast.search("docker")
    assert (results.hits, results.coverage.share, results.agreement) == ((), 0, 0)


@pytest.mark.parametrize(
    ("held", "shares"),
    [(0.0, (0.3, 0.3)), (0.5, (0.3, 0.3)), (0.7, (0.4, 0.15)), (0.9, (0.5, 0.0)), (1.0, (0.5, 0.0))],
)
def test_words_count_for_more_and_the_bridge_for_less_the_more_one_passage_holds(held: float, shares: tuple[float, float]) -> None:
    assert Weights().shares(held) == pytest.approx(shares)


def test_of_several_collections_the_nearest_of_all_are_judged(fast: Library, write: Write, ingest: Ingest, tmp_path: Path) -> None:
    # All near the question, but none by its words: only the dense leg can find them.
    ingest(fast, write({f"{n}.md": f"# Near {n}\n\nof the {n}" for n in range(CANDIDATES + 20)}), "near")
    far = tmp_path / "far"
    far.mkdir()
    for n in range(CANDIDATES + 20):
        (far / f"{n}.md").write_text(f"# Far {n}\n\nzebra quagga okapi tapir {n}", encoding="utf-8")
    ingest(fast, far, "far")
    hits = fast.search("of the near", k=3 * CANDIDATES).hits
    # Chroma's index is approximate and may miss a few of the near ones; a hundred of each collection would bring a hundred far ones.
    assert sum(hit.collection == "far" for hit in hits) <= CANDIDATES / 5
