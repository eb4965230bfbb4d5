"""YAML and JSON files as data, for the checks of our own."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import yaml


def is_yaml(path: str) -> bool:
    """Whether the file's name says YAML."""
    return PurePosixPath(path).suffix in (".yaml", ".yml")


def documents(folder: Path, path: str) -> list[Any]:
    """The documents of a YAML file that are not empty; tags of its tool (`!vault`) are read as plain values."""
    text = (folder / path).read_text(encoding="utf-8")
    return [document for document in yaml.load_all(text, Loader=TolerantLoader) if document is not None]


def objects(folder: Path, paths: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The mappings among the documents of several files, with the file each is in."""
    for path in paths:
        for document in documents(folder, path):
            if isinstance(document, dict):
                yield path, document


class TolerantLoader(yaml.SafeLoader):
    """Reads unknown tags as plain values."""


def _untagged(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    return node.value


TolerantLoader.add_multi_constructor("!", _untagged)
