"""Terraform for AWS: HashiCorp's parser, the arguments that the AWS provider takes, and references that lead somewhere."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem
from generators.checks.programs import package_version
from generators.checks.terraform_aws.arguments import argument_faults
from generators.checks.terraform_aws.configuration import Configuration, provider_version, read_configuration
from generators.checks.terraform_aws.references import reference_faults

TOOL = "Terraform AWS"
HEAVY = False


def version() -> str:
    """The version of the provider whose schema it is."""
    package_version("pygohcl")
    return provider_version()


def wants(path: str, text: str) -> bool:
    """Terraform files."""
    return path.endswith(".tf")


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Faults of each configuration; a folder is one."""
    return [
        problem for module in sorted({PurePosixPath(path).parent for path in paths}) for problem in _faults(folder, paths, module)
    ]


def _faults(folder: Path, paths: list[str], module: PurePosixPath) -> Iterator[Problem]:
    configuration = read_configuration(folder, [path for path in paths if PurePosixPath(path).parent == module])
    if configuration.unreadable:
        yield from configuration.unreadable
        return
    yield from _twice(configuration)
    yield from argument_faults(configuration)
    yield from reference_faults(configuration)


def _twice(configuration: Configuration) -> Iterator[Problem]:
    seen = set()
    for header in configuration.headers:
        if header.address in seen:
            yield Problem(header.path, f"{header.address} is declared twice", header.line)
        seen.add(header.address)
