"""The retrieval of plain LangChain on the same pages and questions as ours."""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.plain_langchain import PlainLangChain, missing
from benchmarks.progress import Steps, say
from benchmarks.questions import COURSES, EVALUATION, TOOLS, QuestionSet, question_sets
from benchmarks.ranking import Rank, averages, ranked
from benchmarks.results import Figures
from benchmarks.retrieval import keys
from benchmarks.scale import Scale
from ingest import Skipped, walk
from knowledge import BUILTIN, builtin_root


def measure(scale: Scale) -> Figures:
    """Every set's table; a quick look has no time to embed all pages once more."""
    if not scale.rivals_search:
        return {"missing": "left out of a quick look"}
    if missing():
        return {"missing": f"needs: pip install {missing()}"}
    sets = {}
    for found in question_sets(scale.every):
        if found.name != "own" or len(question_sets()) == 1:
            say(f"  plain LangChain: {found.title}")
            sets[found.name] = {"title": found.title, "rows": _table(found)}
    return {"sets": sets}


def _table(found: QuestionSet) -> dict[str, dict[str, float]]:
    rows: dict[str, list[Rank]] = defaultdict(list)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        plain = PlainLangChain(Path(folder))
        pages = list(_pages(found.name))
        plain.ingest(pages, Steps("pages", len(pages)))
        progress = Steps("searches", len(found.answerable))
        for done, question in enumerate(found.answerable):
            progress(done)
            rank = ranked(question, plain.search(question.text, question.collection, found.depth))
            for key in keys(question):
                rows[key].append(rank)
    return {key: averages(rows[key]) for key in sorted(rows)}


def _pages(name: str) -> Iterator[tuple[str, str, str]]:
    """Every page that the questions may be about, as (collection, path, text)."""
    roots: dict[str, tuple[Path, tuple[str, ...]]]
    if name == "own":
        roots = {BUILTIN: (builtin_root(), ("course", "tools"))}
    elif name == "tools":
        roots = {TOOLS: (EVALUATION / "corpus", ("",))}
    else:
        roots = {course: (EVALUATION / "zoomcamp" / "docs" / course, ("",)) for course in COURSES}
    for collection, (root, folders) in roots.items():
        for folder in folders:
            for page in walk(root / folder):
                if not isinstance(page, Skipped):
                    path = f"{folder}/{page.path}" if folder else page.path
                    yield collection, path, page.content.decode("utf-8", errors="replace")


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("rivals", measure)


if __name__ == "__main__":
    sys.exit(main())
