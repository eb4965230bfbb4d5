"""How long files take, kind by kind: rendered alone, and rendered and checked by the light validators in a warm process."""

import statistics
import sys
import time
from collections.abc import Callable

from benchmarks.progress import Steps
from benchmarks.results import Figures
from benchmarks.scale import Scale
from generators import generate, load, names, validated

_RENDERS, _CHECKS = 20, 5


def measure(scale: Scale) -> Figures:
    """For each kind, with its defaults: the median milliseconds of rendering, median and slowest seconds with all checks."""
    progress = Steps("kinds", len(names()))
    kinds: dict[str, Figures] = {}
    for done, kind in enumerate(names()):
        progress(done)
        kinds[kind] = _measured(kind)
    return {"kinds": kinds}


def _measured(kind: str) -> Figures:
    generator = load(kind)
    chosen = validated(generator, {})
    # The first of each loads templates, schemas and programs into memory.
    renders = [_seconds(lambda: generator.render(chosen)) for _ in range(_RENDERS + 1)][1:]
    checked = [_seconds(lambda: generate(kind)) for _ in range(_CHECKS + 1)][1:]
    return {
        "files": len(generate(kind).files),
        "render_ms": 1000 * statistics.median(renders),
        "median_seconds": statistics.median(checked),
        "slowest_seconds": max(checked),
    }


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("generating", measure)


if __name__ == "__main__":
    sys.exit(main())
