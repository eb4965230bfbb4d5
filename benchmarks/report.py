"""docs/benchmarks.md and its plot, out of the figures that are there."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.bars import refusal_lines, retrieval_bars
from benchmarks.plot import draw
from benchmarks.questions import ROOT
from benchmarks.results import Figures, load
from benchmarks.scale import FULL
from benchmarks.sections import SECTIONS, table

_DOCS = ROOT / "docs"
_HEAD = """# Benchmarks

Written by `make bench` from what it measured; do not edit. A measurement alone: `python -m benchmarks --only latency`,
a sample of all in 3 minutes (which leaves this page as it is): `python -m benchmarks --quick`.

![Who finds a right page among the first five, and the refusal curve](benchmarks.svg)
"""


def write_report() -> Sequence[Path]:
    """Write the page and the plot; measurements that were not made are left out."""
    found = {name: figures for name in (*SECTIONS, "rivals") if (figures := load(name, FULL))}
    page = "\n".join([_HEAD, *_circumstances(found), *(part for name in SECTIONS for part in _section(name, found))])
    picture = draw(retrieval_bars(found.get("retrieval"), found.get("rivals")), refusal_lines(found.get("refusal")))
    written = (_DOCS / "benchmarks.md", _DOCS / "benchmarks.svg")
    for path, text in zip(written, (page.rstrip() + "\n", picture), strict=True):
        path.write_text(text, encoding="utf-8")
    return [path.relative_to(ROOT) for path in written]


def _section(name: str, found: dict[str, Figures]) -> Iterable[str]:
    if name in found:
        section = SECTIONS[name]
        yield f"## {section.title}\n\n{section.text}\n"
        yield section.show(found[name], found) + "\n"


def _circumstances(found: dict[str, Figures]) -> Iterable[str]:
    """Where and when; measurements from different commits or machines are told apart."""
    groups: dict[str, tuple[Figures, list[str]]] = {}
    for name, figures in found.items():
        about = figures["circumstances"]
        groups.setdefault(f"{about['machine']} {about['date']} {about['commit']}", (about, []))[1].append(name)
    rows = []
    for about, names in groups.values():
        versions = ", ".join(f"{package} {number}" for package, number in about["versions"].items())
        rows.append([", ".join(names) if len(groups) > 1 else "all", about["machine"], about["date"], about["commit"], versions])
    yield table(["measured", "machine", "date", "commit", "versions"], rows) + "\n"


def main() -> int:
    write_report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
