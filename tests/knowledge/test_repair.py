"""What a stopped writer left is mended at each point where it can stop."""

from collections.abc import Callable
from pathlib import Path

import pytest
from words import Words, ignore

from ingest import Page
from knowledge import Library
from knowledge.ledger import Ledger
from knowledge.vectors import VectorIndex

Stop = Callable[[type, str, bool], None]


class Stopped(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def stop(monkeypatch: pytest.MonkeyPatch) -> Stop:
    """Let the process "end" just before or just after a step."""

    def stop(owner: type, step: str, after: bool) -> None:
        original = getattr(owner, step)

        def stopping(*arguments: object) -> None:
            if after:
                original(*arguments)
            raise Stopped

        monkeypatch.setattr(owner, step, stopping)

    return stop


def page(text: str) -> list[Page]:
    return [Page("a.md", f"# A\n\n{text}".encode(), 0.0), Page("b.md", b"# B\n\nthe same", 0.0)]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(
    ("owner", "step"),
    [(Ledger, "write_pending"), (VectorIndex, "add"), (Ledger, "make_ready"), (VectorIndex, "remove"), (Ledger, "clear_forgotten")],
)
@pytest.mark.parametrize("by", ["opening", "ingesting", "searching"])
def test_a_page_is_old_or_new_and_complete(
    fast: Library, home: Path, stop: Stop, monkeypatch: pytest.MonkeyPatch, owner: type, step: str, after: bool, by: str
) -> None:
    fast.ingest_pages(page("old words"), "here", "docs", ignore)
    with monkeypatch.context():
        stop(owner, step, after)
        with pytest.raises(Stopped):
            fast.ingest_pages(page("new words"), "here", "docs", ignore)
        monkeypatch.undo()
    library = fast if by != "opening" else Library(home, Words())
    if by == "ingesting":
        fast.ingest_pages([Page("c.md", b"# C\n\nsomething else", 0.0)], "there", "docs", ignore)
    texts = sorted(hit.text for hit in library.search("words same").hits if hit.path != "c.md")
    not_begun = (step, after) == ("write_pending", False)
    assert texts == (["old words", "the same"] if not_begun else ["new words", "the same"])
    ledger = library._ledger
    assert library._vectors.count("docs") == library.status().collections["docs"][1]
    assert (ledger.pending_chunks(), ledger.forgotten(), ledger.notes.changing()) == ({}, {}, [])
    if library is not fast:
        library.close()


@pytest.mark.parametrize("after", [False, True])
def test_a_removal_is_finished(fast: Library, home: Path, stop: Stop, monkeypatch: pytest.MonkeyPatch, after: bool) -> None:
    fast.ingest_pages(page("words"), "here", "docs", ignore)
    stop(VectorIndex, "remove", after)
    with pytest.raises(Stopped):
        fast.ingest_pages(page("words")[:1], "here", "docs", ignore)
    monkeypatch.undo()
    library = Library(home, Words())
    assert [hit.path for hit in library.search("words same").hits] == ["a.md"]
    assert library._vectors.count("docs") == 1
    library.close()


def test_a_stop_within_chroma_makes_the_collection_again(fast: Library, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def tear(chroma: object, ids: object, vectors: object) -> None:
        raise Stopped

    fast.ingest_pages(page("old words"), "here", "docs", ignore)
    monkeypatch.setattr("knowledge.vectors._upsert", tear)
    with pytest.raises(Stopped):
        fast.ingest_pages(page("new words"), "here", "docs", ignore)
    monkeypatch.undo()
    assert fast._ledger.notes.changing() == ["docs"]
    assert sorted(hit.text for hit in fast.search("words same").hits) == ["new words", "the same"]
    assert fast._ledger.notes.changing() == []
    assert fast._vectors.count("docs") == 2


def test_a_mending_that_is_stopped_is_taken_up_again(
    fast: Library, home: Path, stop: Stop, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast.ingest_pages(page("old words"), "here", "docs", ignore)
    stop(VectorIndex, "add", False)
    with pytest.raises(Stopped):
        fast.ingest_pages(page("new words"), "here", "docs", ignore)
    monkeypatch.undo()
    fast._ledger.notes.mark_changing("docs")
    for step in ("_drop", "_collection", "_finish"):
        stop(VectorIndex, step, True)
        with pytest.raises(Stopped):
            Library(home, Words())
        monkeypatch.undo()
    library = Library(home, Words())
    assert sorted(hit.text for hit in library.search("words same").hits) == ["new words", "the same"]
    assert library._vectors.count("docs") == 2
    library.close()
