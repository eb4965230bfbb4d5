"""The topics of the course and the names people call them by."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class Topic:
    """A subject of the course: `names` are what it is called, in lower case; `group` holds its alternatives."""

    key: str
    title: str
    group: str
    names: tuple[str, ...]


@cache
def load_topics() -> tuple[Topic, ...]:
    """All topics, in the order of the course."""
    data = yaml.safe_load(files("knowledge").joinpath("topics.yaml").read_text(encoding="utf-8"))
    return tuple(
        Topic(key, entry["title"], group, tuple(entry["names"])) for group, topics in data.items() for key, entry in topics.items()
    )
