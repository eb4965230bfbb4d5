"""From words to options: what a single message says about the options of one kind of file."""

from typing import Any

from pydantic.fields import FieldInfo

from agents.embedded.wishes.cues import folded, found, is_negated
from agents.embedded.wishes.numbers import number_near, port_in
from agents.embedded.wishes.strings import NAMING, after_cue, all_by_form, first_by_form, list_after, quoted_in
from agents.embedded.wishes.tidy import tidied
from generators import Hints, Shape, hints_of, load, shape_of


def read_options(kind: str, message: str) -> dict[str, Any]:
    """The options that a message names, as raw values that are still to be validated; what it does not name is left out."""
    read = {}
    for name, field in load(kind).options.model_fields.items():
        value = _read(name, field, message)
        if value is not None:
            read[name] = value
    return read


def _read(name: str, field: FieldInfo, message: str) -> Any:
    hints, shape = hints_of(field), shape_of(field)
    if hints.read is not None:
        return hints.read(message)
    if shape.many:
        return _many(hints, shape, message)
    if shape.choices:
        return _choice(hints, shape, message)
    if shape.base is bool:
        return _flag(hints, message)
    if shape.base in (int, float):
        return _number(hints, shape, message)
    if shape.base is str:
        return _text(name, hints, shape, message)
    return None


def _flag(hints: Hints, message: str) -> bool | None:
    text = folded(message)
    spans = found(hints.cues, text)
    return not is_negated(text, spans[0][0]) if spans else None


def _choice(hints: Hints, shape: Shape, message: str) -> Any:
    """The choice that is named first."""
    text = folded(message)
    at: dict[Any, int] = {}
    for choice in shape.choices:
        spans = found((str(choice), *hints.words.get(choice, ())), text)
        spans = [span for span in spans if not is_negated(text, span[0])]
        if spans:
            at[choice] = spans[0][0]
    return min(at, key=lambda choice: at[choice]) if at else None


def _many(hints: Hints, shape: Shape, message: str) -> list[Any] | None:
    if shape.choices:
        text = folded(message)
        spans = {choice: found((str(choice), *hints.words.get(choice, ())), text) for choice in shape.choices}
        named = [choice for choice in shape.choices if any(not is_negated(text, span[0]) for span in spans[choice])]
        return sorted(named, key=lambda choice: spans[choice][0]) or None
    if shape.grammar and shape.grammar.find and not hints.cues:
        return [tidied(value, shape.grammar) for value in all_by_form(shape.grammar, message)] or None
    pattern = shape.grammar.pattern if shape.grammar else r"[\w./-]+"
    return list_after(hints.cues, message, pattern) or None


def _number(hints: Hints, shape: Shape, message: str) -> int | float | None:
    text = folded(message)
    value = number_near(hints.cues, text) if hints.cues else None
    if value is None and shape.is_port and not (hints.cues and "port" not in " ".join(hints.cues)):
        return port_in(text)
    if value is None:
        return None
    return int(value) if shape.base is int and value == int(value) else value


def _text(name: str, hints: Hints, shape: Shape, message: str) -> str | None:
    grammar = shape.grammar
    if grammar is not None and grammar.find:
        value = first_by_form(grammar, hints.cues, message)
        if value is not None:
            return tidied(value, grammar)
        return _misshapen(hints, message)
    if name == "name":
        return after_cue((*hints.cues, *NAMING), message) or _in_quotes(shape, message)
    return after_cue(hints.cues, message) if hints.cues else None


def _in_quotes(shape: Shape, message: str) -> str | None:
    """A name that is only set off by quotes: dla api 'scoring'."""
    fitting = (text for text in quoted_in(message) if " " not in text and "." not in text and "/" not in text)
    return next(fitting, None)


def _misshapen(hints: Hints, message: str) -> str | None:
    """What was given in quotes after a cue although it has not the form: it is refused by name instead of being overlooked."""
    value = after_cue(hints.cues, message) if hints.cues else None
    return value if value in quoted_in(message) else None
