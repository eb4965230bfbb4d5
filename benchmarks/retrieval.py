"""Are the right pages found? By language, collection and tool."""

import sys
from collections import defaultdict
from collections.abc import Iterable

from benchmarks.homes import home_for, opened
from benchmarks.progress import Steps
from benchmarks.questions import Question, QuestionSet, question_sets
from benchmarks.ranking import Rank, averages, ranked
from benchmarks.results import Figures
from benchmarks.scale import Scale


def measure(scale: Scale) -> Figures:
    """Every set's table."""
    return {"sets": {found.name: {"title": found.title, "rows": _table(found)} for found in question_sets(scale.every)}}


def _table(found: QuestionSet) -> dict[str, dict[str, float]]:
    progress = Steps(f"searches, {found.title}", len(found.answerable))
    rows: dict[str, list[Rank]] = defaultdict(list)
    with opened(home_for(found)) as assistant:
        for done, question in enumerate(found.answerable):
            progress(done)
            hits = assistant.library.search(question.text, collections=[question.collection], k=found.depth).hits
            rank = ranked(question, hits)
            for key in keys(question):
                rows[key].append(rank)
    return {key: averages(rows[key]) for key in sorted(rows)}


def keys(question: Question) -> Iterable[str]:
    """The rows of the table in which a question counts."""
    yield "all"
    yield f"language {question.language}"
    yield f"collection {question.collection}"
    if question.tool:
        yield f"tool {question.tool}"


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("retrieval", measure)


if __name__ == "__main__":
    sys.exit(main())
