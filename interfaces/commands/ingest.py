"""Add your own files, folders or web pages to the library, or a tool's official documentation, or bring them up to date."""

import argparse
import sys
from contextlib import closing

from errors import BadInput, UnreadableSource
from interfaces.commands.console import Bar, write
from interfaces.commands.opening import opened
from knowledge import BUILTIN, IngestReport, Library, Preset, find_preset, ingest_preset, load_presets

_MOST_SHOWN = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("source", nargs="*", metavar="PATH|URL", help="a file, a folder, or an http(s) address")
    parser.add_argument("--collection", metavar="NAME", help="where to put them (default: documents)")
    parser.add_argument(
        "--preset", metavar="NAME", help="the official documentation of a tool, such as kubernetes; `list` shows all; needs git"
    )
    parser.add_argument("--from", dest="mirror", metavar="ADDRESS", help="the preset's repository from another address")
    parser.set_defaults(wrong_usage=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Ingest each source; one that fails does not stop the others."""
    _check(arguments)
    if arguments.preset == "list":
        write(list_presets())
        return 0
    if arguments.preset:
        return _add_preset(find_preset(arguments.preset), arguments.mirror)
    collection = arguments.collection or "documents"
    with closing(opened()) as assistant:
        read = [_ingest(assistant.library, source, collection) for source in arguments.source]
    return 0 if all(read) else 1


def _check(arguments: argparse.Namespace) -> None:
    if arguments.collection == BUILTIN:
        raise BadInput(f"The collection {BUILTIN!r} holds the built-in knowledge. Choose another name.")
    if arguments.preset is None and not arguments.source:
        arguments.wrong_usage("name what to ingest: a file, a folder, an address, or --preset NAME")
    if arguments.preset is not None and (arguments.source or arguments.collection):
        raise BadInput("--preset is its own source and its own collection; it takes no PATH, no URL and no --collection.")
    if arguments.mirror and not arguments.preset:
        raise BadInput("--from belongs to --preset. Example: sternik ingest --preset git --from ADDRESS")


def list_presets() -> str:
    """The presets, one a line: name, format, licence and repository."""
    rows = [(preset.name, preset.format, preset.licence, f"{preset.repository}  {preset.folder}") for preset in load_presets()]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join("  ".join([*(text.ljust(width) for text, width in zip(row, widths, strict=False)), row[3]]) for row in rows)


def _add_preset(preset: Preset, mirror: str | None) -> int:
    source = mirror or preset.repository
    write(f"Copying {preset.folder} of {source} (licence: {preset.licence})", sys.stderr)
    with closing(opened()) as assistant:
        bar = Bar(f"Reading {preset.name}")
        report = ingest_preset(assistant.library, preset, bar, mirror)
        bar.end()
    write(summary(preset.name, report))
    return 0


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
