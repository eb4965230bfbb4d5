"""Follow a learning path for your role: what to read and do next, with quizzes.

Without an action it lists the paths. `show` takes a role or a step, `start` a role, `done` a step,
and `quiz` asks about the named step or else about the next one on your path.
"""

import argparse
import sys
from contextlib import closing

from errors import BadInput
from interfaces.commands.console import write
from interfaces.commands.path_quiz import asked, parsed, show_quiz
from interfaces.commands.path_text import list_paths, load_words, show_path, show_step
from knowledge import Learning, LearningPath, find_role, load_path, load_paths, load_step, open_learning, step_ids
from settings import Settings, terminal_language

_NO_PATH = "You have not started a path yet. Run: sternik path start ROLE. `sternik path` lists the roles."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        "action", nargs="?", choices=("list", "show", "start", "next", "done", "quiz"), default="list", help="default: list"
    )
    parser.add_argument("name", nargs="?", metavar="ROLE|STEP", help="such as data-scientist or docker")
    parser.add_argument("--answers", metavar="a,c,b", help="answer the quiz without a terminal")
    parser.add_argument("--lang", choices=("pl", "en"), help="default: STERNIK_LANGUAGE, else the terminal's language")


def run(arguments: argparse.Namespace) -> int:
    """Do the action; neither the library nor an embedding model is opened."""
    settings = Settings.from_env()
    if arguments.answers is not None and arguments.action != "quiz":
        raise BadInput(f"--answers belongs to `sternik path quiz`, not to {arguments.action!r}.")
    if arguments.name and arguments.action in ("list", "next"):
        raise BadInput(f"`sternik path {arguments.action}` takes no name, but got {arguments.name!r}.")
    language = arguments.lang or (settings.language if settings.language != "auto" else terminal_language())
    with closing(open_learning(settings.home)) as learning:
        write(_done(arguments, learning, settings.user, language))
    return 0


def _done(arguments: argparse.Namespace, learning: Learning, user: str, language: str) -> str:
    match arguments.action:
        case "show":
            return _show(arguments.name, learning, user, language)
        case "start":
            path = learning.start(user, _role(arguments.name))
            started = load_words(language).started.format(title=path.title.of(language))
            return f"{started}\n\n{show_path(path, learning, user, language)}"
        case "next":
            return _next(learning, user, language)
        case "done":
            return _finish(arguments.name, learning, user, language)
        case "quiz":
            return _quiz(arguments.name, arguments.answers, learning, user, language)
    return list_paths(learning, user, language)


def _show(name: str | None, learning: Learning, user: str, language: str) -> str:
    if name in step_ids():
        return show_step(load_step(str(name)), language)
    path = load_path(_role(name)) if name else _current(learning, user)
    return show_path(path, learning, user, language)


def _finish(name: str | None, learning: Learning, user: str, language: str) -> str:
    if not name:
        raise BadInput("Say which step is done. Example: sternik path done docker")
    learning.finish(user, name)
    told = load_words(language).done.format(title=load_step(name).title.of(language))
    return f"{told}\n\n{_next(learning, user, language)}" if learning.current(user) else told


def _next(learning: Learning, user: str, language: str) -> str:
    words = load_words(language)
    step = learning.next_step(user, _current(learning, user))
    return f"{words.next}: {show_step(step, language)}" if step else words.finished


def _quiz(name: str | None, answers: str | None, learning: Learning, user: str, language: str) -> str:
    words = load_words(language)
    step = load_step(name) if name else learning.next_step(user, _current(learning, user))
    if step is None:
        return words.finished
    if answers is None and not sys.stdin.isatty():
        return show_quiz(step, language)
    given = asked(step, language) if answers is None else parsed(step, answers, language)
    right = learning.record(user, step, given)
    result = learning.result(user, step.id)
    best, of, attempts = (result.best, result.questions, result.attempts) if result else (right, len(given), 1)
    return words.score.format(right=right, count=len(given), best=best, of=of, attempts=attempts)


def _role(name: str | None) -> str:
    if not name:
        raise BadInput(f"Name a role: {', '.join(path.role for path in load_paths())}.")
    return find_role(name) or name


def _current(learning: Learning, user: str) -> LearningPath:
    path = learning.current(user)
    if path is None:
        raise BadInput(_NO_PATH)
    return path
