"""Make all vectors again with the embedding model that is set now."""

import argparse
from contextlib import closing

from agents import open_library
from interfaces.commands.console import Bar, write
from settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(arguments: argparse.Namespace) -> int:
    """Re-index."""
    with closing(open_library(Settings.from_env(), reindexing=True)) as library:
        total = sum(chunks for _, chunks in library.status().collections.values())
        bar = Bar("Embedding", total)
        library.reindex(bar)
        bar.end()
        write(f"{total} passages embedded with {library.embedder.name}.")
    return 0
