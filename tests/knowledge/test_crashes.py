"""Fifty ingests are killed at random moments (crashing.py); after each one the library is opened and everything in it is looked at."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path.append(str(HERE))
from crashing import pages  # noqa: E402

KILLS = 50
SEED = 20261
Held = dict[str, list[str]]


@pytest.fixture(scope="module")
def reports() -> Iterator[list[dict[str, Any]]]:
    # Nothing here depends on what reaches a disk, and memory is quicker.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        command = [sys.executable, str(HERE / "crashing.py"), str(Path(folder) / "home"), str(KILLS), str(SEED)]
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=300, env={**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
        )
        assert run.returncode == 0, run.stderr
        yield [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture(scope="module")
def states(reports: list[dict[str, Any]]) -> list[tuple[dict[str, Any], Held, Held]]:
    """Each report with what was there before it, and what is there after it, by page."""
    before: Held = {}
    steps = []
    for report in reports:
        assert report["looked"] == 0, f"the library could not be opened after ingest {report['version']}"
        after = by_page(report["held"]["texts"])
        steps.append((report, before, after))
        before = after
    return steps


def by_page(texts: list[list[str]]) -> Held:
    held: Held = defaultdict(list)
    for path, text in texts:
        held[path].append(text)
    return dict(held)


def wanted(version: int) -> Held:
    """What is there when a version has been ingested whole: the sections' texts by page."""
    return {page.path: [block.text for block in page.read().blocks if block.kind == "text"] for page in pages(version)}


def test_enough_were_killed_and_many_of_them_in_the_middle_of_a_change(reports: list[dict[str, Any]]) -> None:
    assert sum(report["ended"] == -signal.SIGKILL for report in reports) >= KILLS
    assert sum(report["held"]["torn"] for report in reports) >= KILLS // 5


def test_each_page_is_there_whole_in_its_old_or_its_new_version(states: list[tuple[dict[str, Any], Held, Held]]) -> None:
    for report, before, after in states:
        new = wanted(report["version"])
        for path in before.keys() | after.keys() | new.keys():
            assert after.get(path) in (before.get(path), new.get(path)), f"{path} after ingest {report['version']}"


def test_an_ingest_that_runs_to_its_end_leaves_exactly_its_pages(states: list[tuple[dict[str, Any], Held, Held]]) -> None:
    ended = [(report, after) for report, _, after in states if report["ended"] == 0]
    assert ended[-1][0] is states[-1][0]
    for report, after in ended:
        assert after == wanted(report["version"])


def test_ledger_words_and_vectors_hold_the_same_passages(reports: list[dict[str, Any]]) -> None:
    for report in reports:
        held = report["held"]
        assert held["chroma"] == held["ledger"], f"after ingest {report['version']}"
        assert held["words"] == len(held["ledger"])
        assert (held["pending"], held["forgotten"], held["changing"]) == (0, {}, [])


def test_search_gives_what_is_there_each_passage_once(reports: list[dict[str, Any]]) -> None:
    for report in reports:
        held = {(path, text) for path, text in report["held"]["texts"]}
        assert report["held"]["found"]
        for found in report["held"]["found"]:
            passages = [(path, text) for path, text in found]
            assert set(passages) <= held, f"after ingest {report['version']}"
            assert len(set(passages)) == len(passages)
