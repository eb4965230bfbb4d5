"""The SQLite file of a home: opened, created, checked and shared between threads. The one importer of sqlite3."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from errors import HomeError, LibraryBusy

# Each file brings a home from one layout to the next; a home older than ours gets those that it lacks.
_LAYOUTS = ("schema.sql", "progress.sql", "deliveries.sql", "asked.sql")
VERSION = len(_LAYOUTS)
Row = sqlite3.Row
Connection = sqlite3.Connection
_WAIT_SECONDS = 30.0
# SQLite forbids to use, and even to close, a connection that came over a fork.
_INHERITED: list[sqlite3.Connection] = []


class Database:
    """One file, one connection a thread; writers wait for each other."""

    def __init__(self, path: Path) -> None:
        """Open `path`, creating it when missing.

        Raises:
            HomeError: it cannot be written, is damaged, or was made by a newer Sternik.
        """
        self.path = path
        self._local = threading.local()
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._check_version()

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None and self._local.process != os.getpid():
            _INHERITED.append(connection)
            connection = None
        if connection is None:
            connection = _connect(self.path)
            self._local.connection, self._local.process = connection, os.getpid()
        return connection

    def read(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """All rows of a query.

        Raises:
            HomeError: the file is damaged or gone.
        """
        with explained(self.path):
            return self.connection.execute(query, values).fetchall()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """This thread's reads inside see one state of the file, whatever others write meanwhile. Nothing may be written inside.

        Raises:
            HomeError: the file is damaged or gone.
        """
        connection = self.connection
        with explained(self.path):
            connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.commit()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; another writer is waited for.

        Raises:
            HomeError: the disk is full or the file is read-only.
            LibraryBusy: another process has been writing for half a minute.
        """
        connection = self.connection
        with explained(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    def close(self) -> None:
        """Close this thread's connection; others close with their threads."""
        connection = getattr(self._local, "connection", None)
        if connection is not None and self._local.process == os.getpid():
            connection.close()
            self._local.connection = None

    def _check_version(self) -> None:
        found = self.connection.execute("PRAGMA user_version").fetchone()[0]
        if found > VERSION:
            raise HomeError(
                f"{self.path} was made by a newer Sternik (layout {found}, this one knows {VERSION}). "
                "Update Sternik, or set STERNIK_HOME to another folder."
            )
        if found < VERSION:
            self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        with self.transaction() as connection:
            # Another process may have done it while we waited for the lock.
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            for layout in _LAYOUTS[found:]:
                script = files("knowledge").joinpath(layout).read_text(encoding="utf-8")
                for statement in _statements(script):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {max(VERSION, found)}")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;")
    return connection


def _statements(script: str) -> Iterator[str]:
    held = ""
    for line in script.split("\n"):
        held += line + "\n"
        if sqlite3.complete_statement(held):
            yield held
            held = ""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors about the file itself, as errors that name the way out."""
    try:
        yield
    except PermissionError as error:
        raise HomeError(f"{error.filename or path} may not be written. Set STERNIK_HOME to a folder of yours.") from error
    except (FileExistsError, NotADirectoryError) as error:
        raise HomeError(f"{error.filename or path} is a file, not a folder. Set STERNIK_HOME to a folder of yours.") from error
    except sqlite3.OperationalError as error:
        raise _named(error, path) from error
    except sqlite3.DatabaseError as error:
        if "malformed" not in str(error) and "not a database" not in str(error):
            raise
        raise HomeError(f"{path} is damaged ({error}). Move it away; the built-in knowledge is indexed again.") from error
    except OSError as error:
        raise HomeError(f"{path.parent} cannot be used ({error.strerror}). Set STERNIK_HOME to another folder.") from error


def _named(error: sqlite3.OperationalError, path: Path) -> Exception:
    text = str(error)
    if "readonly" in text or "unable to open" in text:
        return HomeError(f"{path} may not be written ({text}). Set STERNIK_HOME to a folder of yours.")
    if "full" in text or "disk I/O" in text:
        return HomeError(f"{path}: no room left ({text}). Free some space on that disk, then run the command again.")
    if "locked" in text or "busy" in text:
        return LibraryBusy(f"{path} is in use by another process that has been writing for long. Try again when it is done.")
    return error
