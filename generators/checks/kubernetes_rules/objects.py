"""The objects of a set of files, and the pods that they make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generators.checks.by_schema import Keys, line_of, place
from generators.checks.documents import documents
from generators.checks.kubernetes_schema import is_built_in
from generators.checks.problem import Problem

_TEMPLATE: dict[str, Keys] = {
    "Deployment": ("spec", "template"),
    "StatefulSet": ("spec", "template"),
    "DaemonSet": ("spec", "template"),
    "ReplicaSet": ("spec", "template"),
    "Job": ("spec", "template"),
    "CronJob": ("spec", "jobTemplate", "spec", "template"),
    "Pod": (),
}


@dataclass(frozen=True)
class Item:
    """An object, and where it stands."""

    folder: Path
    path: str
    number: int
    document: dict[str, Any]

    @property
    def kind(self) -> str:
        """Its kind."""
        return str(self.document.get("kind"))

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.get("metadata", "name"))

    @property
    def namespace(self) -> str:
        """Its namespace, empty when the file names none."""
        return str(self.get("metadata", "namespace") or "")

    def get(self, *keys: str | int) -> Any:
        """The value at a place, None when there is none."""
        return value_at(self.document, keys)

    def mapping(self, *keys: str | int) -> dict[str, Any]:
        """The mapping at a place, empty when there is none."""
        value = self.get(*keys)
        return value if isinstance(value, dict) else {}

    def mappings(self, *keys: str | int) -> list[dict[str, Any]]:
        """The list of mappings at a place, empty when there is none."""
        return mappings(self.get(*keys))

    def problem(self, message: str, *keys: str | int) -> Problem:
        """A fault of it."""
        where = place(keys)
        line = line_of(self.folder, self.path, self.number, keys)
        return Problem(self.path, f"{self.kind} {self.name}: {where}{': ' if where else ''}{message}", line)


@dataclass(frozen=True)
class Pod:
    """The pods that an object makes: `keys` is the place of their template in it."""

    item: Item
    keys: Keys

    @property
    def labels(self) -> dict[str, Any]:
        """The labels that they get."""
        return self.item.mapping(*self.keys, "metadata", "labels")

    @property
    def spec(self) -> dict[str, Any]:
        """Their spec."""
        return self.item.mapping(*self.keys, "spec")

    def containers(self, field: str = "containers") -> Iterator[tuple[Keys, dict[str, Any]]]:
        """The containers, each with its place in the object."""
        for at, container in enumerate(mappings(self.spec.get(field))):
            yield (*self.keys, "spec", field, at), container

    def all_containers(self) -> Iterator[tuple[Keys, dict[str, Any]]]:
        """Those that run first as well."""
        yield from self.containers("initContainers")
        yield from self.containers()

    def has_port(self, port: Any) -> bool:
        """Whether a container opens a port of this name or number; pods that tell no ports at all may have any number."""
        ports = [one for _, container in self.containers() for one in mappings(container.get("ports"))]
        return any(port in (one.get("name"), one.get("containerPort")) for one in ports) or (not ports and isinstance(port, int))

    def matches(self, selector: Mapping[str, Any]) -> bool:
        """Whether a selector of labels finds them."""
        return selector.items() <= self.labels.items()


def items_of(folder: Path, paths: list[str]) -> list[Item]:
    """The objects of Kubernetes' own APIs in these files."""
    found = ((path, number, one) for path in paths for number, one in enumerate(documents(folder, path)))
    return [
        Item(folder, path, number, one)
        for path, number, one in found
        if isinstance(one, dict) and is_built_in(one.get("apiVersion"))
    ]


def pods_of(items: list[Item]) -> list[Pod]:
    """All that make pods."""
    return [Pod(item, _TEMPLATE[item.kind]) for item in items if item.kind in _TEMPLATE]


def value_at(document: Any, keys: Keys) -> Any:
    """The value at a place of nested mappings and lists, None when there is none."""
    for key in keys:
        if isinstance(document, dict):
            document = document.get(key)
        elif isinstance(document, list) and isinstance(key, int) and key < len(document):
            document = document[key]
        else:
            return None
    return document


def mappings(value: Any) -> list[dict[str, Any]]:
    """The mappings of a list; what is none is left to the schema."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
