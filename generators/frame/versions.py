"""The versions that generated files pin, all from one dated file: versions.yaml."""

from functools import cache
from pathlib import Path

import yaml


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = yaml.safe_load((Path(__file__).parent / "versions.yaml").read_text(encoding="utf-8"))
    return table


def image(name: str) -> str:
    """A container image with its tag: `image("postgres")`."""
    return _table()["images"][name]


def action(name: str) -> str:
    """A GitHub action with its version: `action("checkout")`."""
    return _table()["actions"][name]


def package(name: str, extra: str = "") -> str:
    """A Python requirement with its exact version: `package("mlflow")`."""
    return f"{name}{extra}=={_table()['packages'][name]}"


def version(name: str) -> str:
    """The version of anything else, such as a Terraform provider, a chart or an API."""
    return _table()["versions"][name]
