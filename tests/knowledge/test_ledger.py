"""The ledger: pending, ready, replaced, forgotten."""

from pathlib import Path

import numpy as np
import pytest
from words import Words

from ingest import Page, chunk_document
from knowledge.database import Database
from knowledge.glossary import Concept
from knowledge.ledger import Ledger, Prepared


@pytest.fixture
def ledger(home: Path) -> Ledger:
    return Ledger(Database(home / "sternik.db"))


def prepare(path: str, text: str, words: Words) -> Prepared:
    page = Page(path, text.encode(), 0.0)
    document = page.read()
    chunks = chunk_document(document, words.count_tokens)
    return Prepared(page, document, chunks, words.embed_passages([chunk.embedded_text(page.path) for chunk in chunks]))


def texts_of(ledger: Ledger, word: str) -> list[str]:
    """The ready passages that hold a word."""
    found = [number for number, _ in ledger.match([Concept(frozenset([word]))], [], 100)]
    return sorted(row["text"] for row in ledger.ready_rows(found).values())


def test_a_pending_page_is_not_shown_until_it_is_ready(ledger: Ledger, words: Words) -> None:
    ids = ledger.write_pending("docs", "here", [prepare("a.md", "# A\n\napple", words)])
    assert texts_of(ledger, "appl") == []
    assert ledger.counts() == {}
    assert ledger.pending_chunks() == {"docs": ids}
    ledger.make_ready()
    assert texts_of(ledger, "appl") == ["apple"]
    assert ledger.counts() == {"docs": (1, 1)}
    assert ledger.pending_chunks() == {}


def test_a_new_version_takes_the_place_of_the_old_one_in_one_step(ledger: Ledger, words: Words) -> None:
    old = ledger.write_pending("docs", "here", [prepare("a.md", "# A\n\napple one", words)])
    ledger.make_ready()
    ledger.write_pending("docs", "here", [prepare("a.md", "# A\n\napple two", words)])
    assert texts_of(ledger, "appl") == ["apple one"]
    ledger.make_ready()
    assert texts_of(ledger, "appl") == ["apple two"]
    assert ledger.forgotten() == {"docs": old}
    ledger.clear_forgotten(old)
    assert ledger.forgotten() == {}


@pytest.mark.parametrize("versions", [2, 3, 5])
def test_of_several_pending_versions_the_newest_counts(ledger: Ledger, words: Words, versions: int) -> None:
    ledger.write_pending("docs", "here", [prepare("a.md", "# A\n\napple 0", words)])
    ledger.make_ready()
    for version in range(1, versions + 1):
        ledger.write_pending("docs", "here", [prepare("a.md", f"# A\n\napple {version}", words)])
    ledger.make_ready()
    assert texts_of(ledger, "appl") == [f"apple {versions}"]
    assert ledger.counts() == {"docs": (1, 1)}
    assert len(ledger.forgotten()["docs"]) == versions


def test_equal_paths_of_other_sources_and_collections_are_other_pages(ledger: Ledger, words: Words) -> None:
    for collection, source in [("docs", "here"), ("docs", "there"), ("faq", "here")]:
        ledger.write_pending(collection, source, [prepare("a.md", f"# A\n\napple {collection} {source}", words)])
    ledger.make_ready()
    ledger.remove("docs", "here", ["a.md"])
    assert texts_of(ledger, "appl") == ["apple docs there", "apple faq here"]
    assert ledger.digests("docs", "here") == {}
    assert list(ledger.digests("docs", "there")) == ["a.md"]


def test_removed_pages_leave_no_words_behind(ledger: Ledger, words: Words) -> None:
    ledger.write_pending("docs", "here", [prepare("a.md", "# A\n\napple", words), prepare("b.md", "# B\n\nbanana", words)])
    ledger.make_ready()
    assert ledger.document_frequency(["appl", "banana"]) == {"appl": 1, "banana": 1}
    ledger.remove("docs", "here", ["a.md", "never-there.md"])
    assert ledger.document_frequency(["appl", "banana"]) == {"appl": 0, "banana": 1}
    assert ledger.counts() == {"docs": (1, 1)}
    assert ledger.database.read("SELECT count(*) AS n FROM chunks")[0]["n"] == 1


def test_ids_are_never_used_again(ledger: Ledger, words: Words) -> None:
    first = ledger.write_pending("docs", "here", [prepare("a.md", "# A\n\napple", words)])
    ledger.make_ready()
    ledger.remove("docs", "here", ["a.md"])
    second = ledger.write_pending("docs", "here", [prepare("a.md", "# A\n\napple", words)])
    assert min(second) > max(first)


def test_a_batch_is_written_whole_or_not_at_all(ledger: Ledger, words: Words) -> None:
    good, bad = prepare("a.md", "# A\n\napple", words), prepare("b.md", "# B\n\nbanana", words)
    torn = Prepared(bad.page, bad.document, bad.chunks, bad.vectors[:0])
    with pytest.raises(ValueError, match="shorter"):
        ledger.write_pending("docs", "here", [good, torn])
    assert ledger.pending_chunks() == {}
    assert ledger.database.read("SELECT * FROM passages") == []


def test_vectors_come_back_in_the_order_asked_for(ledger: Ledger, words: Words) -> None:
    pages = [prepare(f"{name}.md", f"# {name}\n\n{name} text", words) for name in ("ape", "bee", "cow")]
    ids = ledger.write_pending("docs", "here", pages)
    expected = np.concatenate([page.vectors for page in pages])
    assert np.allclose(ledger.vectors_of(ids[::-1]), expected[::-1], atol=1e-3)
    assert ledger.chunk_vectors("docs", 0, 10)[0] == []
    ledger.make_ready()
    assert [ledger.chunk_vectors("docs", after, 2)[0] for after in (0, ids[1], ids[2])] == [ids[:2], ids[2:], []]


def test_counts_are_seen_by_other_ledgers_of_the_home_at_once(ledger: Ledger, home: Path, words: Words) -> None:
    other = Ledger(Database(home / "sternik.db"))
    assert other.counts() == {}
    ledger.write_pending("docs", "here", [prepare("a.md", "# A\n\napple\n\n## B\n\nbanana", words)])
    ledger.make_ready()
    assert other.counts() == {"docs": (1, 2)}
    ledger.remove("docs", "here", ["a.md"])
    assert other.counts() == {}


def test_a_search_is_limited_to_its_collections(ledger: Ledger, words: Words) -> None:
    for collection in ("docs", "faq.1", "faq-1"):
        ledger.write_pending(collection, "here", [prepare("a.md", f"# A\n\napple of {collection}", words)])
    ledger.make_ready()
    found = [number for number, _ in ledger.match([Concept(frozenset(["appl"]))], ["faq.1", "docs"], 10)]
    assert {row["collection"] for row in ledger.ready_rows(found).values()} == {"faq.1", "docs"}
