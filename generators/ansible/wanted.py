"""Which parts a playbook has."""

from collections.abc import Callable

from generators.ansible import application, machine, servers
from generators.ansible.options import Options
from generators.ansible.parts import Part


def parts_of(options: Options) -> list[Part]:
    """The parts that were asked for, in the order in which they need each other; Docker when nothing was."""
    copies = bool(options.copy_from or options.copy_to)
    wanted: list[tuple[bool, Callable[[Options], Part]]] = [
        (bool(options.packages) and not options.repo, machine.packages),
        (bool(options.users), machine.users),
        (options.firewall or bool(options.open_ports), machine.firewall),
        (options.docker or options.gpu, servers.docker),
        (options.gpu, servers.gpu),
        (options.mlflow, servers.mlflow),
        (bool(options.repo), application.application),
        (copies, machine.copied),
        (bool(options.command), machine.scheduled),
        (bool(options.service) and not copies and not options.repo, machine.running),
    ]
    return [make(options) for is_wanted, make in wanted if is_wanted] or [servers.docker(options)]
