"""Kustomize's files: known fields only, listed files that are there, and images, replicas and patches that find their object."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from generators.checks.by_schema import line_of, problems, schema
from generators.checks.documents import documents
from generators.checks.problem import Problem

TOOL = "own check: Kustomize"
HEAVY = False
_NAMES = {"kustomization.yaml", "kustomization.yml", "Kustomization"}
_SCALED = {"Deployment", "StatefulSet", "ReplicaSet"}
Objects = list[dict[str, Any]]


def version() -> str:
    """It is as old as this program."""
    return ""


def wants(path: str, text: str) -> bool:
    """kustomization.yaml."""
    return PurePosixPath(path).name in _NAMES


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """What `kustomize build` would refuse or silently pass over."""
    return [problem for path in paths for problem in _of_file(folder, path)]


def _of_file(folder: Path, path: str) -> Iterator[Problem]:
    found = documents(folder, path)
    if len(found) != 1 or not isinstance(found[0], dict):
        yield Problem(path, "it must be a single object")
        return
    yield from problems(folder, path, 0, found[0], schema("kustomization.yaml"))
    for at, name in enumerate(found[0].get("resources") or []):
        if not _is_there(folder / PurePosixPath(path).parent / str(name)):
            yield Problem(path, f"{name} is not there", line_of(folder, path, 0, ("resources", at)))
    yield from _of_targets(folder, path, found[0], objects_of(folder, path))


def _is_there(place: Path) -> bool:
    return place.is_file() or any((place / name).is_file() for name in _NAMES)


def objects_of(folder: Path, path: str) -> Objects:
    """The objects that a kustomization gathers, those of its bases included."""
    home = (folder / path).parent
    gathered: Objects = []
    for name in (documents(folder, path)[0] or {}).get("resources") or []:
        place = home / str(name)
        inner = next((place / one for one in sorted(_NAMES) if (place / one).is_file()), None)
        if inner:
            gathered += objects_of(inner.parent, inner.name)
        elif place.is_file():
            gathered += [one for one in documents(home, str(name)) if isinstance(one, dict)]
    return gathered


def _of_targets(folder: Path, path: str, content: dict[str, Any], objects: Objects) -> Iterator[Problem]:
    for at, image in enumerate(_mappings(content, "images")):
        if image.get("name") not in {_repository(one) for one in _images(objects)}:
            yield Problem(path, f"no container has the image {image.get('name')}", line_of(folder, path, 0, ("images", at)))
    scaled = {_name(one) for one in objects if one.get("kind") in _SCALED}
    for at, count in enumerate(_mappings(content, "replicas")):
        if count.get("name") not in scaled:
            yield Problem(path, f"there is no {count.get('name')} to scale", line_of(folder, path, 0, ("replicas", at)))
    for at, patch in enumerate(_mappings(content, "patches")):
        target = patch.get("target") or {}
        if target and not any(_fits(target, one) for one in objects):
            yield Problem(
                path, f"the patch finds no {target.get('kind')} {target.get('name', '')}", line_of(folder, path, 0, ("patches", at))
            )


def _mappings(content: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [item for item in content.get(name) or [] if isinstance(item, dict)]


def _fits(target: dict[str, Any], one: dict[str, Any]) -> bool:
    return target.get("kind") in (None, one.get("kind")) and bool(re.fullmatch(str(target.get("name", ".*")), _name(one)))


def _name(one: dict[str, Any]) -> str:
    return str((one.get("metadata") or {}).get("name"))


def _repository(image: str) -> str:
    return re.sub(r"(?:@sha256:\w+|:[\w.-]+)$", "", image)


def _images(value: Any) -> Iterator[str]:
    """The images of all containers, wherever they stand."""
    if isinstance(value, dict):
        if isinstance(value.get("image"), str):
            yield value["image"]
        for inner in value.values():
            yield from _images(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _images(inner)
