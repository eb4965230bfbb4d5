"""How fast pages become searchable: ours, and plain LangChain on the same pages in the same run when it is installed.

Both times hold everything from text to index; loading the models is left out. Chunks differ in size, so characters are counted too.
"""

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.plain_langchain import PlainLangChain, missing
from benchmarks.progress import Steps, say
from benchmarks.results import Figures
from benchmarks.scale import Scale
from ingest import Page, Skipped, walk
from knowledge import Library, builtin_root, load_embedder


def measure(scale: Scale) -> Figures:
    """The same built-in pages, both languages alike, through both."""
    pages = _sample(scale.throughput_pages)
    characters = sum(len(page.content.decode()) for page in pages)
    figures: Figures = {"pages": len(pages), "characters": characters, "ours": _ours(pages, characters)}
    if missing():
        say(f"  the comparison is left out; it needs: pip install {missing()}")
        return {**figures, "plain_langchain": None}
    figures["plain_langchain"] = _plain(pages, characters)
    ours, plain = (figures[name]["chunks_per_second"] for name in ("ours", "plain_langchain"))
    return {**figures, "times_faster": round(ours / plain, 2)}


def _sample(count: int) -> list[Page]:
    every = [page for folder in ("course", "tools") for page in walk(builtin_root() / folder) if not isinstance(page, Skipped)]
    return every[:: max(1, len(every) // count)][:count]


def _ours(pages: list[Page], characters: int) -> Figures:
    embedder = load_embedder("embedded")
    embedder.embed_passages(["a first text, so that nothing is loaded later"])
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder), embedder)
        begun = time.perf_counter()
        chunks = library.ingest_pages(pages, "sample", "sample", Steps("pages, ours", len(pages))).chunks
        figures = _speed(chunks, characters, time.perf_counter() - begun)
        library.close()
    return figures


def _plain(pages: list[Page], characters: int) -> Figures:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        plain = PlainLangChain(Path(folder))
        plain.search("a first text, so that nothing is loaded later", "sample", 1)
        begun = time.perf_counter()
        texts = [("sample", page.path, page.content.decode()) for page in pages]
        chunks = plain.ingest(texts, Steps("pages, plain LangChain", len(pages)))
        return _speed(chunks, characters, time.perf_counter() - begun)


def _speed(chunks: int, characters: int, seconds: float) -> Figures:
    return {
        "chunks": chunks,
        "seconds": round(seconds, 1),
        "chunks_per_second": round(chunks / seconds, 1),
        "characters_per_second": round(characters / seconds),
    }


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("throughput", measure)


if __name__ == "__main__":
    sys.exit(main())
