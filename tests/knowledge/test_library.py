"""Ingesting again and again, and finding what is there."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from words import Words, ignore

from errors import BadInput, ModelMismatch, UnreadableSource
from ingest import Page, Skipped
from knowledge import IngestReport, Library
from knowledge.embeddings import Vectors

Write = Callable[[dict[str, str]], Path]
Ingest = Callable[..., IngestReport]
TWO = {"apple.md": "# Apple\n\nAn apple is red.", "sky/blue.md": "# Sky\n\nThe sky is blue."}


def paths(library: Library, question: str) -> set[str]:
    return {hit.path for hit in library.search(question).hits}


def test_pages_are_found_by_what_they_say(fast: Library, write: Write, ingest: Ingest) -> None:
    report = ingest(fast, write(TWO))
    assert (report.added, report.chunks) == (2, 2)
    hit = fast.search("Which fruit is an apple?").hits[0]
    assert (hit.path, hit.title, hit.text, hit.collection) == ("apple.md", "Apple", "An apple is red.", "docs")
    assert fast.status().collections == {"docs": (2, 2)}


def test_what_has_not_changed_is_not_embedded_again(fast: Library, write: Write, words: Words) -> None:
    embedded: list[str] = []

    def watch(texts: Sequence[str], asked: Sequence[Sequence[str]]) -> Vectors:
        embedded.extend(texts)
        return words.embed_passages(list(texts))

    def pages(text: str) -> Iterator[Page]:
        yield Page("a.md", b"# A\n\nalways the same", 0.0)
        yield Page("b.md", f"# B\n\n{text}".encode(), 0.0)

    fast.ingest_pages(pages("one"), "here", "docs", ignore, watch)
    embedded.clear()
    report = fast.ingest_pages(pages("two"), "here", "docs", ignore, watch)
    assert (report.added, report.changed, report.unchanged, report.removed) == (0, 1, 1, 0)
    assert embedded == ["B\ntwo"]
    assert {hit.text for hit in fast.search("one two same").hits} == {"always the same", "two"}


def test_a_changed_page_is_replaced_whole(fast: Library, write: Write, ingest: Ingest) -> None:
    ingest(fast, write({"a.md": "# A\n\n## One\n\nold one\n\n## Two\n\nold two\n\n## Three\n\nold three"}))
    ingest(fast, write({"a.md": "# A\n\n## One\n\nnew one"}))
    assert [hit.text for hit in fast.search("one two three old").hits] == ["new one"]
    assert fast._vectors.count("docs") == 1


def test_vanished_pages_are_removed(fast: Library, write: Write, ingest: Ingest) -> None:
    root = write(TWO)
    ingest(fast, root)
    (root / "apple.md").unlink()
    assert ingest(fast, root).removed == 1
    assert paths(fast, "apple") == {"sky/blue.md"}
    assert fast._vectors.count("docs") == 1


def test_a_source_that_comes_back_empty_removes_nothing_and_says_so(fast: Library, write: Write, ingest: Ingest) -> None:
    root = write(TWO)
    ingest(fast, root)
    for path in TWO:
        (root / path).unlink()
    with pytest.raises(UnreadableSource, match=r"no readable page.* the 2 indexed before were kept"):
        ingest(fast, root)
    assert paths(fast, "apple") == set(TWO)


def test_a_source_that_cannot_be_read_removes_nothing_and_says_so(fast: Library, write: Write, ingest: Ingest) -> None:
    root = write(TWO)
    ingest(fast, root)
    root.rename(root.with_name("moved"))
    with pytest.raises(UnreadableSource, match="no such file or folder"):
        ingest(fast, root)
    assert paths(fast, "apple") == set(TWO)


def test_a_source_that_fails_half_way_removes_nothing(fast: Library) -> None:
    def pages(fail: bool) -> Iterator[Page]:
        yield Page("a.md", b"# A\n\nfirst", 0.0)
        if fail:
            raise UnreadableSource("here: the network is gone.")
        yield Page("b.md", b"# B\n\nsecond", 0.0)

    fast.ingest_pages(pages(fail=False), "here", "docs", ignore)
    with pytest.raises(UnreadableSource, match="network"):
        fast.ingest_pages(pages(fail=True), "here", "docs", ignore)
    assert paths(fast, "second") == {"a.md", "b.md"}


def test_a_page_that_cannot_be_read_now_keeps_its_old_version_and_stops_no_other(fast: Library) -> None:
    fast.ingest_pages([Page("a.md", b"# A\n\nold", 0.0), Page("b.md", b"# B\n\nold", 0.0)], "here", "docs", ignore)
    again = [
        Skipped("a.md", "it cannot be read (Input/output error)."),
        Page("b.md", b"# B\n\nnew", 1.0),
        Page("c.ipynb", b"{", 1.0),
    ]
    report = fast.ingest_pages(again, "here", "docs", ignore)
    assert [page.path for page in report.skipped] == ["a.md", "c.ipynb"]
    assert {(hit.path, hit.text) for hit in fast.search("old new").hits} == {("a.md", "old"), ("b.md", "new")}


def test_a_page_that_comes_twice_is_there_once(fast: Library) -> None:
    fast.ingest_pages([Page("a.md", b"# A\n\nfirst", 0.0), Page("a.md", b"# A\n\nsecond", 0.0)], "here", "docs", ignore)
    assert [hit.text for hit in fast.search("first second").hits] == ["second"]
    assert fast._vectors.count("docs") == 1


def test_an_embedding_model_that_fails_leaves_the_library_as_it_was(fast: Library, words: Words) -> None:
    def fail(texts: Sequence[str], asked: Sequence[Sequence[str]]) -> Vectors:
        raise ConnectionError("no answer")

    fast.ingest_pages([Page("a.md", b"# A\n\nold", 0.0)], "here", "docs", ignore)
    with pytest.raises(ConnectionError):
        fast.ingest_pages([Page("a.md", b"# A\n\nnew", 0.0)], "here", "docs", ignore, fail)
    assert [hit.text for hit in fast.search("old new").hits] == ["old"]
    assert fast.ingest_pages([Page("a.md", b"# A\n\nnew", 0.0)], "here", "docs", ignore).changed == 1


def test_more_than_one_batch_is_all_there(fast: Library) -> None:
    pages = [Page(f"{n}.md", f"# Page {n}\n\nthe number{n} stands here".encode(), 0.0) for n in range(250)]
    assert fast.ingest_pages(pages, "here", "docs", ignore).added == 250
    assert fast._vectors.count("docs") == 250
    assert [fast.search(f"number{n}").hits[0].path for n in (0, 100, 249)] == ["0.md", "100.md", "249.md"]


def test_a_search_keeps_to_its_collections(fast: Library, write: Write, ingest: Ingest) -> None:
    ingest(fast, write(TWO), "docs")
    ingest(fast, write({"apple.md": "# Apple\n\nApples are asked for often."}), "faq")
    assert {hit.collection for hit in fast.search("apple").hits} == {"docs", "faq"}
    assert {hit.collection for hit in fast.search("apple", collections=["faq"]).hits} == {"faq"}
    with pytest.raises(BadInput, match="no collection 'nothing'. Present: docs, faq"):
        fast.search("apple", collections=["nothing"])


@pytest.mark.parametrize("name", ["", "Docs", "a b", "../a", "-a", "a-", "a" * 49])
def test_a_name_that_cannot_be_a_collection_is_refused(fast: Library, name: str) -> None:
    with pytest.raises(BadInput, match="cannot name a collection"):
        fast.ingest_pages([], "here", name, ignore)


@pytest.mark.parametrize(
    ("question", "message"), [("", "is empty"), (" \n\t ", "is empty"), ("a" * 1_000_000, "has 1,000,000 characters")]
)
def test_a_question_that_is_none_is_refused(fast: Library, question: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        fast.search(question)


@pytest.mark.parametrize("question", ["🤖🔥", "?!", "a" * 10_000])
def test_odd_questions_find_something_or_nothing_but_do_not_fail(
    fast: Library, write: Write, ingest: Ingest, question: str
) -> None:
    assert fast.search(question).hits == ()
    ingest(fast, write(TWO))
    assert len(fast.search(question).hits) == 2


def test_vectors_of_two_models_are_never_mixed(fast: Library, home: Path) -> None:
    other = Library(home, Words("other words"))  # opened while the home is still empty
    fast.ingest_pages([Page("a.md", b"# A\n\ntext", 0.0)], "here", "docs", ignore)
    message = "indexed with the embedding model 'words', now 'other words' is set.*Run: sternik reindex"
    with pytest.raises(ModelMismatch, match=message):
        other.search("text")
    with pytest.raises(ModelMismatch, match=message):
        other.ingest_pages([Page("b.md", b"# B\n\ntext", 0.0)], "here", "docs", ignore)
    with pytest.raises(ModelMismatch, match=message):
        Library(home, Words("other words"))
    other.close()


def test_the_vectors_searched_are_those_of_the_model(fast: Library, write: Write, ingest: Ingest, words: Words) -> None:
    ingest(fast, write(TWO))
    hit = fast.search("sky").hits[0]
    expected = words.embed_passages(["Sky\nThe sky is blue."])[0] @ words.embed_query("sky")
    assert np.isclose(hit.similarity, expected, atol=1e-3)
