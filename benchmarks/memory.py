"""Is memory flat in the number of documents? Peak of a process that ingests few, and of one that ingests many."""

import sys
import tempfile
from pathlib import Path

from benchmarks.processes import measured
from benchmarks.progress import Steps, say
from benchmarks.results import Figures
from benchmarks.scale import Scale
from benchmarks.synthetic import Material
from knowledge import Library, load_embedder

_CHUNKS_OF_A_DOCUMENT = 3


def measure(scale: Scale) -> Figures:
    """A process of its own for each number of documents, with the real embedding model."""
    peaks = []
    for documents in scale.memory_documents:
        say(f"  ingesting {documents} documents")
        with tempfile.TemporaryDirectory() as folder:
            done = measured([sys.executable, "-m", "benchmarks.memory", str(documents), folder], Path(folder))
        peaks.append({"documents": documents, "peak_mb": round(done.peak_mb), "seconds": round(done.seconds, 1)})
    growth = peaks[1]["peak_mb"] / peaks[0]["peak_mb"] - 1
    return {"peaks": peaks, "chunks_of_a_document": _CHUNKS_OF_A_DOCUMENT, "growth": round(growth, 3)}


def _ingest(documents: int, home: Path) -> None:
    library = Library(home, load_embedder("embedded"))
    pages = Material().pages(0, documents, _CHUNKS_OF_A_DOCUMENT)
    library.ingest_pages(pages, "synthetic", "synthetic", Steps("documents", documents))
    library.close()


def main() -> int:
    if len(sys.argv) == 3:  # the process that is measured
        _ingest(int(sys.argv[1]), Path(sys.argv[2]))
        return 0
    from benchmarks.running import run_alone

    return run_alone("memory", measure)


if __name__ == "__main__":
    sys.exit(main())
