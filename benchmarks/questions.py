"""The questions to measure with: those for development beside the repository when they are there, and our own."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
EVALUATION = ROOT.parent / "shared" / "eval"
COURSES = ("data-engineering-zoomcamp", "machine-learning-zoomcamp", "mlops-zoomcamp")
TOOLS = "corpus"


@dataclass(frozen=True)
class Question:
    """A question and the pages that answer it; none when the library has no answer.

    `facts` are patterns that all occur in a good answer.
    """

    id: str
    text: str
    language: str
    gold: frozenset[str]
    facts: tuple[str, ...]
    tool: str
    collection: str
    answerable: bool


@dataclass(frozen=True)
class QuestionSet:
    """Questions over the same collections of one home. `depth` is how many passages are looked at for ten pages."""

    name: str
    title: str
    questions: tuple[Question, ...]
    built_in: bool
    depth: int

    @property
    def answerable(self) -> list[Question]:
        """Those that the library can answer."""
        return [question for question in self.questions if question.answerable]


def question_sets(every: int = 1) -> list[QuestionSet]:
    """Our own set, then the others as far as they are there; of each, every so manieth question."""
    sets = [QuestionSet("own", "built-in knowledge", _read(Path(__file__).with_name("questions.jsonl"), "", every), True, 30)]
    if has_evaluation():
        tools = _read(EVALUATION / "questions-dev.jsonl", TOOLS, every)
        courses = _read(EVALUATION / "zoomcamp" / "questions-dev.jsonl", "", every)
        more = _read(Path(__file__).with_name("tool_questions.jsonl"), TOOLS, every)
        sets.append(QuestionSet("tools", "documentation of 17 tools", tools, False, 30))
        sets.append(QuestionSet("own-tools", "documentation of 17 tools, our own questions", more, False, 30))
        sets.append(QuestionSet("zoomcamp", "FAQ of three courses, filtered by course", courses, False, 10))
    return sets


def short_questions() -> QuestionSet:
    """Two to five words, as into a search box, about the field and about anything else: to judge refusals by."""
    rows = _read(Path(__file__).with_name("short_questions.jsonl"), "", 1)
    return QuestionSet("short", "built-in knowledge, in a few words", rows, True, 30)


def has_evaluation() -> bool:
    """Whether the material for development is beside the repository."""
    return (EVALUATION / "questions-dev.jsonl").is_file()


def _read(path: Path, collection: str, every: int) -> tuple[Question, ...]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(_question(row, collection) for row in rows[::every])


def _question(row: dict[str, Any], collection: str) -> Question:
    return Question(
        id=row["id"],
        text=row["question"],
        language=row.get("lang", "en"),
        gold=frozenset(page.split("#")[0] for page in row["gold"]),
        facts=tuple(row.get("answer_facts", ())),
        tool=row.get("tool", ""),
        collection=row.get("collection", collection or "sternik"),
        answerable=row.get("answerable", True),
    )
