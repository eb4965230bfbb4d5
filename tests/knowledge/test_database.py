"""The SQLite file: all or nothing, shared between threads and processes."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from errors import HomeError
from knowledge.database import Database


@pytest.fixture
def database(home: Path) -> Database:
    return Database(home / "sternik.db")


def test_a_transaction_that_fails_leaves_nothing_and_can_be_tried_again(database: Database) -> None:
    with pytest.raises(RuntimeError, match="on the way"), database.transaction() as db:
        db.execute("INSERT INTO meta VALUES ('a', '1')")
        raise RuntimeError("on the way")
    with database.transaction() as db:
        db.execute("INSERT INTO meta VALUES ('a', '2')")
    assert [row["value"] for row in database.read("SELECT value FROM meta WHERE key = 'a'")] == ["2"]


def test_a_transaction_that_cannot_be_committed_does_not_block_the_next(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), database.transaction() as db:
        db.execute("PRAGMA defer_foreign_keys = ON")
        db.execute("INSERT INTO feedback VALUES ('nobody', 1, 'a', 1, 0)")
    with database.transaction() as db:
        db.execute("INSERT INTO meta VALUES ('a', '1')")
    assert database.read("SELECT * FROM feedback") == []


def test_threads_write_in_turn(database: Database) -> None:
    def count() -> None:
        for _ in range(50):
            with database.transaction() as db:
                number = int(db.execute("SELECT value FROM meta WHERE key = 'n'").fetchone()[0])
                db.execute("UPDATE meta SET value = ? WHERE key = 'n'", (number + 1,))
        database.close()

    with database.transaction() as db:
        db.execute("INSERT INTO meta VALUES ('n', 0)")
    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert database.read("SELECT value FROM meta WHERE key = 'n'")[0]["value"] == "200"


def test_a_thread_has_a_connection_of_its_own(database: Database) -> None:
    others: list[sqlite3.Connection] = []
    thread = threading.Thread(target=lambda: others.append(database.connection))
    thread.start()
    thread.join()
    assert others[0] is not database.connection
    assert database.connection is database.connection


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_process_has_a_connection_of_its_own(database: Database) -> None:
    parents = database.connection
    child = os.fork()
    if not child:
        own = database.connection
        os._exit(0 if own is not parents and database.read("SELECT 1") else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert database.connection is parents


def test_reads_in_a_snapshot_see_one_state_whatever_another_thread_writes(database: Database) -> None:
    def write() -> None:
        with database.transaction() as db:
            db.execute("INSERT INTO meta VALUES ('a', '1')")

    query = "SELECT value FROM meta WHERE key = 'a'"
    with database.snapshot():
        assert database.read(query) == []
        writer = threading.Thread(target=write)
        writer.start()
        writer.join()
        assert database.read(query) == []
    assert [row["value"] for row in database.read(query)] == ["1"]


def test_many_may_create_it_at_once(home: Path) -> None:
    problems: list[Exception] = []

    def create() -> None:
        try:
            Database(home / "sternik.db").read("SELECT * FROM documents")
        except Exception as error:  # noqa: BLE001  # whatever it is, the test shows it
            problems.append(error)

    threads = [threading.Thread(target=create) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


def test_damage_that_is_found_later_is_explained_too(database: Database) -> None:
    for _ in range(3):
        with database.transaction() as db:
            db.executemany("INSERT INTO forgotten VALUES (?, ?)", [(None, "x" * 200)] * 500)
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    size = database.path.stat().st_size
    with database.path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * 50_000)
    with pytest.raises(HomeError, match="damaged"):
        database.read("SELECT * FROM forgotten")
