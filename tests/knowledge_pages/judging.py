"""Programs judge examples: each distinct text is written once and one process reads many files, so that the tests stay quick."""

import os
import subprocess
import sysconfig
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pages import Example

SCRIPTS = Path(sysconfig.get_path("scripts"))
# Schemas out of public repositories lie beside the project where it is developed, and are not part of it.
SCHEMAS = Path(__file__).parents[3] / "shared/validators/schemas"


class Findings:
    """What is wrong with which example."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = defaultdict(list)

    def add(self, examples: Iterable[Example], complaint: str) -> None:
        for example in examples:
            self._found[example.guide].append(f"{example.place}: {complaint}")

    def of(self, guide: str) -> list[str]:
        """The complaints about the pages of one guide."""
        return self._found[guide]


def guides_with(examples: Iterable[Example]) -> list[str]:
    """The guides that these examples belong to, to run one test for each."""
    return sorted({example.guide for example in examples})


def by_text(examples: Iterable[Example]) -> dict[str, list[Example]]:
    """Examples that say the same, which most do in both languages, are judged once."""
    same: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        same[example.text].append(example)
    return same


def write_each(examples: Iterable[Example], folder: Path, suffix: str) -> dict[str, list[Example]]:
    """Write each distinct text to a file of its own; returns the examples by file name."""
    written = {}
    for number, (text, same) in enumerate(by_text(examples).items()):
        name = f"{number}{suffix}"
        (folder / name).write_text(text, encoding="utf-8")
        written[name] = same
    return written


def run(program: str | Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the virtual environment in a folder, with its neighbours on the path; never fails by itself."""
    path = f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [SCRIPTS / program, *arguments], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
