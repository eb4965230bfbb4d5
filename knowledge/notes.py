"""What the library remembers about itself: the embedding model, which home it is, how often the index has changed."""

import uuid

from knowledge.database import Connection, Database

_GENERATION = "generation"
_CONTENTS = "contents"
_IDENTITY = "identity"
_CHANGING = "changing "


class Notes:
    """Named values in the ledger; every write is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database
        self._identity = ""

    def get(self, key: str) -> str | None:
        """A remembered value."""
        rows = self._database.read("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0]["value"]) if rows else None

    def set(self, key: str, value: str) -> None:
        """Remember a value."""
        with self._database.transaction() as db:
            write_note(db, key, value)

    @property
    def identity(self) -> str:
        """Names this home's ledger, for as long as it lives."""
        if not self._identity:
            with self._database.transaction() as db:
                db.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (_IDENTITY, uuid.uuid4().hex[:12]))
            self._identity = self.get(_IDENTITY) or ""
        return self._identity

    @property
    def generation(self) -> int:
        """Grows with every change of the vectors, whichever process makes it."""
        return int(self.get(_GENERATION) or 0)

    @property
    def contents(self) -> int:
        """Grows whenever documents become ready or are removed."""
        return int(self.get(_CONTENTS) or 0)

    def mark_changing(self, collection: str) -> None:
        """The collection's vectors are about to change, and cannot be trusted until `mark_changed`."""
        with self._database.transaction() as db:
            write_mark(db, collection)

    def mark_changed(self, collection: str) -> None:
        """They have changed."""
        with self._database.transaction() as db:
            db.execute("DELETE FROM meta WHERE key = ?", (_CHANGING + collection,))
            _count_up(db, _GENERATION)

    def changing(self) -> list[str]:
        """The collections so marked."""
        rows = self._database.read("SELECT key FROM meta WHERE key > ? AND key < ?", (_CHANGING, _CHANGING + "\U0010ffff"))
        return [row["key"].removeprefix(_CHANGING) for row in rows]


def write_mark(db: Connection, collection: str) -> None:
    """Part of a transaction after which the collection's vectors cannot be trusted."""
    write_note(db, _CHANGING + collection, "")
    _count_up(db, _GENERATION)


def count_contents(db: Connection) -> None:
    """Part of a transaction that changes what is ready."""
    _count_up(db, _CONTENTS)


def write_note(db: Connection, key: str, value: str) -> None:
    """Part of a transaction that changes a value together with what it is about."""
    db.execute("INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value))


def _count_up(db: Connection, key: str) -> None:
    db.execute("INSERT INTO meta VALUES (?, '1') ON CONFLICT (key) DO UPDATE SET value = value + 1", (key,))
