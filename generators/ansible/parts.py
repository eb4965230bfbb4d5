"""What the playbook does, taken apart: each part has tasks, handlers and variables, and becomes a role or a piece of it."""

from dataclasses import dataclass, field
from typing import Any

from generators.ansible.options import Options

Task = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """One thing that a playbook sets up."""

    name: str
    tasks: list[Task]
    handlers: list[Task] = field(default_factory=list)
    defaults: dict[str, Any] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    collections: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()


def install(options: Options, names: list[str], what: str, **more: Any) -> Task:
    """Install system packages."""
    if options.system == "rhel":
        return {"name": what, "ansible.builtin.dnf": {"name": names, "state": "present"}, **more}
    return {
        "name": what,
        "ansible.builtin.apt": {"name": names, "state": "present", "update_cache": True, "cache_valid_time": 3600},
        **more,
    }


def start(name: str, what: str) -> Task:
    """Start a service now and at boot."""
    return {
        "name": what,
        "ansible.builtin.systemd_service": {"name": name, "state": "started", "enabled": True, "daemon_reload": True},
    }


def restart(name: str) -> Task:
    """The handler that restarts a service once, after all changes."""
    return {
        "name": f"Restart {name}",
        "ansible.builtin.systemd_service": {"name": name, "state": "restarted", "daemon_reload": True},
    }
