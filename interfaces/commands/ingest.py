"""Add your own files, folders or web pages to the library, or bring them up to date."""

import argparse
import sys
from contextlib import closing

from errors import BadInput, UnreadableSource
from interfaces.commands.console import Bar, write
from interfaces.commands.opening import opened
from knowledge import BUILTIN, IngestReport, Library

_MOST_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("source", nargs="+", metavar="PATH|URL", help="a file, a folder, or an http(s) address")
    parser.add_argument("--collection", default="documents", metavar="NAME", help="where to put them (default: documents)")


def run(arguments: argparse.Namespace) -> int:
    """Ingest each source; one that fails does not stop the others."""
    if arguments.collection == BUILTIN:
        raise BadInput(f"The collection {BUILTIN!r} holds the built-in knowledge. Choose another name.")
    with closing(opened()) as assistant:
        read = [_ingest(assistant.library, source, arguments.collection) for source in arguments.source]
    return 0 if all(read) else 1


def _ingest(library: Library, source: str, collection: str) -> bool:
    bar = Bar(f"Reading {source}")
    try:
        report = library.ingest(source, collection, bar)
    except UnreadableSource as error:
        bar.end()
        write(f"sternik: {error}", sys.stderr)
        return False
    bar.end()
    write(summary(source, report))
    return True


def summary(source: str, report: IngestReport) -> str:
    """What was done, and what was skipped and why."""
    lines = [
        f"{source}: {report.added} added, {report.changed} changed, {report.unchanged} unchanged, {report.removed} removed, "
        f"{len(report.skipped)} skipped ({report.chunks} passages indexed)"
    ]
    if report.kept:
        lines.append(f"  {report.kept}")
    lines += [f"  skipped {page.path}: {page.reason}" for page in report.skipped[:_MOST_SHOWN]]
    if len(report.skipped) > _MOST_SHOWN:
        lines.append(f"  … and {len(report.skipped) - _MOST_SHOWN} more")
    return "\n".join(lines)
