"""What each step of a pipeline does, told by its name, and which results it takes from the steps before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["load", "prepare", "train", "evaluate", "publish"]
_ROLES: tuple[tuple[Role, tuple[str, ...]], ...] = (
    ("train", ("train", "fit", "trenuj", "trening", "ucz", "learn")),
    ("evaluate", ("eval", "test", "ocen", "ewalu", "score", "metric", "valid", "walid")),
    ("publish", ("publish", "deploy", "register", "push", "serve", "publik", "wdroz", "rejestr", "upload")),
)


@dataclass(frozen=True)
class Component:
    """A step with its role; `data` and `model` are the steps whose results it takes, None when it takes none."""

    name: str
    role: Role
    data: str | None = None
    model: str | None = None


def components(steps: Sequence[str]) -> list[Component]:
    """The steps as components: the first loads; without a model before it an evaluation only prepares."""
    made: list[Component] = []
    data: str | None = None
    model: str | None = None
    for name in steps:
        role = _role(name, first=data is None, trained=model is not None)
        made.append(Component(name, role, data, model if role in ("evaluate", "publish") else None))
        if role in ("load", "prepare"):
            data = name
        if role == "train":
            model = name
    return made


def _role(name: str, *, first: bool, trained: bool) -> Role:
    if first:
        return "load"
    for role, beginnings in _ROLES:
        if (trained or role == "train") and any(word.startswith(beginnings) for word in name.split("_")):
            return role
    return "prepare"
