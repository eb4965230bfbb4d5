"""The gap between the languages over English documentation, lever by lever: how often is a right page among the first five?

Each row searches the same questions of both sets over tool documentation: the vectors alone, the words alone, both, then the
bridge of the built-in pages and the glossary, apart and together, and all of it with Polish typed without its marks.
"""

import sys
from collections import defaultdict
from dataclasses import dataclass, replace

from benchmarks.homes import home_for, opened
from benchmarks.progress import Steps
from benchmarks.questions import QuestionSet, question_sets
from benchmarks.ranking import Rank, averages, ranked
from benchmarks.results import Figures
from benchmarks.scale import Scale
from ingest import fold
from knowledge import Weights

_NONE = (0.0, 0.0)
_ALL = Weights()


@dataclass(frozen=True)
class Lever:
    """A way of searching; `folded` takes the marks off Polish letters."""

    name: str
    weights: Weights
    folded: bool = False


LEVERS = (
    Lever("vectors alone", replace(_ALL, lexical=_NONE)),
    Lever("words alone", replace(_ALL, lexical=(1.0, 1.0), bridge=_NONE, glossary=False)),
    Lever("words alone, glossary", replace(_ALL, lexical=(1.0, 1.0), bridge=_NONE)),
    Lever("vectors and words", replace(_ALL, bridge=_NONE, glossary=False)),
    Lever("with the bridge", replace(_ALL, glossary=False)),
    Lever("with the glossary", replace(_ALL, bridge=_NONE)),
    Lever("with both", _ALL),
    Lever("with both, typed without marks", _ALL, folded=True),
)


def measure(scale: Scale) -> Figures:
    """A row for each lever: the figures of each language over both sets."""
    sets = [found for found in question_sets(scale.every) if found.name in ("tools", "own-tools")]
    return {"levers": {lever.name: _measured(lever, sets) for lever in LEVERS} if sets else {}}


def _measured(lever: Lever, sets: list[QuestionSet]) -> Figures:
    rows: dict[str, list[Rank]] = defaultdict(list)
    for found in sets:
        progress = Steps(f"searches, {lever.name}, {found.title}", len(found.answerable))
        with opened(home_for(found)) as assistant:
            assistant.library.weights = lever.weights
            for done, question in enumerate(found.answerable):
                progress(done)
                text = fold(question.text) if lever.folded else question.text
                hits = assistant.library.search(text, collections=[question.collection], k=found.depth).hits
                rows[question.language].append(ranked(question, hits))
    return {language: averages(rows[language]) for language in sorted(rows)}


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("gap", measure)


if __name__ == "__main__":
    sys.exit(main())
