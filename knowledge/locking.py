"""One writer at a time in a home, and one process at a time inside embedded Chroma."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from errors import LibraryBusy
from knowledge.database import explained


@contextmanager
def writing(home: Path, *, wait: float = 600.0) -> Iterator[None]:
    """Hold the writer's lock; it is let go when the process ends, however it ends.

    Raises:
        LibraryBusy: another process has held it for `wait` seconds.
    """
    path = home / "write.lock"
    lock = FileLock(path)
    with explained(path):
        try:
            lock.acquire(timeout=wait)
        except Timeout as error:  # an OSError, so it has to be met before those that speak of the file itself
            raise LibraryBusy(f"Another Sternik is indexing into {home}. Wait for it to finish, then try again.") from error
    try:
        yield
    finally:
        lock.release()


class ProcessLock:
    """A short lock between processes, for one thread at a time; it can be taken again by whoever holds it."""

    def __init__(self, path: Path) -> None:
        """Nothing is created before it is first taken."""
        self.path = path
        # Searches take milliseconds, so they should not wait for long either.
        self._lock = FileLock(path, timeout=60, poll_interval=0.004)

    def __enter__(self) -> None:
        """Raises LibraryBusy after a minute."""
        with explained(self.path):
            try:
                self._lock.acquire()
            except Timeout as error:
                raise LibraryBusy(f"Another Sternik has held {self.path} for a minute. If it hangs, stop it.") from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let it go."""
        self._lock.release()
