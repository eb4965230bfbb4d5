"""The Markdown pages that ship inside, and the questions that were written for their sections."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from ingest import Page, Skipped, walk

FOLDERS = ("course", "tools")
_ASKED = "asked"


def builtin_root() -> Path:
    """The folder that holds `course`, `tools` and `asked`."""
    with as_file(files("knowledge")) as folder:
        return Path(folder)


def builtin_pages(root: Path) -> Iterator[Page | Skipped]:
    """All of them, with paths relative to `root`, and with what their sections are asked."""
    asked = load_asked(root)
    for folder in FOLDERS:
        for page in walk(root / folder):
            path = f"{folder}/{page.path}"
            if isinstance(page, Page):
                yield replace(page, path=path, asked=asked.get(path, {}))
            else:
                yield Skipped(path, page.reason)


def load_asked(root: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Questions by page and section (its anchor): `asked/LANGUAGE/TOOL.jsonl`, a line a section."""
    asked: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for file in _asked_files(root):
        for line in file.read_text(encoding="utf-8").splitlines():
            section = json.loads(line)
            asked[section["page"]][section["anchor"]] = tuple(section["asked"])
    return dict(asked)


def builtin_paths(root: Path) -> list[Path]:
    """The files of the pages, unread."""
    return sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.md"))


def builtin_files(root: Path) -> list[Path]:
    """All that is indexed of them, unread."""
    return [*builtin_paths(root), *_asked_files(root)]


def _asked_files(root: Path) -> list[Path]:
    return sorted((root / _ASKED).rglob("*.jsonl"))
