"""What conversations remember: LangGraph's checkpoints, in the home's own database."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from langgraph.checkpoint.sqlite import SqliteSaver

from knowledge import explained

_WAIT_MILLISECONDS = 30_000  # as long as the ledger waits for another writer


class Memory(SqliteSaver):
    """One connection, locked by LangGraph itself; errors about the file come as ours."""

    path: Path

    @contextmanager
    def cursor(self, transaction: bool = True) -> Iterator[Any]:
        """A cursor, for the saver's own methods.

        Raises:
            HomeError: the disk is full, or the file is damaged or read-only.
            LibraryBusy: another process has been writing for half a minute.
        """
        with explained(self.path), super().cursor(transaction) as cursor:
            yield cursor

    def prune(self, thread_ids: Sequence[str], *, strategy: str = "keep_latest") -> None:
        """Forget the steps on the way to a conversation's present state: each holds the whole conversation again."""
        if strategy != "keep_latest":
            raise NotImplementedError(strategy)
        with self.cursor() as cursor:
            for thread in thread_ids:
                query = "SELECT max(checkpoint_id) FROM checkpoints WHERE thread_id = ? AND checkpoint_ns = ''"
                (latest,) = cursor.execute(query, (thread,)).fetchone()
                for table in ("checkpoints", "writes"):
                    cursor.execute(f"DELETE FROM {table} WHERE thread_id = ? AND checkpoint_id < ?", (thread, latest))


@contextmanager
def open_memory(path: Path) -> Iterator[Memory]:
    """The memory in a database that the library has opened.

    Raises:
        HomeError: the file cannot be used.
    """
    with ExitStack() as stack:
        with explained(path):
            memory = stack.enter_context(Memory.from_conn_string(str(path)))
            memory.conn.execute(f"PRAGMA busy_timeout = {_WAIT_MILLISECONDS}")
        assert isinstance(memory, Memory)  # it is typed as its parent
        memory.path = path
        yield memory
