"""Searching for the agent: the library's results, numbered for citation."""

from collections.abc import Callable, Sequence

from agents.embedded.passage import Evidence
from knowledge import Library

_PASSAGES = 10


def search(
    library: Library,
    query: str,
    collections: Sequence[str] | None,
    language: str | None,
    number: Callable[[int], int] | None = None,
) -> Evidence:
    """The passages for a question, with the signs of whether they answer it; `number` says by which one a chunk is cited."""
    return Evidence.of(query, library.search(query, collections=collections, k=_PASSAGES, language=language), number)
