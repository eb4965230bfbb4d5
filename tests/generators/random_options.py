"""Random valid options of any kind, made from the Options' own types, so that a new kind is tested without writing a test."""

import re
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generators import Generator, GeneratorOptions, Grammar, load
from generators.stack import Part

_SHARED = {"name", "app", "port", "image", "repository", "python"}
_PRINTABLE = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))


def options_of(generator: Generator) -> st.SearchStrategy[GeneratorOptions]:
    """Valid options: each is left at its default or drawn; combinations that the kind refuses are drawn again."""
    return (
        raw_options(generator.options).map(lambda raw: _valid(generator.options, raw)).filter(lambda options: options is not None)
    )


def raw_options(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Keyword arguments, most of them left out, as people do."""
    return st.fixed_dictionaries({}, optional={name: _field(field) for name, field in model.model_fields.items()})


def _valid(model: type[GeneratorOptions], raw: dict[str, Any]) -> GeneratorOptions | None:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        # Only what options refuse together may fail here; a single value was drawn from its own grammar.
        assert all(item["type"] in ("refused", "value_error") for item in error.errors()), error
        return None


def _field(field: FieldInfo) -> st.SearchStrategy[Any]:
    return _annotated(field.annotation, field.metadata)


def _annotated(annotation: Any, metadata: list[Any]) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = [part for item in arguments[1:] for part in ([item] if not isinstance(item, FieldInfo) else item.metadata)]
        return _annotated(arguments[0], [*inner, *metadata])
    if origin in (Union, types.UnionType):
        return st.one_of(*(_annotated(argument, metadata) for argument in arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        most = min(_bound(metadata, "max_length", 3), 3)
        return st.lists(
            _annotated(arguments[0], []), min_size=_bound(metadata, "min_length", 0), max_size=most, unique_by=repr
        ).map(tuple)
    if origin is dict:
        pairs = st.dictionaries(_annotated(arguments[0], []), _annotated(arguments[1], []), max_size=3)
        return pairs
    return _plain(annotation, metadata)


def _plain(annotation: Any, metadata: list[Any]) -> st.SearchStrategy[Any]:
    if annotation is type(None):
        return st.none()
    if annotation is bool:
        return st.booleans()
    if annotation is int:
        return st.integers(_bound(metadata, "ge", 0), _bound(metadata, "le", 1000))
    if annotation is float:
        return st.integers(int(_bound(metadata, "ge", 0) * 100) + 1, int(_bound(metadata, "le", 100) * 100)).map(lambda n: n / 100)
    if annotation is str:
        return _text(next(item for item in metadata if isinstance(item, Grammar)))
    if annotation is Part:
        return st.sampled_from(get_args(Part.model_fields["kind"].annotation)).flatmap(_part)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        required = {name: _field(field) for name, field in annotation.model_fields.items() if field.is_required()}
        optional = {name: _field(field) for name, field in annotation.model_fields.items() if not field.is_required()}
        return st.fixed_dictionaries(required, optional=optional)
    raise AssertionError(f"tell this test how to draw a {annotation}")


def _part(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """A kind with options of its own; what the parts of a set share would make them disagree."""
    own = raw_options(load(kind).options)
    return st.fixed_dictionaries(
        {"kind": st.just(kind), "options": own.map(lambda raw: {k: v for k, v in raw.items() if k not in _SHARED})}
    )


def _text(grammar: Grammar) -> st.SearchStrategy[str]:
    if grammar.pattern.startswith(r"[^\x00-\x1f"):
        return st.text(_PRINTABLE, max_size=20)
    drawn = st.from_regex(re.compile(grammar.pattern, re.ASCII), fullmatch=True)
    return drawn.filter(lambda text: len(text) <= min(grammar.longest, 40))


def _bound(metadata: list[Any], name: str, default: Any) -> Any:
    for item in metadata:
        value = getattr(item, name, None)
        if value is not None:
            return value
    strict = {"ge": "gt", "le": "lt"}.get(name)
    found = next((getattr(item, strict) for item in metadata if strict and getattr(item, strict, None) is not None), None)
    return default if found is None else found
