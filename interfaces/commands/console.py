"""What the commands share: reading lines, writing results, showing progress."""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any, BinaryIO, TextIO

from errors import BadInput
from settings import no_color


def write(text: str, stream: TextIO | None = None) -> None:
    """A line of results on standard output, or of news on `stream`."""
    print(text, file=stream or sys.stdout, flush=True)  # noqa: T201


def write_json(row: dict[str, Any]) -> None:
    """One JSON line."""
    write(json.dumps(row, ensure_ascii=False))


def read_rows(stream: BinaryIO) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON objects of a stream, one a line, with the numbers of their lines; blank lines are passed over.

    Raises:
        BadInput: a line is not a JSON object; earlier lines have been answered by then.
    """
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadInput(f"Line {number} of standard input is not JSON ({error.msg} at column {error.colno}).") from error
        except (ValueError, RecursionError) as error:  # not UTF-8, a number of thousands of digits, nested without end
            raise BadInput(f"Line {number} of standard input is not JSON in UTF-8.") from error
        if not isinstance(row, dict):
            raise BadInput(f"Line {number} of standard input is not a JSON object.")
        yield number, row


def text_field(row: dict[str, Any], key: str) -> str:
    """A field that must hold text.

    Raises:
        BadInput: it is missing or something else.
    """
    value = row.get(key)
    if not isinstance(value, str):
        raise BadInput(f"{key!r} must be text.")
    return value


def colored(text: str, code: str) -> str:
    """The text in a colour when standard output is a terminal whose owner has nothing against colours."""
    return f"\x1b[{code}m{text}\x1b[0m" if sys.stdout.isatty() and not no_color() else text


class Bar:
    """A progress line on standard error: only on a terminal, at most ten times a second."""

    def __init__(self, what: str, total: int | None = None) -> None:
        """`total` may be unknown."""
        self._what = what
        self._total = total
        self._shown = 0.0

    def __call__(self, done: int, path: str) -> None:
        """Show how far it is."""
        now = time.monotonic()
        if not sys.stderr.isatty() or (now - self._shown < 0.1 and done != self._total):
            return
        self._shown = now
        if self._total:
            filled = 30 * done // self._total
            line = f"{self._what} [{'█' * filled}{'·' * (30 - filled)}] {done}/{self._total}"
        else:
            line = f"{self._what} {done} {path[-50:]}"
        sys.stderr.write(f"\r\x1b[2K{line}")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
