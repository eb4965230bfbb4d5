"""Opening the assistant for a command, with progress on first use."""

import sys

from agents import Assistant, open_assistant
from interfaces.commands.console import Bar, write
from knowledge import count_builtin
from settings import Settings


def opened(settings: Settings | None = None) -> Assistant:
    """The assistant of the environment's settings; the first use indexes the built-in knowledge and says so."""
    chosen = settings or Settings.from_env()
    bar = Bar("Indexing the built-in knowledge", count_builtin())
    told = False

    def progress(done: int, path: str) -> None:
        nonlocal told
        if not told and not sys.stderr.isatty():
            write("Indexing the built-in knowledge; this happens once.", sys.stderr)
        told = True
        bar(done, path)

    assistant = open_assistant(chosen, progress)
    bar.end()
    return assistant
