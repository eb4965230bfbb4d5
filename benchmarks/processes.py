"""Processes of their own, measured from start to end."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.questions import ROOT

_LAUNCHER = Path(__file__).with_name("launcher.py")
_OWN_SETTINGS = ("MODEL", "EMBEDDINGS", "RERANKER", "CHROMA_URL", "STERNIK_LANGUAGE", "STERNIK_USER")


@dataclass(frozen=True)
class Finished:
    """A process that ended well: wall time, the most memory it held, and what it wrote."""

    seconds: float
    peak_mb: float
    output: str


def sternik(home: Path, *arguments: str) -> Finished:
    """The command-line program on a home.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    return measured([sys.executable, "-m", "interfaces.cli", *arguments], home)


def measured(command: Sequence[str], home: Path) -> Finished:
    """Run a command in the repository.

    Raises:
        subprocess.CalledProcessError: it failed; its errors are shown.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        launched = [sys.executable, "-S", "-E", str(_LAUNCHER), str(report), *command]
        done = subprocess.run(launched, cwd=ROOT, env=environment(home), stdout=subprocess.PIPE, text=True, check=True)
        figures = json.loads(report.read_text(encoding="utf-8"))
    if figures["status"]:
        raise subprocess.CalledProcessError(figures["status"], list(command), done.stdout)
    return Finished(figures["seconds"], figures["peak_mb"], done.stdout)


def environment(home: Path) -> dict[str, str]:
    """This process's, with that home and the default settings."""
    return {**{key: value for key, value in os.environ.items() if key not in _OWN_SETTINGS}, "STERNIK_HOME": str(home)}
