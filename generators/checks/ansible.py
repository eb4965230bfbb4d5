"""Playbooks and roles by rules of our own: keys of plays and tasks, full names and arguments of modules, handlers that exist."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.checks.ansible_modules import FREE_FORM, MODULES, PLAY, TASK
from generators.checks.documents import documents, is_yaml
from generators.checks.problem import Problem

TOOL = "own check: Ansible keywords and modules"
HEAVY = False
_TASK_FILE = re.compile(r"(?:^|/)(?:tasks|handlers)/[^/]+\.ya?ml$")
_PLAYS = re.compile(r"(?m)^- (?:.*\n(?:  .*\n|\n)*?  )?(?:hosts|ansible\.builtin\.import_playbook):")
_LISTS = ("tasks", "handlers", "pre_tasks", "post_tasks")


def version() -> str:
    """The ansible-core whose modules it knows."""
    return "2.19"


def wants(path: str, text: str) -> bool:
    """Playbooks, and the tasks and handlers of roles."""
    return is_yaml(path) and (bool(_TASK_FILE.search(path)) or bool(_PLAYS.search(text)))


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Unknown keys, modules without their full name, wrong arguments, handlers that nobody wrote."""
    read = {
        path: [item for document in documents(folder, path) for item in (document if isinstance(document, list) else [document])]
        for path in paths
    }
    handlers = {task.get("name") for path, items in read.items() for task in _handlers(path, items)}
    return [Problem(path, message) for path, items in read.items() for message in _file(path, items, handlers)]


def _handlers(path: str, items: list[Any]) -> Iterator[dict[str, Any]]:
    for item in items:
        if isinstance(item, dict):
            yield from ([item] if "handlers/" in path else item.get("handlers") or [])


def _file(path: str, items: list[Any], handlers: set[Any]) -> Iterator[str]:
    for item in items:
        if not isinstance(item, dict):
            yield f"{str(item)[:40]!r} is neither a play nor a task"
        elif _TASK_FILE.search(path):
            yield from _task(item, handlers)
        else:
            yield from _play(item, handlers)


def _play(play: dict[str, Any], handlers: set[Any]) -> Iterator[str]:
    if "ansible.builtin.import_playbook" in play:
        return
    name = play.get("name", "a play")
    yield from (f"{name}: {key!r} is no keyword of a play" for key in play if key not in PLAY)
    if not play.get("hosts"):
        yield f"{name}: it names no hosts"
    for group in _LISTS:
        for task in play.get(group) or []:
            yield from _task(task, handlers) if isinstance(task, dict) else (f"{name}: {task!r} is no task",)


def _task(task: dict[str, Any], handlers: set[Any]) -> Iterator[str]:
    name = task.get("name", "a task without a name")
    inner = [part for key in ("block", "rescue", "always") for part in task.get(key) or []]
    for part in inner:
        yield from _task(part, handlers)
    modules = [key for key in task if key not in TASK and not key.startswith("with_")]
    if not inner and len(modules) != 1:
        yield f"{name}: it needs exactly one module, not {', '.join(map(str, modules)) or 'none'}"
    for module in modules:
        yield from (f"{name}: {message}" for message in _module(module, task[module], task))
    notified = task.get("notify") or []
    for handler in [notified] if isinstance(notified, str) else notified:
        if handler not in handlers:
            yield f"{name}: no handler is called {handler!r}"


def _module(module: str, arguments: Any, task: dict[str, Any]) -> Iterator[str]:
    if module.count(".") < 2:
        yield f"{module!r} is no module by its full name, or a keyword that does not exist"
    elif module in MODULES:
        yield from _arguments(module, arguments, task)
    elif module.startswith("ansible.builtin.") and module not in FREE_FORM:
        yield f"this check does not know {module}"


def _arguments(module: str, arguments: Any, task: dict[str, Any]) -> Iterator[str]:
    needed, known = MODULES[module]
    if not isinstance(arguments, dict):
        if arguments is not None and module not in FREE_FORM:
            yield f"{module} takes named arguments"
        return
    given = set(arguments) | set(task.get("args") or {})
    yield from (f"{module} has no argument {name!r}" for name in sorted(given - known))
    yield from (f"{module} needs {name!r}" for name in sorted(needed - given))
