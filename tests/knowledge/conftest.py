"""A library that is quick, because its embedding model only counts words, and pages to put into it."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from knowledge import IngestReport, Library

HERE = Path(__file__).parent
# For words.py, which the programs that some tests start need too.
sys.path.append(str(HERE))

from words import Words, ignore  # noqa: E402

Write = Callable[[dict[str, str]], Path]
Ingest = Callable[..., IngestReport]
Start = Callable[..., "Popen[str]"]


@pytest.fixture
def words() -> Words:
    return Words()


@pytest.fixture
def fast(home: Path, words: Words) -> Iterator[Library]:
    """An empty library of the test's own, on the model that counts words."""
    opened = Library(home, words)
    yield opened
    opened.close()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write pages by path below one folder; returns the folder."""

    def write(pages: dict[str, str]) -> Path:
        root = tmp_path / "pages"
        root.mkdir(exist_ok=True)
        for path, text in pages.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return root

    return write


@pytest.fixture
def ingest() -> Ingest:
    """Ingest a folder into the collection `docs` (or another) with nobody watching."""

    def ingest(library: Library, root: Path, collection: str = "docs") -> IngestReport:
        return library.ingest(str(root), collection, ignore)

    return ingest


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Start neighbour.py on the test's home."""
    started = []

    def start(verb: str, *arguments: str) -> "Popen[str]":
        command = [sys.executable, str(HERE / "neighbour.py"), verb, str(home), *arguments]
        environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
        process = Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True, env=environment)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
