"""The Markdown pages that ship inside."""

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from ingest import Page, Skipped, walk

FOLDERS = ("course", "tools")


def builtin_root() -> Path:
    """The folder that holds `course` and `tools`."""
    with as_file(files("knowledge")) as folder:
        return Path(folder)


def builtin_pages(root: Path) -> Iterator[Page | Skipped]:
    """All of them, with paths relative to `root`."""
    for folder in FOLDERS:
        for page in walk(root / folder):
            if isinstance(page, Page):
                yield Page(f"{folder}/{page.path}", page.content, page.modified)
            else:
                yield Skipped(f"{folder}/{page.path}", page.reason)


def builtin_paths(root: Path) -> list[Path]:
    """Their files, unread."""
    return sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.md"))
