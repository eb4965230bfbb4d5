"""The YAML files of the paths, read strictly: a field that is missing, unknown or of the wrong kind stops the program."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from errors import BadInput
from knowledge.paths.model import LearningPath, Place, Question, Step, Words
from knowledge.paths.roles import ROLES

# libyaml reads the files ten times faster, where PyYAML came with it.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LETTERS = "abcd"


def load_paths() -> tuple[LearningPath, ...]:
    """All paths."""
    return tuple(load_path(role) for role in ROLES)


@cache
def load_path(role: str) -> LearningPath:
    """The path of a role.

    Raises:
        BadInput: there is no such role.
    """
    if role not in ROLES:
        raise BadInput(f"There is no learning path {role!r}. Choose one of: {', '.join(ROLES)}.")
    data = _fields(_read(f"{role}.yaml"), role, ("title", "about", "prerequisites", "names", "steps"))
    return LearningPath(
        role,
        _words(data["title"], f"{role}: title"),
        _words(data["about"], f"{role}: about"),
        _words(data["prerequisites"], f"{role}: prerequisites"),
        _texts(data["names"], f"{role}: names"),
        tuple(_place(row, role) for row in _list(data["steps"], f"{role}: steps")),
    )


@cache
def load_step(name: str) -> Step:
    """A step by its id.

    Raises:
        BadInput: there is no such step.
    """
    if not re.fullmatch(r"[a-z-]+", name) or not files("knowledge.paths").joinpath("steps", f"{name}.yaml").is_file():
        raise BadInput(f"There is no step {name!r}. `sternik path show ROLE` lists the steps of a path.")
    data = _fields(_read(f"steps/{name}.yaml"), name, ("title", "hours", "pages", "after", "task", "check", "quiz"), ("needs",))
    if not isinstance(data["hours"], int):
        raise ValueError(f"{name}: hours must be a whole number")
    return Step(
        id=name,
        hours=data["hours"],
        pages=_texts(data["pages"], f"{name}: pages"),
        quiz=tuple(_question(row, f"{name}: question {at}") for at, row in enumerate(_list(data["quiz"], name), 1)),
        needs=_texts(data.get("needs", []), f"{name}: needs"),
        **{field: _words(data[field], f"{name}: {field}") for field in ("title", "after", "task", "check")},
    )


def steps_of(path: LearningPath) -> tuple[Step, ...]:
    """A path's steps with all that is in them."""
    return tuple(load_step(name) for name in path.steps)


def _read(path: str) -> Any:
    return yaml.load(files("knowledge.paths").joinpath(path).read_text(encoding="utf-8"), _LOADER)


def _place(row: Any, role: str) -> Place:
    if isinstance(row, str):
        return Place(row)
    data = _fields(row, f"{role}: steps", ("step",), ("skip",))
    return Place(str(data["step"]), _words(data["skip"], f"{role}: {data['step']}: skip") if "skip" in data else None)


def _question(row: Any, where: str) -> Question:
    data = _fields(row, where, ("ask", "options", "right", "why", "page"))
    options = tuple(_words(option, where) for option in _list(data["options"], where))
    if data["right"] not in tuple(_LETTERS[: len(options)]):
        raise ValueError(f"{where}: right must be one of {', '.join(_LETTERS[: len(options)])}, not {data['right']!r}")
    return Question(
        _words(data["ask"], where), options, _LETTERS.index(data["right"]), _words(data["why"], where), str(data["page"])
    )


def _fields(data: Any, where: str, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ValueError(f"{where}: expected fields, found {data!r}")
    missing = set(required) - set(data)
    unknown = set(data) - set(required) - set(optional)
    if missing or unknown:
        raise ValueError(f"{where}: missing {sorted(missing)}, unknown {sorted(map(str, unknown))}")
    return data


def _words(data: Any, where: str) -> Words:
    """`{pl: …, en: …}`, or one text that is the same in both languages."""
    if isinstance(data, str):
        data = {"pl": data, "en": data}
    fields = _fields(data, where, ("pl", "en"))
    if not all(isinstance(text, str) and text.strip() for text in fields.values()):
        raise ValueError(f"{where}: a text is empty or no text: {fields!r}")
    return Words(" ".join(fields["pl"].split()), " ".join(fields["en"].split()))


def _texts(data: Any, where: str) -> tuple[str, ...]:
    if not all(isinstance(text, str) for text in _list(data, where)):
        raise ValueError(f"{where}: every entry must be text")
    return tuple(data)


def _list(data: Any, where: str) -> list[Any]:
    if not isinstance(data, list):
        raise ValueError(f"{where}: expected a list, found {data!r}")
    return data
