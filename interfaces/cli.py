"""The terminal door: `sternik`."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from errors import SternikError
from interfaces.commands import ask, generate, glossary, ingest, mcp, path, reindex, search, serve, slack, status

_COMMANDS = (ask, generate, search, glossary, ingest, path, status, reindex, serve, mcp, slack)
_EPILOG = """examples:
  sternik ask "Jak wersjonować dane w projekcie ML?"
  sternik ask "How do I cache pip packages in GitHub Actions?" --conversation ci
  sternik search "readiness probe" -k 3
  sternik glossary "wycofać wdrożenie"
  sternik ingest ~/notes --collection team
  sternik generate dockerfile --app fastapi --port 8080 -o .
  sternik path start data-scientist
  sternik serve

Settings are environment variables (MODEL, EMBEDDINGS, STERNIK_HOME, …): see docs/settings.md.
exit status: 0 success, 1 an error that the message explains, 2 wrong usage"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; results go to standard output, everything else to standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal of another encoding gets what it can show
    parser = _parser()
    arguments = _parsed(parser, argv)
    try:
        result: int = arguments.run(arguments)
        sys.stdout.flush()
    except SternikError as error:
        print(f"sternik: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Python would complain again when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result


def _parsed(parser: argparse.ArgumentParser, argv: Sequence[str] | None) -> argparse.Namespace:
    """Only `generate` takes words that its parser does not know: the options of a kind."""
    arguments, rest = parser.parse_known_args(argv)
    if rest and not getattr(arguments, "takes_rest", False):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    arguments.rest = rest
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sternik",
        description="An assistant for people who start in MLOps: cited answers in Polish and English, offline.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"sternik {version_of()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        name = command.__name__.rsplit(".", 1)[-1]
        summary = (command.__doc__ or "").strip()
        sub = commands.add_parser(name, help=summary.split("\n")[0], description=summary, allow_abbrev=False)
        command.add_arguments(sub)
        sub.set_defaults(run=command.run)
    return parser


def version_of() -> str:
    """The installed version."""
    try:
        return version("sternik")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "(not installed)"


if __name__ == "__main__":
    sys.exit(main())
