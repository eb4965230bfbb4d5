"""The files of a Terraform configuration, parsed, with the place of each declaration."""

import json
import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from generators.checks.problem import Problem

_HEADER = re.compile(
    r'^(resource|data|variable|output|module|provider)\s+"([\w-]+)"(?:\s+"([\w-]+)")?\s*\{|^(locals|terraform)\s*\{', re.M
)
_PLACE = re.compile(r":(\d+),\d+-(?:\d+,)?\d+: (.*)", re.S)
Schema = dict[str, Any]


@dataclass(frozen=True)
class Header:
    """Where something is declared; `address` is how it is named in messages."""

    address: str
    path: str
    line: int


@dataclass
class Configuration:
    """Everything that the files of one folder declare."""

    texts: dict[str, str]
    parsed: dict[str, dict[str, Any]] = field(default_factory=dict)
    headers: list[Header] = field(default_factory=list)
    unreadable: list[Problem] = field(default_factory=list)

    def declared(self, kind: str) -> dict[str, Any]:
        """What all files declare of a kind (`variable`, `locals`, `resource`…), by name or type."""
        together: dict[str, Any] = {}
        for parsed in self.parsed.values():
            for name, value in parsed.get(kind, {}).items():
                together[name] = {**together[name], **value} if kind in ("resource", "data") and name in together else value
        return together

    def place(self, address: str) -> tuple[str, int]:
        """The file and line where that is declared."""
        header = next(header for header in self.headers if header.address == address)
        return header.path, header.line


def read_configuration(folder: Path, paths: list[str]) -> Configuration:
    """Parse the files; what cannot be parsed is told as problems."""
    import pygohcl

    configuration = Configuration({path: (folder / path).read_text(encoding="utf-8") for path in paths})
    for path, text in configuration.texts.items():
        try:
            configuration.parsed[path] = pygohcl.loads(text)
        except pygohcl.HCLParseError as error:
            place = _PLACE.search(str(error))
            configuration.unreadable.append(Problem(path, place[2] if place else str(error), int(place[1]) if place else None))
        configuration.headers += _headers(path, text)
    return configuration


def _headers(path: str, text: str) -> list[Header]:
    found = []
    for match in _HEADER.finditer(text):
        kind, first, second, _ = match.groups()
        if kind:
            named = [first, second] if second else [first]
            address = ".".join(named if kind == "resource" else [kind, *named])
            found.append(Header(address, path, text.count("\n", 0, match.start()) + 1))
    return found


@cache
def schema() -> Schema:
    """What the AWS provider accepts, for the resources that we generate."""
    table: Schema = json.loads(files("generators.checks").joinpath("schemas/aws.json").read_text(encoding="utf-8"))
    return table


def provider_version() -> str:
    """The version of the AWS provider whose schema it is."""
    return str(schema()["provider_version"])
