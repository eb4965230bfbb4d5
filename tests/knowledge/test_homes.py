"""Homes that cannot be used say why and what to do; those that can be mended are."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest
from words import Words, ignore

from errors import HomeError, LibraryBusy
from ingest import Page
from knowledge import IngestReport, Library, database
from knowledge.locking import writing

Write = Callable[[dict[str, str]], Path]
Ingest = Callable[..., IngestReport]
Start = Callable[..., "Popen[str]"]
PAGES = {"apple.md": "# Apple\n\nred apple", "sky.md": "# Sky\n\nblue sky"}


@pytest.fixture
def filled(home: Path, write: Write, ingest: Ingest) -> Path:
    """A home with two pages in it, closed."""
    library = Library(home, Words())
    ingest(library, write(PAGES))
    library.close()
    return home


def works(home: Path) -> bool:
    library = Library(home, Words())
    found = library.search("blue sky").hits[0].path, library.search("red apple").hits[0].path
    count = library._vectors.count("docs")
    library.close()
    return (found, count) == (("sky.md", "apple.md"), 2)


def test_a_file_where_the_home_should_be_is_named(home: Path) -> None:
    home.write_text("in the way")
    with pytest.raises(HomeError, match=r"home is a file, not a folder\. Set STERNIK_HOME to a folder of yours\."):
        Library(home, Words())


def test_a_home_below_a_file_is_named(home: Path) -> None:
    home.write_text("in the way")
    with pytest.raises(HomeError, match="Set STERNIK_HOME"):
        Library(home / "deeper" / "still", Words())


def test_a_home_that_may_not_be_created_is_named() -> None:
    """The tests may run as root, who may write everywhere but here."""
    if not Path("/proc/self").exists():
        pytest.skip("needs Linux")
    with pytest.raises(HomeError, match=r"/proc/.*Set STERNIK_HOME"):
        Library(Path("/proc/sternik"), Words())


def test_a_home_that_may_not_be_written_is_named(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A read-only connection meets what a read-only folder would; permissions do not bind root.
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **options: connect(f"file:{path}?mode=ro", uri=True, **options))
    library = Library(filled, Words())
    with pytest.raises(HomeError, match=r"may not be written.*Set STERNIK_HOME to a folder of yours"):
        library.ingest_pages([Page("a.md", b"# A\n\ntext", 0.0)], "here", "docs", ignore)
    library.close()


def test_a_home_from_a_newer_version_is_left_alone(filled: Path) -> None:
    connection = sqlite3.connect(filled / "sternik.db")
    connection.execute(f"PRAGMA user_version = {database.VERSION + 1}")
    connection.close()
    with pytest.raises(HomeError, match=r"made by a newer Sternik.*Update Sternik, or set STERNIK_HOME"):
        Library(filled, Words())


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 500])
def test_a_database_that_is_none_is_named_or_made_anew(filled: Path, content: bytes) -> None:
    for name in ("sternik.db-wal", "sternik.db-shm"):
        (filled / name).unlink(missing_ok=True)
    (filled / "sternik.db").write_bytes(content)
    if content:
        with pytest.raises(HomeError, match=r"sternik.db is damaged.*Move it away; the built-in knowledge is indexed again"):
            Library(filled, Words())
        (filled / "sternik.db").unlink()  # as the message says
    library = Library(filled, Words())
    assert library.search("apple").hits == ()
    library.ingest_pages([Page("new.md", b"# New\n\nnew page", 0.0)], "here", "docs", ignore)
    assert library._vectors.nearest("docs", Words().embed_query("apple"), 10) == [library.search("new").hits[0].chunk]
    library.close()


def test_a_deleted_chroma_folder_is_made_again(filled: Path) -> None:
    shutil.rmtree(filled / "chroma")
    assert works(filled)


def test_a_deleted_chroma_folder_is_made_again_before_an_ingest(filled: Path, write: Write, ingest: Ingest) -> None:
    shutil.rmtree(filled / "chroma")
    library = Library(filled, Words())
    assert ingest(library, write(PAGES)).unchanged == 2
    library.close()
    assert works(filled)


def test_a_damaged_chroma_database_is_made_again(filled: Path) -> None:
    (filled / "chroma" / "chroma.sqlite3").write_bytes(b"nothing of use" * 1000)
    assert works(filled)


def test_a_chroma_folder_of_an_older_copy_is_made_again(filled: Path, tmp_path: Path, write: Write, ingest: Ingest) -> None:
    shutil.copytree(filled / "chroma", tmp_path / "copy")
    library = Library(filled, Words())
    ingest(library, write({"third.md": "# Third\n\nthird page"}))
    library.close()
    shutil.rmtree(filled / "chroma")
    shutil.copytree(tmp_path / "copy", filled / "chroma")
    library = Library(filled, Words())
    assert library.search("third").hits[0].path == "third.md"
    assert library._vectors.count("docs") == 3
    library.close()


def test_a_search_does_not_wait_for_a_writer_to_mend(filled: Path) -> None:
    shutil.rmtree(filled / "chroma")
    with writing(filled):
        library = Library(filled, Words())
        assert library.search("blue sky").hits[0].path == "sky.md"
    library.search("blue sky")
    assert library._vectors.count("docs") == 2
    library.close()


@pytest.mark.parametrize("largest_file", [20_000, 60_000, 200_000, 300_000])
def test_a_full_disk_is_named_and_what_was_there_stays(filled: Path, tmp_path: Path, start: Start, largest_file: int) -> None:
    root = tmp_path / "many"
    root.mkdir()
    for number in range(300):
        (root / f"{number}.md").write_text(f"# Page {number}\n\nthe number{number} " + f"filler{number} " * 30)
    process = start("ingest", str(root), "more", str(largest_file))
    output, problems = process.communicate(timeout=120)
    assert (process.returncode, problems) == (1, "")
    message = json.loads(output)
    assert message.startswith(("HomeError: ", "TornIndex: "))
    assert str(filled) in message
    assert "disk" in message
    assert works(filled)
    library = Library(filled, Words())
    assert library.ingest(str(root), "more", ignore).skipped == []
    assert (library.status().collections["more"], library._vectors.count("more")) == ((300, 300), 300)
    library.close()


def test_a_lock_that_nobody_holds_any_more_stops_nobody(filled: Path) -> None:
    (filled / "write.lock").write_text("left behind")
    (filled / "chroma.lock").write_text("left behind")
    assert works(filled)


def test_opening_while_another_writes_waits_for_nothing(filled: Path) -> None:
    with writing(filled):
        assert works(filled)
        with pytest.raises(LibraryBusy), writing(filled, wait=0):
            pass
