"""All measurements, one after another, and docs/benchmarks.md out of them."""

import argparse
import sys
import time
from importlib import import_module

from benchmarks.progress import say
from benchmarks.report import write_report
from benchmarks.running import run
from benchmarks.scale import FULL, QUICK, Scale

# What the table asks for first; each is a module with a `measure`.
STEPS = (
    "indexing", "startup", "page", "retrieval", "gap", "answers", "refusal", "throughput", "memory", "latency", "round_trips",
    "generating", "rivals",
)  # fmt: skip


def main() -> int:
    arguments = _parser().parse_args()
    scale = QUICK if arguments.quick else FULL
    chosen = [step for step in arguments.only or STEPS if step not in (arguments.skip or ())]
    if chosen != ["report"]:
        _measure([step for step in chosen if step != "report"], scale, arguments.minutes or scale.minutes)
    if scale == FULL:
        say(f"written: {', '.join(map(str, write_report()))}")
    return 0


def _measure(steps: list[str], scale: Scale, minutes: float) -> None:
    end = time.monotonic() + minutes * 60
    for step in steps:
        if time.monotonic() > end:
            say(f"{step}: left out, {minutes:g} minutes are over. Run it with: python -m benchmarks --only {step}")
        else:
            run(step, import_module(f"benchmarks.{step}").measure, scale)


def _parser() -> argparse.ArgumentParser:
    names = [*STEPS, "report"]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, epilog=f"measurements: {', '.join(names)}")
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help="these only; `report` measures nothing")
    parser.add_argument("--skip", nargs="+", choices=STEPS, metavar="NAME", help="all but these")
    parser.add_argument("--quick", action="store_true", help="a sample, in under 3 minutes once the built-in knowledge is indexed")
    parser.add_argument("--minutes", type=float, help="begin no further measurement after this time (default 30, quick 3)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
