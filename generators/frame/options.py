"""Options: what of a kind of file people vary. One declaration serves the command line, forms, tools and the embedded model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

Files = dict[str, str]
Read = Callable[[str], Any]


class GeneratorOptions(BaseModel):
    """The base of every kind's Options: frozen, and a name that it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


@dataclass(frozen=True)
class Hints:
    """What the doors know of an option besides its type.

    `cues` are the words beside a value in a request ("replik*" means any ending; written without diacritics, lower case);
    `words` tell a choice by other words than its own; `read` finds the value in a request by itself, None when it is not there.
    """

    pl: str
    cues: tuple[str, ...] = ()
    words: Mapping[Any, tuple[str, ...]] = dataclass_field(default_factory=dict)
    read: Read | None = None


def option(
    default: Any,
    description: str,
    *,
    pl: str,
    cues: Sequence[str] = (),
    words: Mapping[Any, Sequence[str]] | None = None,
    read: Read | None = None,
    **constraints: Any,
) -> Any:
    """An option with a default, described in English and in Polish; constraints are pydantic's (`ge`, `max_length`…)."""
    hints = Hints(pl, tuple(cues), {key: tuple(value) for key, value in (words or {}).items()}, read)
    info: FieldInfo = Field(default, description=description, validate_default=True, **constraints)
    info.metadata.append(hints)
    return info


def hints_of(field: FieldInfo) -> Hints:
    """What was declared besides the type."""
    return next((item for item in field.metadata if isinstance(item, Hints)), Hints(""))
