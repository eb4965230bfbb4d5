"""The refusal curve: of the questions without an answer, how many are refused, and how many others with them?"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from agents import Evidence, doubt, search, signs_of
from benchmarks.homes import home_for, opened
from benchmarks.logistic import Floats, area_under_curve
from benchmarks.progress import Steps
from benchmarks.questions import TOOLS, QuestionSet, question_sets
from benchmarks.results import Figures
from benchmarks.scale import Scale

OURS, CHECK = "own-tools", "tools"  # over tool documentation: for fitting, and only for checking
_FALSE_REFUSALS = (0.0, 0.01, 0.02, 0.03, 0.05, 0.075, 0.10, 0.15, 0.20, 0.30)


def evidence_for(found: QuestionSet, home: Path) -> list[Evidence]:
    """What the assistant would judge each question by."""
    progress = Steps(f"searches, {found.title}", len(found.questions))
    gathered = []
    with opened(home) as assistant:
        for done, question in enumerate(found.questions):
            progress(done)
            language = assistant.language_of(question.text)
            gathered.append(search(assistant.library, question.text, [question.collection], language))
    return gathered


def signs_and_truth(found: QuestionSet, home: Path, names: Sequence[str]) -> tuple[Floats, Floats]:
    """A row of signs for each question, and 1 for each that has no answer."""
    rows = [signs_of(evidence) for evidence in evidence_for(found, home)]
    truth = np.array([0.0 if question.answerable else 1.0 for question in found.questions])
    return np.array([[row[name] for name in names] for row in rows]), truth


def curve(likely: Floats, truth: Floats) -> list[dict[str, float]]:
    """For each share of false refusals that one may allow: the threshold, and the share of right refusals."""
    answerable, unanswerable = likely[truth == 0], likely[truth > 0]
    points = {}
    for threshold in (threshold_for(likely, truth, allowed) for allowed in _FALSE_REFUSALS):
        points[threshold] = {
            "threshold": round(threshold, 4),
            "refused": round(float((unanswerable > threshold).mean()), 3),
            "false_refusal": round(float((answerable > threshold).mean()), 3),
        }
    return list(points.values())


def threshold_for(likely: Floats, truth: Floats, allowed: float) -> float:
    """The lowest threshold that refuses at most that share of answerable questions."""
    answerable = np.sort(likely[truth == 0])[::-1]
    return float(answerable[int(allowed * len(answerable) + 1e-9)])


def measure(scale: Scale) -> Figures:
    """The curve of every set that has unanswerable questions, with the weights as they are."""
    return {"sets": {found.name: _measured(found) for found in sets_to_judge(scale.every)}}


def sets_to_judge(every: int = 1) -> list[QuestionSet]:
    """Our own sets, then those for checking. Too few over tool documentation have no answer, so ours are asked there too."""
    own, *others = question_sets(every)
    more = tuple(replace(question, collection=TOOLS) for question in own.questions if not question.answerable)
    over_tools = [replace(other, questions=other.questions + more) for other in others if other.name in (OURS, CHECK)]
    return [own, *sorted(over_tools, key=lambda found: found.name == CHECK)]


def _measured(found: QuestionSet) -> Figures:
    likely = np.array([doubt(evidence) for evidence in evidence_for(found, home_for(found))])
    truth = np.array([0.0 if question.answerable else 1.0 for question in found.questions])
    return {
        "title": found.title,
        "answerable": int((truth == 0).sum()),
        "unanswerable": int(truth.sum()),
        "auc": round(area_under_curve(likely, truth), 3),
        "curve": curve(likely, truth),
    }


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("refusal", measure)


if __name__ == "__main__":
    sys.exit(main())
