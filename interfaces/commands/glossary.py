"""Look up what a word of the field is called in Polish and in English."""

import argparse

from errors import BadInput
from interfaces.commands.console import colored, write
from knowledge import look_up


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The word."""
    parser.add_argument("words", nargs="+", metavar="WORD", help="a word or phrase in either language, in any form")


def run(arguments: argparse.Namespace) -> int:
    """Print each meaning in both languages."""
    asked = " ".join(arguments.words)
    entries = look_up(asked)
    if not entries:
        raise BadInput(f'The glossary has no entry for {asked!r}. Ask about it instead: sternik ask "What is {asked}?"')
    for entry in entries:
        write(f"{colored('en', '1')}  {', '.join(entry.en)}\n{colored('pl', '1')}  {', '.join(entry.pl)}\n")
    return 0
