"""Learning paths as lines of a terminal, in one language."""

import textwrap
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from interfaces.commands.console import colored
from knowledge import Learning, LearningPath, Question, Step, builtin_root, load_paths, load_step, open_page

LETTERS = "abcd"
_WIDTH = 100


@dataclass(frozen=True)
class PathWords:
    """The command's own words; one that `path_words.yaml` lacks or has too many stops the program."""

    paths: str
    here: str
    summary: str
    before: str
    hours: str
    skip: str
    quiz_best: str
    read: str
    folder: str
    after: str
    task: str
    check: str
    then: str
    started: str
    done: str
    next: str
    finished: str
    question: str
    your_answer: str
    right: str
    wrong: str
    page: str
    score: str
    how: str


@cache
def load_words(language: str) -> PathWords:
    """The words for `pl` or `en`."""
    text = files("interfaces.commands").joinpath("path_words.yaml").read_text(encoding="utf-8")
    return PathWords(**yaml.safe_load(text)[language])


def list_paths(learning: Learning, user: str, language: str) -> str:
    """All paths, one a line, with how far the user is."""
    words, current, done = load_words(language), learning.current(user), learning.done(user)
    lines = [colored(words.paths, "1")]
    for path in load_paths():
        hours = sum(load_step(name).hours for name in path.steps)
        summary = words.summary.format(steps=len(path.steps), hours=hours, done=len(done & set(path.steps)))
        here = f"  {words.here}" if current and current.role == path.role else ""
        lines.append(f"  {path.role:18}{path.title.of(language)}: {summary}{here}")
    return "\n".join(lines)


def show_path(path: LearningPath, learning: Learning, user: str, language: str) -> str:
    """The steps of a path in order, with what is done."""
    words, done = load_words(language), learning.done(user)
    lines = [colored(path.title.of(language), "1"), *_wrapped(path.about.of(language))]
    lines += _wrapped(f"{words.before}: {path.prerequisites.of(language)}")
    for number, place in enumerate(path.places, 1):
        step, result = load_step(place.step), learning.result(user, place.step)
        mark = "x" if place.step in done else " "
        scored = f", {words.quiz_best.format(best=result.best, questions=result.questions)}" if result else ""
        hours = words.hours.format(hours=step.hours)
        lines.append(f"{number:3}. [{mark}] {place.step:18}{step.title.of(language)} ({hours}{scored})")
        if place.skip:
            lines += _wrapped(f"{words.skip}: {place.skip.of(language)}", "          ")
    return "\n".join(lines)


def show_step(step: Step, language: str) -> str:
    """What a step asks for."""
    words = load_words(language)
    lines = [colored(f"{step.title.of(language)} ({words.hours.format(hours=step.hours)})", "1"), f"{words.read}:"]
    for name in step.pages:
        page = open_page(name, language)
        lines.append(f"  {page.title}  {colored(page.path, '2')}")
    lines.append(colored(words.folder.format(folder=builtin_root()), "2"))
    for label, text in ((words.after, step.after), (words.task, step.task), (words.check, step.check)):
        lines += _wrapped(f"{label}: {text.of(language)}")
    return "\n".join([*lines, words.then.format(step=step.id)])


def show_question(question: Question, number: int, count: int, language: str) -> str:
    """A quiz question with its options."""
    lines = [colored(load_words(language).question.format(number=number, count=count), "1"), *_wrapped(question.ask.of(language))]
    lines += [f"  {letter}) {option.of(language)}" for letter, option in zip(LETTERS, question.options, strict=False)]
    return "\n".join(lines)


def show_verdict(question: Question, answer: int, language: str) -> str:
    """Whether the answer was right, and what the page says."""
    words = load_words(language)
    page = open_page(question.page, language)
    verdict = words.right if answer == question.right else words.wrong.format(letter=LETTERS[question.right])
    lines = [colored(verdict, "32" if answer == question.right else "33"), *_wrapped(question.why.of(language))]
    return "\n".join([*lines, colored(words.page.format(title=page.title, path=page.path), "2")])


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
