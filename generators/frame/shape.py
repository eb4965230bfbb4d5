"""What an option's type asks for, taken apart: optional or not, a list or not, and of what."""

import types
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generators.frame.grammar import Grammar


@dataclass(frozen=True)
class Shape:
    """`base` is bool, int, float or str, or None for what only a reader of its own can find; `choices` are a Literal's."""

    base: type | None
    grammar: Grammar | None = None
    choices: tuple[Any, ...] = ()
    many: bool = False
    is_port: bool = False


def shape_of(field: FieldInfo) -> Shape:
    """The shape of an option."""
    outer = next((item for item in field.metadata if isinstance(item, Grammar)), None)
    inner = _taken_apart(field.annotation)
    numeric = inner.base is int and not inner.is_port and _most(field.metadata) == 65535
    return Shape(inner.base, outer or inner.grammar, inner.choices, inner.many, inner.is_port or numeric)


def _taken_apart(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _taken_apart(next(item for item in arguments if item is not type(None)))
    if origin is Annotated:
        inner = _taken_apart(arguments[0])
        grammar = next((item for item in arguments[1:] if isinstance(item, Grammar)), inner.grammar)
        is_port = inner.base is int and any(_most(getattr(item, "metadata", [])) == 65535 for item in arguments[1:])
        return Shape(inner.base, grammar, inner.choices, inner.many, is_port)
    if origin is Literal:
        return Shape(type(arguments[0]), choices=arguments)
    if origin in (tuple, list, frozenset):
        item = _taken_apart(arguments[0])
        return Shape(item.base, item.grammar, item.choices, many=True)
    return Shape(annotation if annotation in (bool, int, float, str) else None)


def _most(metadata: Any) -> Any:
    return next((item.le for item in metadata if hasattr(item, "le")), None)
