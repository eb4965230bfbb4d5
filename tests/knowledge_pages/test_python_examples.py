"""Python in the pages compiles; what is marked `run` works with nothing but the standard library."""

import subprocess
import sys
from pathlib import Path

import pytest
from judging import Findings, by_text, guides_with
from pages import Example, examples

PYTHON = examples("python")
RUN = [example for example in PYTHON if "run" in example.marks]


@pytest.mark.parametrize("guide", guides_with(PYTHON))
def test_python_compiles(guide: str) -> None:
    for example in PYTHON:
        if example.guide == guide and "fragment" not in example.marks:
            compile(example.text, example.place, "exec")


@pytest.mark.parametrize("guide", guides_with(RUN))
def test_python_marked_run_runs_with_the_standard_library(guide: str, tmp_path: Path) -> None:
    chosen = [example for example in RUN if example.guide == guide]
    assert execute(chosen, tmp_path).of(guide) == []


def test_a_program_that_fails_is_seen(tmp_path: Path) -> None:
    wrong = Example("g", "page.md", 7, "python", frozenset({"run"}), "", "import numpy\n")
    assert "No module named 'numpy'" in execute([wrong], tmp_path).of("g")[0]


def execute(chosen: list[Example], folder: Path) -> Findings:
    """Run each program in an empty folder; -S leaves installed packages out."""
    findings = Findings()
    for number, (text, same) in enumerate(by_text(chosen).items()):
        home = folder / str(number)
        home.mkdir()
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-W", "error", "-c", text],
            cwd=home,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if done.returncode:
            findings.add(same, done.stderr[-300:])
    return findings
