"""The lexical ranking adds up what each stem is worth; it must be what FTS5 says of them together."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import IngestReport, Library
from knowledge.database import Database
from knowledge.glossary import Concept
from knowledge.postings import Postings, decoded_lengths

Write = Callable[[dict[str, str]], Path]
Ingest = Callable[..., IngestReport]

FRUIT = ["apple", "banana", "cherry", "damson"]
STEMS = ["appl", "banana", "cherri", "damson"]
PAGES = {
    f"{number}.md": f"# {FRUIT[number % 3]}\n\n" + " ".join(FRUIT[: number % 5]) * (1 + number % 2) + f" page{number}"
    for number in range(40)
}
PAGES["long.md"] = "# Long\n\n" + "banana " * 3 + "filler " * 190
TOGETHER = "SELECT rowid, -bm25(passages, 2.0, 2.0, 1.0) FROM passages WHERE passages MATCH ? ORDER BY 2 DESC"


def of(*stems: str) -> list[Concept]:
    """Each stem as a word of its own."""
    return [Concept(frozenset([stem])) for stem in stems]


@pytest.fixture
def database(home: Path) -> Database:
    return Database(home / "sternik.db")


@pytest.fixture
def filled(fast: Library, write: Write, ingest: Ingest) -> Library:
    ingest(fast, write(PAGES))
    return fast


def scores(found: list[tuple[int, float]]) -> dict[int, float]:
    return dict(found)


@pytest.mark.parametrize("stems", [["appl"], ["appl", "cherri"], [*STEMS, "page7"], ["nothing"]])
def test_the_sum_over_stems_is_what_fts5_gives_for_all_together(filled: Library, database: Database, stems: list[str]) -> None:
    together = database.read(TOGETHER, (" OR ".join(f'"{stem}"' for stem in stems),))
    assert scores(Postings(database).best(1, of(*stems), [], 1000)) == pytest.approx({row[0]: row[1] for row in together})


def test_the_best_come_first_and_no_more_than_asked_for(filled: Library, database: Database) -> None:
    postings = Postings(database)
    every = postings.best(1, of("appl", "damson"), [], 1000)
    assert [score for _, score in every] == sorted((score for _, score in every), reverse=True)
    few = postings.best(1, of("appl", "damson"), [], 5)
    assert [score for _, score in few] == [score for _, score in every[:5]]


def test_a_stem_given_twice_counts_once(filled: Library, database: Database) -> None:
    postings = Postings(database)
    assert postings.best(1, of("appl", "appl"), [], 9) == postings.best(1, of("appl"), [], 9)


def test_only_the_collections_asked_for_are_ranked(filled: Library, write: Write, ingest: Ingest, database: Database) -> None:
    ingest(filled, write({"more.md": "# More\n\napple apple"}), "other")
    postings = Postings(database)
    everywhere = postings.best(1, of("appl"), [], 1000)
    docs, other = (postings.best(1, of("appl"), [name], 1000) for name in ("docs", "other"))
    assert docs and other
    assert scores(docs) | scores(other) == scores(everywhere)
    assert postings.best(1, of("appl"), ["unknown"], 1000) == []


def test_what_changed_is_seen_at_the_next_state_of_the_library(fast: Library, write: Write, ingest: Ingest) -> None:
    root = write({"a.md": "# A\n\napple", "b.md": "# B\n\nbanana"})
    ingest(fast, root)
    assert [hit.path for hit in fast.search("apple").hits if hit.lexical] == ["a.md"]
    write({"b.md": "# B\n\napple apple"})
    ingest(fast, root)
    assert sorted(hit.path for hit in fast.search("apple").hits if hit.lexical) == ["a.md", "b.md"]
    (root / "a.md").unlink()
    ingest(fast, root)
    assert [hit.path for hit in fast.search("apple").hits if hit.lexical] == ["b.md"]


def test_forgetting_stems_to_save_memory_changes_nothing(
    filled: Library, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = [Postings(database).best(1, of(*STEMS[:count]), [], 50) for count in range(5)]
    monkeypatch.setattr("knowledge.postings._MOST_REMEMBERED", 3)
    sparing = Postings(database)
    assert [sparing.best(1, of(*STEMS[:count]), [], 50) for count in range(5)] == usual


def test_stems_of_one_word_count_as_one(filled: Library, database: Database) -> None:
    postings = Postings(database)
    apart, together = (
        scores(postings.best(1, asked, [], 1000)) for asked in (of("appl", "cherri"), [Concept(frozenset(["appl", "cherri"]))])
    )
    assert apart.keys() == together.keys()
    assert all(together[passage] <= apart[passage] for passage in apart) and together != apart


def test_a_phrase_is_held_only_where_all_its_words_are(filled: Library, database: Database) -> None:
    phrase = Concept(frozenset(), ((frozenset(["banana"]), frozenset(["cherri"])),), "en")
    postings = Postings(database)
    banana, cherry = (set(scores(postings.best(1, of(stem), [], 1000))) for stem in ("banana", "cherri"))
    assert set(scores(postings.best(1, [phrase], [], 1000))) == banana & cherry != banana


def test_partners_count_in_passages_of_their_language(filled: Library, database: Database) -> None:
    postings = Postings(database)
    for language, found in (("en", True), ("pl", False), ("xx", False)):
        partner = Concept(frozenset(["nothing"]), ((frozenset(["appl"]),),), language)
        assert bool(postings.best(1, [partner], [], 1000)) is found


@pytest.mark.parametrize(
    ("sizes", "lengths"),
    [
        ([b"\x01\x00\x05"], [6]),
        ([b"\x01\x7f", b"\x02\x03"], [128, 5]),
        ([b"\x81\x00\x01", b"\x00", b"\x83\xff\x7f"], [129, 0, 65535]),
    ],
)
def test_lengths_are_read_as_fts5_writes_them(sizes: list[bytes], lengths: list[int]) -> None:
    assert decoded_lengths(sizes).tolist() == lengths
