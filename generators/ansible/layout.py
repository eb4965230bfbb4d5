"""Tasks as one playbook, or as roles."""

from typing import Any

from generators.ansible.options import Options
from generators.ansible.parts import Part, Task
from generators.frame import Files, to_yaml
from generators.frame.pipeline import spaced

_START = "---\n"
_BEGINS = r" *- name: |  (?:tasks|handlers):$"
_PLAYS = {
    "docker": "Set up Docker hosts",
    "gpu": "Set up GPU nodes",
    "mlflow": "Run MLflow",
    "app": "Deploy the application",
    "files": "Copy the configuration",
}


def _play(options: Options, parts: list[Part], **what: Any) -> list[dict[str, Any]]:
    name = next((_PLAYS[part.name] for part in reversed(parts) if part.name in _PLAYS), "Set up the servers")
    batches = {"serial": options.serial} if options.serial else {}
    return [{"name": name, "hosts": options.hosts, "become": True, **batches, **what}]


def as_playbook(options: Options, parts: list[Part]) -> Files:
    """One playbook with all tasks, and the templates beside it."""
    variables: dict[str, Any] = {}
    for part in parts:
        variables |= part.defaults
    handlers = _once([handler for part in parts for handler in part.handlers])
    body = {**({"vars": variables} if variables else {}), "tasks": [task for part in parts for task in part.tasks],
            **({"handlers": handlers} if handlers else {})}  # fmt: skip
    templates = {f"templates/{name}": text for part in parts for name, text in part.templates.items()}
    return {"playbook.yml": _START + spaced(to_yaml(_play(options, parts, **body)), _BEGINS), **templates}


def as_roles(options: Options, parts: list[Part]) -> Files:
    """A short playbook, and a role for each part."""
    files = {"playbook.yml": _START + to_yaml(_play(options, parts, roles=[part.name for part in parts]))}
    taken: set[str] = set()
    for part in parts:
        # A handler is known to the whole play, so one role has it.
        handlers = [handler for handler in part.handlers if handler["name"] not in taken]
        taken |= {handler["name"] for handler in handlers}
        files |= _role(part, handlers)
    return files


def _role(part: Part, handlers: list[Task]) -> Files:
    folder = f"roles/{part.name}"
    files = {f"{folder}/tasks/main.yml": _START + spaced(to_yaml(part.tasks), _BEGINS)}
    if handlers:
        files[f"{folder}/handlers/main.yml"] = _START + spaced(to_yaml(handlers), _BEGINS)
    if part.defaults:
        files[f"{folder}/defaults/main.yml"] = _START + to_yaml(part.defaults)
    return files | {f"{folder}/templates/{name}": text for name, text in part.templates.items()}


def _once(handlers: list[Task]) -> list[Task]:
    return list({handler["name"]: handler for handler in handlers}.values())
