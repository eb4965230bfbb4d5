"""Searching for the agent: the library's results, numbered for citation."""

from collections.abc import Sequence

from agents.embedded.passage import Evidence
from knowledge import Library

_PASSAGES = 10


def search(library: Library, query: str, collections: Sequence[str] | None, language: str | None) -> Evidence:
    """The passages for a question, with the signs of whether they answer it."""
    return Evidence.of(query, library.search(query, collections=collections, k=_PASSAGES, language=language))
