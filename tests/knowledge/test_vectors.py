"""Real Chroma: nearest neighbours, and what happens when its files are stale, torn or gone."""

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from words import Words

from errors import HomeError
from knowledge import vectors
from knowledge.database import Database
from knowledge.embeddings import Vectors
from knowledge.notes import Notes
from knowledge.vectors import TornIndex, VectorIndex


@pytest.fixture
def notes(home: Path) -> Notes:
    return Notes(Database(home / "sternik.db"))


@pytest.fixture
def index(home: Path, notes: Notes) -> Iterator[VectorIndex]:
    opened = VectorIndex(home, notes)
    yield opened
    opened.close()


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Chroma write its files every few vectors, as it does every thousand otherwise."""
    configuration = {"hnsw": {**vectors._CONFIGURATION["hnsw"], "sync_threshold": 20, "batch_size": 10}}
    monkeypatch.setattr(vectors, "_CONFIGURATION", configuration)


def directions(start: int, stop: int) -> Vectors:
    """For each number a direction that no other number has."""
    rows = np.array([np.random.default_rng(number).normal(size=32) for number in range(start, stop)], dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def fill(index: VectorIndex, start: int, stop: int) -> None:
    index.add("docs", list(range(start, stop)), directions(start, stop))


def find(index: VectorIndex, number: int) -> int:
    return index.nearest("docs", directions(number, number + 1)[0], 3)[0]


def test_the_nearest_come_first(index: VectorIndex, words: Words) -> None:
    index.add("docs", [7, 8, 9], words.embed_passages(["red apple", "red car", "blue sky"]))
    assert index.nearest("docs", words.embed_query("red apple"), 3) == [7, 8, 9]
    assert index.nearest("docs", words.embed_query("blue sky"), 1) == [9]


def test_neighbours_tell_their_distance(index: VectorIndex, words: Words) -> None:
    index.add("docs", [7, 9], words.embed_passages(["red apple", "blue sky"]))
    found = index.neighbours("docs", words.embed_query("red apple"), 3)
    assert list(found) == [7, 9]
    assert found[7] == pytest.approx(0, abs=1e-5)
    assert found[9] == pytest.approx(1 - float(words.embed_query("red apple") @ words.embed_query("blue sky")), abs=1e-5)


def test_an_empty_collection_has_no_neighbours(index: VectorIndex, words: Words) -> None:
    assert index.nearest("docs", words.embed_query("apple"), 10) == []
    assert index.count("docs") == 0


def test_vectors_are_overwritten_and_removed(index: VectorIndex, words: Words) -> None:
    index.add("docs", [1, 2], words.embed_passages(["apple", "car"]))
    index.add("docs", [2], words.embed_passages(["banana"]))
    assert index.nearest("docs", words.embed_query("banana"), 1) == [2]
    index.remove("docs", [1, 99])
    assert index.nearest("docs", words.embed_query("apple"), 10) == [2]


def test_collections_are_apart(index: VectorIndex, words: Words) -> None:
    index.add("docs", [1], words.embed_passages(["apple"]))
    index.add("faq", [2], words.embed_passages(["apple"]))
    assert index.nearest("faq", words.embed_query("apple"), 10) == [2]


def test_a_second_index_in_the_process_sees_what_the_first_wrote(
    often: None, home: Path, notes: Notes, index: VectorIndex, words: Words
) -> None:
    """Chroma's own cache of clients would hand both the same, and a client of its own goes stale."""
    other = VectorIndex(home, notes)
    for start in range(0, 90, 15):
        writer, reader = (index, other) if start % 2 else (other, index)
        fill(writer, start, start + 15)
        assert reader.count("docs") == start + 15
        assert [find(reader, number) for number in (start, start + 14)] == [start, start + 14]
    other.close()


def test_threads_share_one_index(often: None, home: Path, notes: Notes, index: VectorIndex, words: Words) -> None:
    other = VectorIndex(home, notes)
    fill(index, 0, 10)
    problems: list[BaseException] = []

    def search() -> None:
        try:
            for _ in range(30):
                assert find(index, 5) == 5
        except BaseException as error:  # noqa: BLE001  # whatever it is, the test shows it
            problems.append(error)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for start in range(10, 60, 10):
        fill(other, start, start + 10)
    for thread in threads:
        thread.join()
    other.close()
    assert problems == []
    assert index.count("docs") == 60


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_process_is_told_instead_of_hanging(index: VectorIndex, words: Words) -> None:
    """The threads of Chroma's library stay behind in the parent, so a call in the child would never return."""
    fill(index, 0, 10)
    child = os.fork()
    if not child:
        signal.alarm(20)
        try:
            find(index, 5)
        except HomeError as error:
            index.close()
            os._exit(0 if "forked" in str(error) else 1)
        os._exit(2)
    assert os.waitpid(child, 0)[1] == 0
    assert find(index, 5) == 5


def test_a_collection_that_was_left_half_changed_is_not_loaded_but_made_again(
    often: None, home: Path, notes: Notes, index: VectorIndex, words: Words
) -> None:
    fill(index, 0, 50)
    index.close()
    for file in (home / "chroma").glob("*/header.bin"):
        file.write_bytes(file.read_bytes()[:50])  # loading this would end the process
    notes.mark_changing("docs")
    for use in (lambda: index.count("docs"), lambda: find(index, 1), lambda: fill(index, 50, 51)):
        with pytest.raises(TornIndex):
            use()
    index.make_again("docs", [(list(range(start, start + 25)), directions(start, start + 25)) for start in (0, 25)])
    assert index.count("docs") == 50
    assert find(index, 33) == 33


@pytest.mark.parametrize("file", ["chroma.sqlite3", "*/index_metadata.pickle"])
def test_damaged_files_are_noticed_and_made_again(
    often: None, home: Path, notes: Notes, index: VectorIndex, words: Words, file: str
) -> None:
    fill(index, 0, 50)
    index.close()
    for path in (home / "chroma").glob(file):
        path.write_bytes(b"\x80 nothing of use" * 200)
    index = VectorIndex(home, notes)
    with pytest.raises(TornIndex, match="cannot be used"):
        find(index, 1)
    assert notes.changing() == ["docs"]
    index.make_again("docs", [([1, 2], words.embed_passages(["apple", "car"]))])
    assert index.nearest("docs", words.embed_query("car"), 1) == [2]
    assert notes.changing() == []
    index.close()


def test_a_folder_from_another_life_is_not_taken_for_ours(home: Path, tmp_path: Path, words: Words) -> None:
    old = VectorIndex(home, Notes(Database(home / "sternik.db")))
    fill(old, 0, 10)
    old.close()
    shutil.copytree(home / "chroma", tmp_path / "new" / "chroma")
    new = VectorIndex(tmp_path / "new", Notes(Database(tmp_path / "new" / "sternik.db")))
    assert new.count("docs") == 0
    new.close()


def test_a_file_in_the_way_is_named(home: Path, notes: Notes, index: VectorIndex) -> None:
    (home / "chroma").write_text("in the way")
    with pytest.raises(HomeError, match="chroma is a file"):
        index.count("docs")


def test_opening_again_and_again_leaks_nothing(home: Path, index: VectorIndex, notes: Notes, words: Words) -> None:
    fill(index, 0, 10)

    def reopen(times: int) -> int:
        for _ in range(times):
            notes.mark_changing("other")
            notes.mark_changed("other")
            assert find(index, 3) == 3
        return len(list(Path("/proc/self/fd").iterdir()))

    if not Path("/proc/self/fd").exists():
        pytest.skip("open files can be counted on Linux only")
    before = reopen(4)
    assert reopen(12) <= before + 4
