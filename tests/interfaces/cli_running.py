"""The command line, called as a function and as a program."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from interfaces.cli import main

ROOT = Path(__file__).parent.parent.parent
SMALL_CLI = [sys.executable, str(Path(__file__).parent / "small_cli.py")]
REAL_CLI = [sys.executable, "-m", "interfaces.cli"]


@dataclass(frozen=True)
class Ran:
    """What a command wrote, and its exit status."""

    status: int
    out: str
    err: str


Sternik = Callable[..., Ran]


def runner(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Sternik:
    """Calls `interfaces.cli.main` as a terminal would, with `stdin` as its standard input."""

    def sternik(*arguments: str, stdin: str | bytes = "") -> Ran:
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsys.readouterr()
        try:
            status = main(arguments)
        except SystemExit as error:  # argparse leaves this way
            status = int(error.code or 0)
        return Ran(status, *capsys.readouterr())

    return sternik


def run_program(program: list[str], *arguments: str, stdin: str = "", **environ: str) -> Ran:
    """The same as a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environ}
    done = subprocess.run([*program, *arguments], input=stdin.encode(), capture_output=True, cwd=ROOT, env=env, timeout=120)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
