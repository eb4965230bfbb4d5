"""`/sternik path`: the learning path of the person who asks."""

from collections.abc import Callable

from errors import BadInput
from interfaces.slack.asked import Asked
from interfaces.slack.blocks import section
from interfaces.slack.mrkdwn import escape
from interfaces.slack.outcome import Outcome
from interfaces.slack.splitting import sections
from interfaces.slack.texts import load_texts
from knowledge import Learning, LearningPath, Step, find_role, find_step, load_path, load_paths, load_step, open_page, step_ids


def told_path(learning: Learning, asked: Asked, language: str) -> Outcome:
    """Do what `/sternik path …` says, and tell."""
    parts = _told(learning, asked.person, asked.text.split(maxsplit=1), language)
    texts = list(sections(parts))
    return Outcome([{"text": texts[0][:300], "blocks": [section(text) for text in texts]}], language=language)


def _told(learning: Learning, user: str, words: list[str], language: str) -> list[str]:
    action, name = (words[0].lower() if words else "show"), (words[1] if len(words) > 1 else "")
    actions: dict[str, Callable[[], list[str]]] = {
        "show": lambda: _shown(learning, user, language),
        "list": lambda: _listed(learning, user, language),
        "next": lambda: _next(learning, user, language),
        "start": lambda: _started(learning, user, name, language),
        "done": lambda: _done(learning, user, name, language),
    }
    return actions[action]() if action in actions else [load_texts(language).path_usage]


def _listed(learning: Learning, user: str, language: str) -> list[str]:
    words = load_texts(language)
    roles = [f"• *{escape(path.title.of(language))}* (`{path.role}`): {escape(path.about.of(language))}" for path in load_paths()]
    return [words.path_list, "\n".join(roles), words.path_none.format(role=load_paths()[0].role)]


def _shown(learning: Learning, user: str, language: str) -> list[str]:
    path = learning.current(user)
    if path is None:
        return _listed(learning, user, language)
    done = learning.done(user)
    steps = [load_step(name) for name in path.steps]
    lines = [f"{'☑' if step.id in done else '☐'} {escape(step.title.of(language))} (`{step.id}`)" for step in steps]
    return [told_progress(path, done, language), "\n".join(lines), *_next(learning, user, language)]


def told_progress(path: LearningPath, done: frozenset[str], language: str) -> str:
    """How far somebody is on a path."""
    count = sum(step in done for step in path.steps)
    title = escape(path.title.of(language))
    return load_texts(language).home_progress.format(title=f"*{title}*", done=count, steps=len(path.steps))


def _next(learning: Learning, user: str, language: str) -> list[str]:
    path = learning.current(user)
    if path is None:
        return _listed(learning, user, language)
    step = learning.next_step(user, path)
    return _told_step(step, language) if step else [load_texts(language).home_finished]


def _told_step(step: Step, language: str) -> list[str]:
    words = load_texts(language)
    pages = ", ".join(f"{escape(page.title)} (`{page.path}`)" for page in (open_page(name, language) for name in step.pages))
    return [
        words.path_step.format(title=escape(step.title.of(language)), hours=step.hours),
        words.path_read.format(pages=pages),
        words.path_task.format(text=escape(step.task.of(language))),
        words.path_done_with.format(step=step.id),
    ]


def _started(learning: Learning, user: str, name: str, language: str) -> list[str]:
    role = find_role(name) if name else None
    if role is None:
        raise BadInput(_unknown(name, [path.role for path in load_paths()], language))
    path = learning.start(user, load_path(role).role)
    opening = load_texts(language).path_started.format(title=escape(path.title.of(language)))
    return [opening, *_shown(learning, user, language)]


def _done(learning: Learning, user: str, name: str, language: str) -> list[str]:
    step = name if name in step_ids() else find_step(name) if name else None
    if step is None:
        raise BadInput(_unknown(name, step_ids(), language))
    learning.finish(user, step)
    told = load_texts(language).path_done.format(title=escape(load_step(step).title.of(language)))
    return [told, *(_next(learning, user, language) if learning.current(user) else [])]


def _unknown(name: str, choices: object, language: str) -> str:
    listed = ", ".join(str(choice) for choice in choices) if isinstance(choices, (list, tuple)) else str(choices)
    return load_texts(language).path_unknown.format(name=name, choices=listed)
