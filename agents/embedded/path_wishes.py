"""Wishes about learning paths and quizzes, told from questions by how people put them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from agents.embedded import path_phrases as phrases
from ingest import fold
from knowledge import find_role, find_step, question_language

_MOST_CHARACTERS = 300
Action = Literal["list", "show", "start", "next", "done", "quiz", "answers"]


@dataclass(frozen=True)
class PathWish:
    """What is wished: a path or step by its id when one is named; `answers` are indexes of options.

    `subject` is what a quiz was wanted about when there is none about it; `language` is set where the message cannot tell it.
    """

    action: Action
    role: str | None = None
    step: str | None = None
    answers: tuple[int, ...] = ()
    subject: str = ""
    language: str | None = None


def read_path_wish(questions: Sequence[str]) -> PathWish | None:
    """The wish in the last message of a conversation; None when it asks for something else."""
    last = questions[-1]
    answers = _answers(last)
    if answers:
        quizzed = _quiz_before(questions[:-1])
        return PathWish("answers", step=quizzed[1], answers=answers, language=question_language(quizzed[0])) if quizzed else None
    wish = _alone(last)
    if wish and wish.action == "list" and len(questions) > 1 and phrases.BARE_BEGIN.search(_plain(last)):
        return None  # "Where do I start?" in the middle of a conversation is about its subject
    if wish and wish.action in ("show", "next", "quiz") and not (wish.role or wish.step or wish.subject):
        role = next((before.role for text in reversed(questions[:-1]) if (before := _alone(text)) and before.role), None)
        return PathWish(wish.action, role=role)
    return wish


def _alone(message: str) -> PathWish | None:
    text = _plain(message)
    if len(text) > _MOST_CHARACTERS:
        return None
    if phrases.QUIZ.search(text) and not phrases.HOW.search(text):
        step = find_step(message)
        about = phrases.SUBJECT.search(text)
        return PathWish("quiz", step=step, subject=about["subject"] if about and not step else "")
    if phrases.NEXT.search(text):
        return PathWish("next", role=find_role(message))
    if phrases.DONE.search(text) and (step := find_step(message)):
        return PathWish("done", step=step)
    return None if phrases.ABOUT.search(text) else _about_a_path(text, find_role(message))


def _plain(message: str) -> str:
    return " ".join(fold(message.lower()).replace("’", "'").split())


def _about_a_path(text: str, role: str | None) -> PathWish | None:
    if role and phrases.START.search(text) and not phrases.HOW.search(text):
        return PathWish("start", role=role)
    if role and any(sign.search(text) for sign in (phrases.BEGIN, phrases.BECOME, phrases.PATH, phrases.PATH_FOR)):
        return PathWish("show", role=role)
    if phrases.MY_PATH.search(text) and phrases.SHOW.search(text):
        return PathWish("show")
    # Somebody who does not say what they are is shown what there is.
    lost = phrases.BARE_BEGIN.search(text) or (phrases.BEGIN.search(text) and "mlops" in text)
    return PathWish("list") if not role and (lost or phrases.PATH.search(text)) else None


def _answers(message: str) -> tuple[int, ...]:
    text = fold(message.lower()).strip(" .!\n")
    return tuple("abcd".index(letter) for letter in re.findall("[a-d]", text)) if phrases.ANSWERS.fullmatch(text) else ()


def _quiz_before(questions: Sequence[str]) -> tuple[str, str | None] | None:
    """The quiz that these answers belong to, as it was asked for, when nothing else was asked in between."""
    for at in range(len(questions) - 1, -1, -1):
        if not _answers(questions[at]):
            wish = read_path_wish(questions[: at + 1])
            return (questions[at], wish.step) if wish and wish.action == "quiz" else None
    return None
