"""Passages are found by the questions that they are known to answer."""

import numpy as np
from words import ignore

from ingest import Page
from knowledge import Embedder, Library
from knowledge.blending import blending

ASKED = {"cleaning": ("my disk is full of old layers",), "building": ()}
PAGE = b"# Images\n\n## Building\n\nBuild one with docker build.\n\n## Cleaning\n\nRun docker system prune now and then."


def page(asked: dict[str, tuple[str, ...]]) -> Page:
    return Page("tools/en/docker/images.md", PAGE, 0.0, asked=asked)


def test_a_vector_is_drawn_towards_its_questions_and_keeps_its_length(embedder: Embedder) -> None:
    text, question = "Run docker system prune now and then.", "my disk is full of old layers"
    plain, drawn = (blending(embedder.embed_passages)([text], [asked])[0] for asked in ((), (question,)))
    asked = embedder.embed_query(question)
    assert abs(float(np.linalg.norm(drawn)) - 1) < 1e-5
    assert drawn @ asked > plain @ asked + 0.01


def test_nothing_to_embed_is_no_error(embedder: Embedder) -> None:
    assert len(blending(embedder.embed_passages)([], [])) == 0


def test_words_of_a_question_find_its_passage_and_are_not_shown_with_it(fast: Library) -> None:
    fast.ingest_pages([page(ASKED)], "here", "docs", ignore)
    hit = fast.search("layers disk full", collections=["docs"]).hits[0]
    assert hit.anchor == "cleaning" and hit.lexical > 0
    assert "disk" not in hit.text


def test_new_questions_are_a_change_of_the_page(fast: Library) -> None:
    fast.ingest_pages([page({})], "here", "docs", ignore)
    assert fast.ingest_pages([page({})], "here", "docs", ignore).unchanged == 1
    assert fast.ingest_pages([page(ASKED)], "here", "docs", ignore).changed == 1


def test_vectors_made_again_know_the_questions_too(fast: Library) -> None:
    fast.ingest_pages([page(ASKED)], "here", "docs", ignore)
    before = fast.search("layers disk full", collections=["docs"]).hits[0].similarity
    fast.reindex(ignore)
    assert abs(fast.search("layers disk full", collections=["docs"]).hits[0].similarity - before) < 0.01
