"""Terraform for AWS by Terraform itself: `terraform validate` and `terraform fmt -check`, with a stand-in for the AWS provider.

The provider is 700 MB that only HashiCorp's registry has. Terraform asks a provider for nothing but its schema here, and the
stand-in (provider.py) answers that from the schema that the light check uses. Values such as ARNs are not judged.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path, PurePosixPath
from typing import Any

from generators.checks.problem import Problem
from generators.checks.programs import find_program, run, separate_python

TOOL = "terraform validate"
HEAVY = True


def version() -> str:
    """The version of Terraform."""
    separate_python("terraform")
    said = run(find_program("terraform"), "version", "-json", folder=Path.cwd(), heavy=True, CHECKPOINT_DISABLE="1")
    return str(json.loads(said.stdout)["terraform_version"])


def wants(path: str, text: str) -> bool:
    """Terraform files."""
    return path.endswith(".tf")


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What Terraform says of each configuration; a folder is one."""
    with tempfile.TemporaryDirectory(prefix="sternik-terraform-") as name, _provider(Path(name)) as environment:
        return [
            problem
            for module in sorted({PurePosixPath(path).parent for path in paths})
            for problem in _faults(folder, module, environment)
        ]


def _faults(folder: Path, module: PurePosixPath, environment: dict[str, str]) -> Iterator[Problem]:
    terraform = find_program("terraform")
    said = run(terraform, "validate", "-json", folder=folder / module, heavy=True, **environment)
    for found in json.loads(said.stdout)["diagnostics"]:
        if found["severity"] == "error":
            yield _problem(module, found)
    formatted = run(terraform, "fmt", "-check", "-list=true", folder=folder / module, heavy=True, **environment)
    for name in formatted.stdout.split():
        yield Problem((module / name).as_posix(), "is not formatted as `terraform fmt` does")


def _problem(module: PurePosixPath, found: dict[str, Any]) -> Problem:
    place = found.get("range") or {"filename": "versions.tf", "start": {"line": None}}
    message = f"{found['summary']}: {found.get('detail', '')}"
    return Problem((module / place["filename"]).as_posix(), message, place["start"]["line"])


@contextmanager
def _provider(folder: Path) -> Iterator[dict[str, str]]:
    """Run the stand-in, and give the environment in which Terraform finds it."""
    socket, settings = folder / "provider", folder / "empty.tfrc"
    settings.touch()
    with (
        as_file(files("generators.checks")) as checks,
        subprocess.Popen(
            [separate_python("terraform"), checks / "terraform_validate/provider.py", checks / "schemas/aws.json", socket],
            stdout=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        try:
            assert process.stdout and process.stdout.readline() == "ready\n", "the stand-in for the provider did not start"
            address = {"Network": "unix", "String": str(socket)}
            attached = {
                "hashicorp/aws": {"Protocol": "grpc", "ProtocolVersion": 6, "Pid": process.pid, "Test": True, "Addr": address}
            }
            yield {
                "TF_REATTACH_PROVIDERS": json.dumps(attached),
                "TF_CLI_CONFIG_FILE": str(settings),
                "TF_DATA_DIR": str(folder / "data"),
                "CHECKPOINT_DISABLE": "1",
            }
        finally:
            process.terminate()
