"""Show what the library holds and which models are set."""

import argparse
from contextlib import closing

from agents import open_library
from interfaces.commands.console import colored, write
from settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(arguments: argparse.Namespace) -> int:
    """Print it."""
    settings = Settings.from_env()
    with closing(open_library(settings)) as library:
        status = library.status()
    write(f"{colored('Home', '1')}        {status.home}")
    write(f"{colored('Model', '1')}       {settings.model}")
    write(f"{colored('Embeddings', '1')}  {status.model}")
    if not status.collections:
        write("The library is empty; the built-in knowledge is indexed on first use.")
    for name, (documents, chunks) in status.collections.items():
        write(f"{colored(name, '1')}: {documents} pages, {chunks} passages")
    return 0
