"""Running one measurement by itself: `python -m benchmarks.retrieval --quick`."""

import argparse
import json
import time
from collections.abc import Callable

from benchmarks.progress import say
from benchmarks.results import Figures, save
from benchmarks.scale import FULL, QUICK, Scale

Measure = Callable[[Scale], Figures]


def run(name: str, measure: Measure, scale: Scale) -> Figures:
    """Measure, keep the figures, and say how long it took."""
    say(f"{name} …")
    begun = time.monotonic()
    figures = measure(scale)
    path = save(name, figures, scale)
    say(f"{name}: {time.monotonic() - begun:.0f} s, {path}")
    return figures


def run_alone(name: str, measure: Measure) -> int:
    """The `main` of a measurement: its figures as JSON on standard output."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}")
    parser.add_argument("--quick", action="store_true", help="a sample only; kept apart from the full figures")
    print(json.dumps(run(name, measure, QUICK if parser.parse_args().quick else FULL), indent=1, ensure_ascii=False))
    return 0
