"""An application from Git, as a systemd service of a user of its own."""

from typing import Any

from generators.ansible.options import Options
from generators.ansible.parts import Part, Task, install, restart, start
from generators.frame import Quoted, fill_around_braces


def application(options: Options) -> Part:
    """The user, the code in a fixed version, its packages, the service and a check that it answers."""
    name = options.app
    defaults: dict[str, Any] = {
        "app_repo": options.repo,
        "app_version": options.ref,
        "app_dir": options.home,
        "app_user": options.app_user or name.replace(".", "-"),
        "app_port": options.app_port,
    }
    unit = fill_around_braces("ansible/app.service.j2", name=name, entry=options.entry)
    tasks = [*_code(options), *_service(name)]
    return Part("app", tasks, handlers=[restart(name)], defaults=defaults, templates={f"{name}.service.j2": unit})


def _code(options: Options) -> list[Task]:
    changed = {"notify": f"Restart {options.app}"}
    account = {
        "name": "{{ app_user }}",
        "system": True,
        "create_home": False,
        "home": "{{ app_dir }}",
        "shell": "/usr/sbin/nologin",
    }
    # Root owns the code and the service only reads it, so a hole in the service cannot change it.
    folder = {"path": "{{ app_dir }}", "state": "directory", "owner": "root", "group": "root", "mode": Quoted("0755")}
    git = {"repo": "{{ app_repo }}", "dest": "{{ app_dir }}/src", "version": "{{ app_version }}"}
    pip = {
        "requirements": "{{ app_dir }}/src/requirements.txt",
        "virtualenv": "{{ app_dir }}/venv",
        "virtualenv_command": "python3 -m venv",
    }
    python = ["python3-pip"] if options.system == "rhel" else ["python3-venv"]
    return [
        {"name": "Create the user of the service", "ansible.builtin.user": account},
        install(options, list(dict.fromkeys(["git", *python, *options.packages])), "Install the system packages"),
        {"name": "Make the folder", "ansible.builtin.file": folder},
        {"name": "Get the code", "ansible.builtin.git": git, **changed},
        {"name": "Install its packages", "ansible.builtin.pip": pip, **changed},
    ]


def _service(name: str) -> list[Task]:
    unit = {
        "src": f"{name}.service.j2",
        "dest": f"/etc/systemd/system/{name}.service",
        "owner": "root",
        "group": "root",
        "mode": Quoted("0644"),
    }
    answers = {"host": "127.0.0.1", "port": "{{ app_port }}", "timeout": 60}
    return [
        {"name": "Write the service", "ansible.builtin.template": unit, "notify": f"Restart {name}"},
        start(name, "Start the service now and at boot"),
        {"name": "Restart it now if something changed", "ansible.builtin.meta": "flush_handlers"},
        {"name": "Wait until it listens", "ansible.builtin.wait_for": answers},
    ]
