"""Several processes at once on one home."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest
from words import Words, ignore

from errors import LibraryBusy
from ingest import Page
from knowledge import IngestReport, Library, ingesting, vectors
from knowledge.locking import writing

Write = Callable[[dict[str, str]], Path]
Ingest = Callable[..., IngestReport]
Start = Callable[..., "Popen[str]"]


def pages(version: int, count: int = 30) -> dict[str, str]:
    return {f"{number}.md": f"# Page {number}\n\npage n{number} version v{version}" for number in range(count)}


def in_memory(version: int) -> list[Page]:
    return [Page(path, text.encode(), 0.0) for path, text in pages(version).items()]


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many batches, and files of Chroma that are saved often."""
    monkeypatch.setattr(ingesting, "BATCH_CHUNKS", 5)
    configuration = {"hnsw": {**vectors._CONFIGURATION["hnsw"], "sync_threshold": 20, "batch_size": 10}}
    monkeypatch.setattr(vectors, "_CONFIGURATION", configuration)


def result(process: "Popen[str]") -> object:
    output, problems = process.communicate(timeout=120)
    assert process.returncode == 0, output + problems
    return json.loads(output.splitlines()[-1])


def test_one_ingests_while_the_other_searches(small_steps: None, fast: Library, write: Write, ingest: Ingest, start: Start) -> None:
    ingest(fast, write(pages(1)))
    watcher = start("watch")
    assert watcher.stdout and watcher.stdout.readline() == '"watching"\n'
    for version in (2, 3, 4):
        ingest(fast, write(pages(version)))
    output, problems = watcher.communicate("enough\n", timeout=60)
    assert watcher.returncode == 0, problems
    searches, seen = json.loads(output.splitlines()[-1])
    assert searches >= 3
    assert len(seen) >= 2, "the watcher never saw a change"
    for found in seen:
        assert len({line.split()[0] for line in found}) == len(found) == 30, "a page was missing or there in two versions"


def test_a_reader_sees_what_a_writer_added_without_opening_again(fast: Library, write: Write, ingest: Ingest, start: Start) -> None:
    root = write(pages(1))
    ingest(fast, root)
    assert fast.search("newcomer").hits[0].lexical == 0
    write({"new.md": "# New\n\nnewcomer"})
    assert result(start("ingest", str(root), "docs")) == 1
    hit = fast.search("newcomer").hits[0]
    assert (hit.path, hit.lexical > 0) == ("new.md", True)
    number = fast._vectors.nearest("docs", Words().embed_query("New newcomer"), 1)
    assert number == [hit.chunk]


def test_a_writer_builds_on_what_another_wrote(
    small_steps: None, fast: Library, write: Write, ingest: Ingest, start: Start
) -> None:
    """Chroma's index in memory, saved over a newer one, would lose the other's vectors."""
    root = write(pages(1))
    for turn in range(2):
        write({f"mine-{turn}-{n}.md": f"# Mine\n\nmine {turn} {n}" for n in range(25)})
        ingest(fast, root)
        write({f"theirs-{turn}-{n}.md": f"# Theirs\n\ntheirs {turn} {n}" for n in range(25)})
        result(start("ingest", str(root), "docs"))
    expected = 30 + 2 * 50
    assert fast.status().collections == {"docs": (expected, expected)}
    assert fast._vectors.count("docs") == expected
    assert len(fast._vectors.nearest("docs", Words().embed_query("mine theirs"), 1000)) == expected
    assert result(start("count", "mine theirs page")) == expected


def test_two_ingest_at_once(write: Write, tmp_path: Path, start: Start, fast: Library) -> None:
    root = write(pages(1))
    other = tmp_path / "other"
    other.mkdir()
    for number in range(30):
        (other / f"{number}.md").write_text(f"# Other {number}\n\nother n{number}")
    both = [start("ingest", str(root), "docs"), start("ingest", str(other), "docs"), start("ingest", str(root), "docs")]
    added = [result(process) for process in both]
    assert (added[1], sorted([added[0], added[2]])) == (30, [0, 30])  # type: ignore[type-var]
    assert fast.status().collections == {"docs": (60, 60)}
    assert fast._vectors.count("docs") == 60
    assert len(fast.search("other page", k=100).hits) == 60


def test_two_may_create_the_same_home(home: Path, start: Start) -> None:
    assert [result(process) for process in [start("count", "anything"), start("count", "anything")]] == [0, 0]


def test_threads_search_while_one_of_them_ingests(small_steps: None, fast: Library) -> None:
    fast.ingest_pages(in_memory(1), "here", "docs", ignore)
    problems: list[object] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            try:
                hits = fast.search("page version", k=100).hits
            except BaseException as error:  # noqa: BLE001  # whatever it is, the test shows it
                problems.append(error)
                return
            if not len({hit.path for hit in hits}) == len(hits) == 30:
                problems.append(sorted((hit.path, hit.text) for hit in hits))

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(2, 6):
        fast.ingest_pages(in_memory(number), "here", "docs", ignore)
    done.set()
    for thread in threads:
        thread.join()
    assert problems == []


def test_whoever_waits_too_long_for_the_writer_is_told(home: Path) -> None:
    home.mkdir()
    busy: list[LibraryBusy] = []

    def write_too() -> None:
        with pytest.raises(LibraryBusy, match="Another Sternik is indexing") as caught, writing(home, wait=0.1):
            pass
        busy.append(caught.value)

    with writing(home):
        thread = threading.Thread(target=write_too)
        thread.start()
        thread.join()
    assert busy
    with writing(home, wait=0):
        pass
