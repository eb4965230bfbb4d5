"""The first start: how long indexing the built-in knowledge takes, and how much memory."""

import shutil
import sys

from agents import open_library
from benchmarks.homes import BUILT_IN
from benchmarks.processes import sternik
from benchmarks.results import Figures, load
from benchmarks.scale import QUICK, Scale
from knowledge import BUILTIN
from settings import Settings


def measure(scale: Scale) -> Figures:
    """Index into an empty home. A quick look keeps the home that is there."""
    known = load("indexing", scale) if scale == QUICK else None
    if known and (BUILT_IN / "sternik.db").exists():
        return known
    if scale != QUICK:
        shutil.rmtree(BUILT_IN, ignore_errors=True)
    BUILT_IN.mkdir(parents=True, exist_ok=True)
    done = sternik(BUILT_IN, "search", "-k", "1", "What is a readiness probe?")
    library = open_library(Settings(BUILT_IN))
    documents, chunks = library.status().collections[BUILTIN]
    library.close()
    return {
        "pages": documents,
        "chunks": chunks,
        "seconds": round(done.seconds, 1),
        "chunks_per_second": round(chunks / done.seconds, 1),
        "peak_mb": round(done.peak_mb),
    }


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("indexing", measure)


if __name__ == "__main__":
    sys.exit(main())
