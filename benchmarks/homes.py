"""Homes to measure on, kept between runs in benchmarks/results/homes; what changed since is indexed again."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agents import Assistant, open_assistant, open_library
from benchmarks.progress import Steps, say
from benchmarks.questions import COURSES, EVALUATION, TOOLS, QuestionSet
from benchmarks.results import RESULTS
from knowledge import Library, count_builtin
from settings import Settings

_HOMES = RESULTS / "homes"
BUILT_IN = _HOMES / "built-in"
_EVALUATION = _HOMES / "evaluation"


def built_in() -> Path:
    """A home with the built-in knowledge."""
    if not (BUILT_IN / "sternik.db").exists():
        say("  indexing the built-in knowledge: once")
    open_assistant(Settings(BUILT_IN), Steps("built-in pages", count_builtin())).close()
    return BUILT_IN


def evaluation() -> Path:
    """A home with the built-in knowledge and the material for development."""
    if not (_EVALUATION / "sternik.db").exists():
        shutil.rmtree(_EVALUATION, ignore_errors=True)
        shutil.copytree(built_in(), _EVALUATION)
    assistant = open_assistant(Settings(_EVALUATION), Steps("built-in pages", count_builtin()))
    _ingest(assistant.library, EVALUATION / "corpus", TOOLS)
    for course in COURSES:
        _ingest(assistant.library, EVALUATION / "zoomcamp" / "docs" / course, course)
    assistant.close()
    return _EVALUATION


def _ingest(library: Library, source: Path, collection: str) -> None:
    total = sum(1 for path in source.rglob("*") if path.is_file())
    library.ingest(str(source), collection, Steps(f"pages of {collection}", total))


def home_for(questions: QuestionSet) -> Path:
    """A home with the pages that the questions are about."""
    return built_in() if questions.built_in else evaluation()


@contextmanager
def opened(home: Path) -> Iterator[Assistant]:
    """The assistant on a home, which stays as it is."""
    settings = Settings(home)
    assistant = Assistant(open_library(settings), settings)
    yield assistant
    assistant.close()
