"""A quiz in a conversation: its questions, then how many answers were right and why."""

from collections.abc import Sequence
from typing import Any

from agents.guiding import CitedPages, Said, phrase
from knowledge import Learning, Question, Step, load_step, step_ids

_LETTERS = "abcd"
_OFFERED = ("docker", "git")


def tell_questions(step: Step | None, subject: str, language: str) -> Said:
    """The questions of a step; without a step, what there are quizzes about."""
    if step is None:
        titles = ", ".join(load_step(name).title.of(language) for name in step_ids())
        offers = tuple(phrase("suggest_quiz", language, title=load_step(name).title) for name in _OFFERED)
        return Said(phrase("no_quiz", language, subject=subject or "?", titles=titles), offers)
    opening = phrase("quiz", language, title=step.title, example=_example(step))
    asked = [_question(question, number, language) for number, question in enumerate(step.quiz, 1)]
    return Said("\n\n".join([opening, *asked]))


def tell_score(step: Step, answers: Sequence[int], language: str, learning: Learning, user: str, pages: CitedPages) -> Said:
    """How many answers were right, and what the pages say; kept as an attempt of this user."""
    problem = _problem(step, answers, language)
    if problem:
        return Said(problem)
    right = learning.record(user, step, answers)
    result = learning.result(user, step.id)
    best, of, attempts = (result.best, result.questions, result.attempts) if result else (right, len(answers), 1)
    fields = {"count": len(answers), "best": best, "of": of, "attempts": attempts}
    lines = [phrase("score", language, right=right, title=step.title, **fields)]
    for number, (question, answer) in enumerate(zip(step.quiz, answers, strict=True), 1):
        lines.append(_verdict(question, answer, number, language, pages))
    key = "suggest_done" if right == len(answers) else "suggest_quiz"
    return Said("\n\n".join(lines), (phrase(key, language, title=step.title), phrase("suggest_next", language)))


def _question(question: Question, number: int, language: str) -> str:
    options = [f"- {letter}) {option.of(language)}" for letter, option in zip(_LETTERS, question.options, strict=False)]
    return "\n".join([phrase("question", language, number=number, ask=question.ask), "", *options])


def _verdict(question: Question, answer: int, number: int, language: str, pages: CitedPages) -> str:
    why = question.why.of(language)
    page = pages.cite(question.page, why)
    key = "right" if answer == question.right else "wrong"
    option = question.options[question.right]
    return phrase(key, language, number=number, letter=_LETTERS[question.right], option=option, why=why, id=page.id)


def _problem(step: Step, answers: Sequence[int], language: str) -> str:
    fields: dict[str, Any] = {"title": step.title, "example": _example(step)}
    if len(answers) != len(step.quiz):
        return phrase("wrong_count", language, count=len(step.quiz), given=len(answers), **fields)
    for number, (question, answer) in enumerate(zip(step.quiz, answers, strict=True), 1):
        if answer >= len(question.options):
            return phrase("wrong_letter", language, number=number, letter=_LETTERS[answer], **fields)
    return ""


def _example(step: Step) -> str:
    return ", ".join(_LETTERS[at % 3] for at in range(len(step.quiz)))
