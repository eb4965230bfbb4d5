"""Ansible: an inventory and a playbook, with roles for GPU nodes, Docker hosts and MLflow servers."""

from generators.ansible.layout import as_playbook, as_roles
from generators.ansible.options import Options
from generators.ansible.project import inventory, requirements, settings, variables
from generators.ansible.reasons import WHY
from generators.ansible.wanted import parts_of
from generators.frame import Files

__all__ = ["ABOUT", "COVERS", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Ansible: inwentarz i playbook, z rolami dla węzłów GPU, hostów Dockera i serwerów MLflow."
CUES = (
    "playbook*",
    "ansible playbook*",
    "playbook* ansible*",
    "ansible role*",
    "rol* ansible*",
    "ansible inventory*",
    "inventory*",
    "inwentarz*",
    "ansible.cfg",
    "ansible project*",
    "projekt* ansible*",
    "skrypt* ansible*",
)
ABOUT = ("ansible*",)
# A server that a playbook sets up is part of it.
COVERS = ("mlflow",)


def render(options: Options) -> Files:
    """The project: settings, inventory, variables, the playbook and its roles."""
    parts = parts_of(options)
    files = as_roles(options, parts) if options.in_roles else as_playbook(options, parts)
    return {**settings(options), **inventory(options), **requirements(parts), **variables(options, parts), **files}
