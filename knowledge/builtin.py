"""The knowledge that ships inside, indexed on first use and again when the product brings newer pages."""

import hashlib
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from ingest import Page, Skipped, walk
from knowledge.ingesting import IngestReport, Progress
from knowledge.library import BUILTIN, Library

_SOURCE = "built-in"
_EDITION = "built-in edition"
_FOLDERS = ("course", "tools")


def builtin_root() -> Path:
    """The folder that holds `course` and `tools`."""
    with as_file(files("knowledge")) as folder:
        return Path(folder)


def index_builtin(library: Library, progress: Progress, root: Path | None = None) -> IngestReport | None:
    """Bring the built-in collection up to date; None when it already is, which takes a few milliseconds to see."""
    root = root or builtin_root()
    edition = _edition(root, library.embedder.name)
    if library.remembered(_EDITION) == edition:
        return None
    report = library.ingest_pages(_pages(root), _SOURCE, BUILTIN, progress)
    library.remember(_EDITION, edition)
    return report


def count_builtin() -> int:
    """How many built-in pages there are."""
    return sum(1 for _ in _pages(builtin_root()))


def _pages(root: Path) -> Iterator[Page | Skipped]:
    for folder in _FOLDERS:
        for page in walk(root / folder):
            if isinstance(page, Page):
                yield Page(f"{folder}/{page.path}", page.content, page.modified)
            else:
                yield Skipped(f"{folder}/{page.path}", page.reason)


def _edition(root: Path, model: str) -> str:
    """Changes when a page or the model does: names, sizes and times of the files, which are quicker to read than the files."""
    digest = hashlib.sha256(model.encode())
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*.md")):
            stat = path.stat()
            digest.update(f"{path.relative_to(root)} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()
