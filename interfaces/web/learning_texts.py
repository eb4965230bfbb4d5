"""The words of the learning pages in Polish and English."""

from dataclasses import dataclass
from functools import cache

import yaml

from interfaces.web.texts import ASSETS


@dataclass(frozen=True)
class LearningTexts:
    """Every word in one language; a word that `learning.yaml` lacks or has too many stops the program."""

    page: str
    chat: str
    title: str
    promise: str
    role: str
    role_placeholder: str
    before: str
    start: str
    yours: str
    progress: str
    finished: str
    step: str
    skip: str
    read: str
    after: str
    task: str
    check: str
    done: str
    quiz: str
    quiz_best: str
    quiz_check: str
    quiz_missing: str
    quiz_score: str
    quiz_again: str
    right: str
    wrong: str
    from_page: str
    back: str
    facts: str
    linked: str


@cache
def load_learning_texts(language: str) -> LearningTexts:
    """The words for `pl` or `en`."""
    data = yaml.safe_load((ASSETS / "learning.yaml").read_text(encoding="utf-8"))
    return LearningTexts(**data[language])
