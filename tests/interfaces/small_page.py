"""The page on a library of a few built-in pages, which is indexed in seconds. A Streamlit script for the tests."""

from agents import Assistant
from ingest import Page
from interfaces.web import show_page
from knowledge import BUILTIN, Library, Progress, builtin_root, load_embedder
from settings import Settings

PAGES = [
    "course/pl/data-versioning.md",
    "course/en/data-versioning.md",
    "tools/pl/kubernetes/probes.md",
    "tools/en/kubernetes/probes.md",
    "tools/en/kubernetes/first-steps.md",
]


def open_small(settings: Settings, progress: Progress) -> Assistant:
    library = Library(settings.home, load_embedder(settings.embeddings))
    root = builtin_root()
    library.ingest_pages([Page(path, (root / path).read_bytes(), 1763856000.0) for path in PAGES], "small", BUILTIN, progress)
    return Assistant(library, settings)


show_page(open_small)
