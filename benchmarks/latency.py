"""How long a search takes in process, at several sizes of the library: real Chroma, real full-text index, invented vectors."""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.progress import Steps, say
from benchmarks.questions import question_sets
from benchmarks.results import Figures
from benchmarks.scale import Scale
from benchmarks.synthetic import SECTIONS, Material, invented_vectors
from knowledge import Library, load_embedder

_WARM_UP = 10
_SEARCHES = 200


def measure(scale: Scale) -> Figures:
    """Fill one library step by step, and search it after each."""
    embedder = load_embedder("embedded")
    material = Material()
    embed = invented_vectors(material, embedder)
    questions = [question.text for question in question_sets()[0].answerable]
    sizes = []
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder), embedder)
        written = 0
        for size in scale.library_sizes:
            pages = size // SECTIONS - written
            progress = Steps(f"pages for {size:,} chunks", pages)
            library.ingest_pages(material.pages(written, pages), f"up to {size}", "synthetic", progress, embed)
            written += pages
            sizes.append(_searched(library, questions))
        library.close()
    return {"sizes": sizes}


def _searched(library: Library, questions: list[str]) -> Figures:
    chunks = library.status().collections["synthetic"][1]
    say(f"  searching {chunks:,} chunks")
    taken = []
    for number in range(_WARM_UP + _SEARCHES):
        begun = time.perf_counter()
        library.search(questions[number % len(questions)])
        taken.append((time.perf_counter() - begun) * 1000)
    figures: Figures = {"chunks": chunks, "searches": _SEARCHES}
    for percent in (50, 95, 99):
        figures[f"p{percent}_ms"] = round(float(np.percentile(taken[_WARM_UP:], percent)), 1)
    return figures


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("latency", measure)


if __name__ == "__main__":
    sys.exit(main())
