"""Lines that say how far a measurement is."""

import sys
import time

_BETWEEN = 10.0  # seconds


class Steps:
    """Says where a long loop is, every ten seconds."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._said = time.monotonic()

    def __call__(self, done: int, path: str = "") -> None:
        now = time.monotonic()
        if now - self._said >= _BETWEEN:
            self._said = now
            say(f"  {self._what}: {done} of {self._total}")


def say(line: str) -> None:
    """A line for whoever watches."""
    print(line, file=sys.stderr, flush=True)
