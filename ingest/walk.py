"""The pages below a file, folder or address, one at a time, and what was skipped and why."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from errors import UnreadableSource
from ingest.document import Document
from ingest.sources import SUFFIXES, read_bytes

MOST_BYTES = 50_000_000
_IGNORED_FOLDERS = {"node_modules", "__pycache__", "venv", "site-packages"}


@dataclass(frozen=True)
class Page:
    """A page that can be read: its path relative to the root that was ingested, and what tells whether it changed.

    `asked` are questions that its sections answer, by the section's anchor.
    """

    path: str
    content: bytes
    modified: float
    url: str | None = None
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """SHA-256 of what is indexed of it, in hex."""
        told = f"{sorted(self.asked.items())}" if self.asked else ""
        return hashlib.sha256(self.content + told.encode()).hexdigest()

    def read(self) -> Document:
        """Parse it.

        Raises:
            UnreadableSource: saying why.
        """
        return read_bytes(self.content, self.path)


@dataclass(frozen=True)
class Skipped:
    """A page that was left out, and why."""

    path: str
    reason: str


def walk(root: Path) -> Iterator[Page | Skipped]:
    """Pages below `root` in order of their paths; files of kinds that we do not read are passed over.

    A file that cannot be read is given as Skipped and never stops the others.

    Raises:
        UnreadableSource: `root` itself does not exist or cannot be read.
    """
    if root.is_file():
        yield _page(root, root.name)
        return
    if not root.is_dir():
        raise UnreadableSource(f"{root}: no such file or folder.")
    if not os.access(root, os.R_OK | os.X_OK):
        raise UnreadableSource(f"{root}: this folder may not be read. Check its permissions.")
    locked: list[OSError] = []
    for path in _files(root, locked):
        yield _page(path, path.relative_to(root).as_posix())
    for error in locked:
        folder = Path(error.filename).relative_to(root).as_posix()
        yield Skipped(_printable(folder), f"this folder cannot be read ({error.strerror}).")


def _files(root: Path, locked: list[OSError]) -> Iterator[Path]:
    for folder, names, files in os.walk(root, onerror=locked.append):
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in _IGNORED_FOLDERS)
        for name in sorted(files):
            path = Path(folder, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith((".", "~$")):
                yield path


def _printable(name: str) -> str:
    return name.encode("utf-8", errors="replace").decode()


def _page(path: Path, relative: str) -> Page | Skipped:
    if _printable(relative) != relative:
        return Skipped(_printable(relative), "its name is not valid UTF-8. Rename it.")
    try:
        stat = path.stat()
        if not S_ISREG(stat.st_mode):
            return Skipped(relative, "it is not a regular file.")
        if stat.st_size > MOST_BYTES:
            return Skipped(relative, f"{stat.st_size / 1e6:.0f} MB is over the limit of {MOST_BYTES // 1_000_000} MB. Split it.")
        if not stat.st_size:
            return Skipped(relative, "the file is empty.")
        return Page(relative, path.read_bytes(), stat.st_mtime)
    except OSError as error:
        return Skipped(relative, f"it cannot be read ({error.strerror}).")
