"""Are answers right? Facts found, right page cited, language, and refusals where there is nothing to say."""

import re
import sys
import time
from collections import defaultdict
from dataclasses import asdict, dataclass

from agents import Answer
from benchmarks.homes import home_for, opened
from benchmarks.progress import Steps
from benchmarks.questions import Question, QuestionSet, question_sets
from benchmarks.results import Figures
from benchmarks.retrieval import keys
from benchmarks.scale import Scale

_POLISH_LETTER = re.compile("[ąćęłńóśźż]", re.I)
_POLISH_WORDS = frozenset("jest nie się oraz lub aby dla przez można należy który która".split())
_ENOUGH = 3  # signs of Polish; English answers quote a Polish name or two


@dataclass(frozen=True)
class Verdict:
    """What one answer is worth; None where a question does not ask for it."""

    facts: bool | None
    cited: bool | None
    language: bool
    refused: bool | None
    false_refusal: bool | None


def judge(question: Question, answer: Answer) -> Verdict:
    """Judge an answer as its reader gets it: the text, and the sentences of its sources."""
    language = _is_polish(answer.full_text) == (question.language == "pl")
    if not question.answerable:
        return Verdict(None, None, language, answer.refused, None)
    text = "\n".join([answer.full_text, *(source.quote for source in answer.sources)])
    facts = all(re.search(fact, text, re.I) for fact in question.facts)
    cited = any(source.path.split("#")[0] in question.gold for source in answer.sources)
    return Verdict(facts, cited, language, None, answer.refused)


def _is_polish(text: str) -> bool:
    words = (word for word in re.findall(r"\w+", text.lower()) if word in _POLISH_WORDS and not _POLISH_LETTER.search(word))
    return len(_POLISH_LETTER.findall(text)) + sum(1 for _ in words) >= _ENOUGH


def measure(scale: Scale) -> Figures:
    """Every set's table; the questions on courses carry no facts and are left out."""
    return {"sets": {found.name: _measured(found) for found in question_sets(scale.every) if found.name != "zoomcamp"}}


def _measured(found: QuestionSet) -> Figures:
    progress = Steps(f"answers, {found.title}", len(found.questions))
    rows: dict[str, list[Verdict]] = defaultdict(list)
    seconds = []
    with opened(home_for(found)) as assistant:
        for done, question in enumerate(found.questions):
            progress(done)
            begun = time.perf_counter()
            answer = assistant.ask(question.text, collections=[question.collection])
            seconds.append(time.perf_counter() - begun)
            for key in keys(question):
                rows[key].append(judge(question, answer))
    table = {key: _averages(rows[key]) for key in sorted(rows)}
    return {"title": found.title, "rows": table, "median_seconds": round(sorted(seconds)[len(seconds) // 2], 3)}


def _averages(verdicts: list[Verdict]) -> dict[str, float]:
    columns: dict[str, list[bool]] = defaultdict(list)
    for verdict in verdicts:
        for name, value in asdict(verdict).items():
            if value is not None:
                columns[name].append(value)
    return {"n": len(verdicts), **{name: round(sum(values) / len(values), 3) for name, values in columns.items()}}


def main() -> int:
    from benchmarks.running import run_alone

    return run_alone("answers", measure)


if __name__ == "__main__":
    sys.exit(main())
