"""The knowledge that ships inside, indexed on first use and again when the product brings newer pages."""

import hashlib
from pathlib import Path

from knowledge.ingesting import IngestReport, Progress
from knowledge.library import BUILTIN, Library
from knowledge.pages import builtin_files, builtin_pages, builtin_paths, builtin_root
from knowledge.shipped import shipped

_SOURCE = "built-in"
_EDITION = "built-in edition"


def index_builtin(library: Library, progress: Progress, root: Path | None = None) -> IngestReport | None:
    """Bring the built-in collection up to date; None when it already is, which takes a few milliseconds to see."""
    root = root or builtin_root()
    edition = _edition(root, library.embedder.name)
    if library.remembered(_EDITION) == edition:
        return None
    report = library.ingest_pages(builtin_pages(root), _SOURCE, BUILTIN, progress, shipped(library.embedder))
    library.remember(_EDITION, edition)
    return report


def count_builtin() -> int:
    """How many built-in pages there are."""
    return len(builtin_paths(builtin_root()))


def _edition(root: Path, model: str) -> str:
    """Changes when a page or the model does: names, sizes and times of the files, which are quicker to read than the files."""
    digest = hashlib.sha256(model.encode())
    for path in builtin_files(root):
        stat = path.stat()
        digest.update(f"{path.relative_to(root)} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()
