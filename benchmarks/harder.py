"""The built-in knowledge made harder to find things in, as people's own documents are: English only, without headings.

Our pages have questions for headings, so that a model fitted on them alone expects every answer to stand right below its question.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from agents import open_library
from benchmarks.progress import Steps
from benchmarks.results import RESULTS
from ingest import Page, Skipped, walk
from knowledge import BUILTIN, builtin_root
from settings import Settings

_HOME = RESULTS / "homes" / "harder"
_HEADING = re.compile(r"^#{2,6} .*\n", re.M)
_CODE = re.compile(r"(^```.*?^```)", re.M | re.S)
_FOLDERS = ("course/en", "tools/en")


def harder_home() -> Path:
    """A home that holds only these pages, under the name of the built-in collection."""
    pages = list(_pages())
    library = open_library(Settings(_HOME))
    library.ingest_pages(pages, "harder", BUILTIN, Steps("pages without headings", len(pages)))
    library.close()
    return _HOME


def _pages() -> Iterator[Page]:
    for folder in _FOLDERS:
        for page in walk(builtin_root() / folder):
            if not isinstance(page, Skipped):
                yield Page(f"{folder}/{page.path}", without_headings(page.content.decode()).encode(), page.modified)


def without_headings(text: str) -> str:
    """Markdown without its headings below the title; what looks like one inside code stays."""
    parts = _CODE.split(text)
    return "".join(part if part.startswith("```") else _HEADING.sub("", part) for part in parts)
