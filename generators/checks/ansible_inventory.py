"""Inventories by ansible-inventory, which reads them as a run would."""

from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import find_program, run, separate_version

TOOL = "ansible-inventory"
HEAVY = True


def version() -> str:
    """The version of ansible-core."""
    return separate_version("ansible", "ansible-core")


def wants(path: str, text: str) -> bool:
    """Inventories in YAML and INI."""
    return PurePosixPath(path).name in ("inventory.yml", "inventory.yaml", "inventory.ini", "hosts.ini", "hosts.yml")


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Inventories that cannot be read, or hold no machine."""
    return [problem for path in paths for problem in _problems(folder, path)]


def _problems(folder: Path, path: str) -> list[Problem]:
    said = run(
        find_program("ansible-inventory"), "-i", path, "--list", folder=folder, heavy=True, HOME=str(folder),
        ANSIBLE_INVENTORY_UNPARSED_FAILED="1", ANSIBLE_CONFIG=str(folder / "no-such.cfg"),
    )  # fmt: skip
    if said.returncode != 0:
        return [Problem(path, said.stderr.strip().splitlines()[-1] if said.stderr.strip() else "it cannot be read")]
    return [] if '"hosts"' in said.stdout else [Problem(path, "it holds no machine")]
