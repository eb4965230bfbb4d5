"""What stands around a playbook: settings, inventory, collections, variables of the group."""

from typing import Any

from generators.ansible.options import Options
from generators.ansible.parts import Part
from generators.frame import Files, Quoted, fill_around_braces, to_yaml, version

_START = "---\n"
_USUAL = {"gpu": "gpu-[01:02].example.com", "mlflow": "mlflow.example.com"}


def settings(options: Options) -> Files:
    """ansible.cfg."""
    return {"ansible.cfg": fill_around_braces("ansible/ansible.cfg", inventory=_inventory_name(options), user=options.remote_user)}


def _inventory_name(options: Options) -> str:
    return "inventory.ini" if options.inventory == "ini" else "inventory.yml"


def _groups(options: Options) -> dict[str, tuple[str, ...]]:
    usual = _USUAL.get(
        "gpu" if options.gpu else "mlflow" if options.mlflow else "", f"{options.hosts.replace('_', '-')}-01.example.com"
    )
    more = {name: tuple(machines.split(",")) for name, _, machines in (group.partition("=") for group in options.groups)}
    return {
        options.hosts: tuple(dict.fromkeys(options.machines)) or (usual,),
        **{name: tuple(dict.fromkeys(machines)) for name, machines in more.items()},
    }


def inventory(options: Options) -> Files:
    """The machines by groups."""
    groups = _groups(options)
    if options.inventory == "ini":
        lines = ["\n".join([f"[{name}]", *machines]) for name, machines in groups.items()]
        return {"inventory.ini": "\n\n".join(lines) + "\n"}
    children: dict[str, Any] = {name: {"hosts": {machine: {} for machine in machines}} for name, machines in groups.items()}
    return {"inventory.yml": _START + to_yaml({"all": {"children": children}})}


def requirements(parts: list[Part]) -> Files:
    """The collections that are not part of ansible-core."""
    names = sorted({name for part in parts for name in part.collections})
    if not names:
        return {}
    wanted = [{"name": name, "version": Quoted(version(name))} for name in names]
    return {"requirements.yml": _START + to_yaml({"collections": wanted})}


def variables(options: Options, parts: list[Part]) -> Files:
    """The secrets of the group, to be encrypted before the first commit."""
    secrets = [name for part in parts for name in part.secrets]
    if not secrets:
        return {}
    note = f"Set the values, then encrypt: ansible-vault encrypt group_vars/{options.hosts}/vault.yml"
    data: dict[str, Any] = {name: "CHANGE_ME" for name in secrets}
    return {f"group_vars/{options.hosts}/vault.yml": _START + to_yaml(data, comment=note)}
