"""What came from a chat, each answered exactly once: remembered before work, taken by one process, finished or taken over."""

import json
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from knowledge.database import Connection, Database, Row

_HOLD = 20.0
# The oldest request that nobody holds, out of a conversation in which nothing earlier waits and nothing is being answered.
_NEXT = """SELECT id FROM deliveries AS mine WHERE done IS NULL AND held_until < :now AND NOT EXISTS (
    SELECT 1 FROM deliveries AS other WHERE other.lane = mine.lane AND other.done IS NULL AND other.id <> mine.id
    AND (other.position < mine.position OR (other.owner IS NOT NULL AND other.held_until >= :now)))
    ORDER BY came LIMIT 1"""


@dataclass(frozen=True)
class TakenRequest:
    """A request in the hands of this process. `attempts` counts this one; `outcome` and `places` are what earlier ones left."""

    id: str
    request: dict[str, Any]
    attempts: int
    outcome: dict[str, Any] | None
    places: dict[str, Any]


class Deliveries:
    """The ledger of requests. Any number of threads and processes may share one home; a request is in one hand at a time."""

    def __init__(self, database: Database, hold: float = _HOLD) -> None:
        """What is taken is held for `hold` seconds and has to be renewed before; a dead process renews nothing."""
        self._database = database
        self._hold = hold
        self._owner = uuid.uuid4().hex
        # SQLite makes writers poll for each other; threads of one process can simply queue.
        self._turn = Lock()

    def claim(self, names: Sequence[str], request: Mapping[str, Any], *, lane: str, position: str) -> bool:
        """Remember a request under all its names; False when any of them came before."""
        now = time.time()
        with self._turn, self._database.transaction() as db:
            marks = ",".join("?" * len(names))
            if db.execute(f"SELECT 1 FROM delivery_names WHERE name IN ({marks})", tuple(names)).fetchone():
                return False
            row = (names[0], lane, position, json.dumps(request), now)
            db.execute("INSERT INTO deliveries (id, lane, position, request, came) VALUES (?, ?, ?, ?, ?)", row)
            db.executemany("INSERT INTO delivery_names VALUES (?, ?)", [(name, names[0]) for name in dict.fromkeys(names)])
        return True

    def take(self) -> TakenRequest | None:
        """The next request to work on, from now on held by this process; None when there is none."""
        now = time.time()
        # Looking is free, while a transaction would keep other writers out.
        if not self._database.read(_NEXT, {"now": now}):
            return None
        with self._turn, self._database.transaction() as db:
            found = db.execute(_NEXT, {"now": now}).fetchone()
            if found is None:
                return None
            db.execute(
                "UPDATE deliveries SET owner = ?, held_until = ?, attempts = attempts + 1 WHERE id = ?",
                (self._owner, now + self._hold, found["id"]),
            )
            return _delivery(db.execute("SELECT * FROM deliveries WHERE id = ?", (found["id"],)).fetchone())

    def renew(self, identities: Sequence[str]) -> None:
        """This process lives and works on these: keep them. To be called well within `hold` seconds."""
        rows = [(time.time() + self._hold, identity, self._owner) for identity in identities]
        if rows:
            with self._turn, self._database.transaction() as db:
                db.executemany("UPDATE deliveries SET held_until = ? WHERE id = ? AND owner = ? AND done IS NULL", rows)

    def holds(self, delivery: TakenRequest) -> bool:
        """Whether it is still this process's; another may have taken it over from one that slept."""
        query = "SELECT 1 FROM deliveries WHERE id = ? AND owner = ? AND done IS NULL"
        return bool(self._database.read(query, (delivery.id, self._owner)))

    def keep_outcome(self, delivery: TakenRequest, outcome: Mapping[str, Any]) -> None:
        """What is to be shown, so that whoever takes over shows the same."""
        self._set("outcome = ?", delivery, json.dumps(outcome))

    def keep_places(self, delivery: TakenRequest) -> None:
        """What of it is shown by now, as `delivery.places` has it."""
        self._set("places = ?", delivery, json.dumps(delivery.places))

    def release(self, delivery: TakenRequest, wait: float) -> None:
        """Let go of it unfinished; it is taken again after `wait` seconds at the earliest."""
        self._set("owner = NULL, held_until = ?", delivery, time.time() + wait)

    def done(self, delivery: TakenRequest) -> None:
        """It is answered."""
        self._set("owner = NULL, done = ?", delivery, time.time())

    def outcome(self, identity: str) -> dict[str, Any] | None:
        """What was shown for a request; None when it is forgotten or there was none."""
        rows = self._database.read("SELECT outcome FROM deliveries WHERE id = ?", (identity,))
        return json.loads(rows[0]["outcome"]) if rows and rows[0]["outcome"] else None

    def knows(self, lane: str) -> bool:
        """Whether anything came in this conversation lately."""
        return bool(self._database.read("SELECT 1 FROM deliveries WHERE lane = ? LIMIT 1", (lane,)))

    def unfinished(self) -> int:
        """How many requests wait or are being answered."""
        return int(self._database.read("SELECT count(*) AS n FROM deliveries WHERE done IS NULL")[0]["n"])

    def forget(self, before: float) -> int:
        """Drop what was done before a time; returns how many."""
        with self._turn, self._database.transaction() as db:
            return db.execute("DELETE FROM deliveries WHERE done < ?", (before,)).rowcount

    def close(self) -> None:
        """Let go of this thread's hold on the home's database."""
        self._database.close()

    def _set(self, change: str, delivery: TakenRequest, value: object) -> None:
        with self._turn, self._database.transaction() as db:
            _change(db, change, (value, delivery.id, self._owner))


def open_deliveries(home: Path, hold: float = _HOLD) -> Deliveries:
    """The requests kept in a home.

    Raises:
        HomeError: the home cannot be used.
    """
    return Deliveries(Database(home / "sternik.db"), hold)


def _change(db: Connection, change: str, values: tuple[object, ...]) -> None:
    """Only the holder may write: a process that slept through its time must not undo what another has done since."""
    db.execute(f"UPDATE deliveries SET {change} WHERE id = ? AND owner = ?", values)


def _delivery(row: Row) -> TakenRequest:
    outcome = json.loads(row["outcome"]) if row["outcome"] else None
    return TakenRequest(row["id"], json.loads(row["request"]), row["attempts"], outcome, json.loads(row["places"]))
