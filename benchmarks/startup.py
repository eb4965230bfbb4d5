"""`sternik ask` from a cold process to the complete answer, on an indexed home: wall time and peak memory."""

import sys
from statistics import median

from benchmarks.homes import built_in
from benchmarks.processes import sternik
from benchmarks.results import Figures
from benchmarks.scale import Scale

_QUESTIONS = ("Jak wersjonować dane w projekcie ML?", "What is the difference between a liveness and a readiness probe?")


def measure(scale: Scale) -> Figures:
    """Several processes, one after another, in both languages by turns."""
    home = built_in()
    runs = [sternik(home, "ask", _QUESTIONS[number % 2]) for number in range(scale.runs)]
    return {
        "runs": len(runs),
        "median_seconds": round(median(run.seconds for run in runs), 2),
        "slowest_seconds": round(max(run.seconds for run in runs), 2),
        "peak_mb": round(max(run.peak_mb for run in runs)),
    }


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("startup", measure)


if __name__ == "__main__":
    sys.exit(main())
