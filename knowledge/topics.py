"""The topics of the course and the names people call them by."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from ingest import fold


@dataclass(frozen=True)
class Topic:
    """A subject of the course: `names` are what it is called, in lower case; `group` holds its alternatives."""

    key: str
    title: str
    group: str
    names: tuple[str, ...]

    def __hash__(self) -> int:
        """By the key alone, which is unique: topics are looked up hundreds of times a search."""
        return hash(self.key)

    @property
    def is_tool(self) -> bool:
        """Whether it is a tool, which may have rivals, and not a subject."""
        return self.group != "subjects"


@cache
def load_topics() -> tuple[Topic, ...]:
    """All topics, in the order of the course."""
    data = yaml.safe_load(files("knowledge").joinpath("topics.yaml").read_text(encoding="utf-8"))
    return tuple(
        Topic(key, entry["title"], group, tuple(entry["names"])) for group, topics in data.items() for key, entry in topics.items()
    )


def topics_in(text: str) -> list[Topic]:
    """The topics that a text names, also with a Polish ending ("w Jenkinsie", "kubernetesa")."""
    folded = fold(text.lower())
    return [topic for topic in load_topics() if mention(topic).search(folded)]


@cache
def mention(topic: Topic) -> re.Pattern[str]:
    """Finds the topic's names in folded lower-case text."""
    names = "|".join(re.escape(name).replace(r"\*", r"\w*") for name in sorted(topic.names, key=len, reverse=True))
    return re.compile(rf"\b(?:{names})(?:a|u|owi|em|ie|ze|y|i|ow|om|ami|ach|e)?\b")
