"""One writer at a time in a home."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    try:
        with explained(path):
            lock.acquire(timeout=wait)
    except Timeout as error:
        raise LibraryBusy(f"Another Sternik is indexing into {home}. Wait for it to finish, then try again.") from error
    try:
        yield
    finally:
        lock.release()
