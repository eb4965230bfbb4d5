"""Packages, accounts, the firewall, copied files, scheduled commands."""

from generators.ansible.options import Options
from generators.ansible.parts import Part, Task, install, restart, start
from generators.frame import Quoted

_MINUTE, _HOUR, _DAY, _MONTH, _WEEKDAY = range(5)


def packages(options: Options) -> Part:
    """System packages."""
    return Part("packages", [install(options, list(options.packages), "Install the packages")])


def users(options: Options) -> Part:
    """Accounts with their SSH keys; who leaves is removed from the list and set to absent once."""
    account = {"name": "{{ item }}", "shell": "/bin/bash", "create_home": True}
    key = {"user": "{{ item }}", "key": "{{ lookup('ansible.builtin.file', 'keys/' ~ item ~ '.pub') }}"}
    tasks: list[Task] = [
        {"name": "Create the accounts", "ansible.builtin.user": account, "loop": "{{ users_names }}"},
        {"name": "Add the SSH keys", "ansible.posix.authorized_key": key, "loop": "{{ users_names }}"},
    ]
    return Part("users", tasks, defaults={"users_names": list(options.users)}, collections=("ansible.posix",))


def firewall(options: Options) -> Part:
    """Let in SSH and the ports that are named, and nothing else."""
    tasks = [
        install(options, ["ufw"], "Install the firewall"),
        # Before the firewall is switched on, or Ansible locks itself out.
        {"name": "Let SSH in", "community.general.ufw": {"rule": "limit", "port": Quoted("22"), "proto": "tcp"}},
    ]
    if options.open_ports:
        rule = {"rule": "allow", "port": "{{ item }}", "proto": "tcp"}
        tasks.append({"name": "Let the services in", "community.general.ufw": rule, "loop": "{{ firewall_ports }}"})
    tasks.append(
        {"name": "Refuse everything else", "community.general.ufw": {"state": "enabled", "policy": "deny", "direction": "incoming"}}
    )
    ports = {"firewall_ports": [Quoted(str(port)) for port in options.open_ports]} if options.open_ports else {}
    return Part("firewall", tasks, defaults=ports, collections=("community.general",))


def copied(options: Options) -> Part:
    """A file, and the restart of the service that reads it."""
    source = options.copy_from or "files/app.env"
    target = options.copy_to or f"/etc/{source.rpartition('/')[2].removesuffix('.j2')}"
    # Configuration often holds passwords, so the rest of the world does not read it.
    how = {"src": source, "dest": target, "owner": "root", "group": "root", "mode": Quoted("0640")}
    module = "ansible.builtin.template" if options.template or source.endswith(".j2") else "ansible.builtin.copy"
    task: Task = {"name": f"Copy {source.rpartition('/')[2]}", module: how}
    folder = target.rstrip("/").rpartition("/")[0]
    tasks: list[Task] = []
    if folder.count("/") > 1:
        made = {"path": folder, "state": "directory", "owner": "root", "group": "root", "mode": Quoted("0755")}
        tasks.append({"name": "Make its folder", "ansible.builtin.file": made})
    if options.service is None:
        return Part("files", [*tasks, task])
    return Part("files", [*tasks, {**task, "notify": f"Restart {options.service}"}], handlers=[restart(options.service)])


def running(options: Options) -> Part:
    """A service that is there already, kept running."""
    name = options.service or "app"
    return Part("service", [start(name, f"Keep {name} running")])


def scheduled(options: Options) -> Part:
    """A command in the crontab."""
    fields = (options.schedule or "0 3 * * *").split(" ")
    when = {
        "minute": Quoted(fields[_MINUTE]),
        "hour": Quoted(fields[_HOUR]),
        "day": Quoted(fields[_DAY]),
        "month": Quoted(fields[_MONTH]),
        "weekday": Quoted(fields[_WEEKDAY]),
    }
    command = options.command or "/usr/local/bin/job"
    name = command.split(" ")[0].rpartition("/")[2] or "job"
    entry = {"name": name, "job": command, "user": options.app_user or "root", **when}
    return Part("cron", [{"name": f"Schedule {name}", "ansible.builtin.cron": entry}])
