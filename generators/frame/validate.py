"""Raw options become checked ones, or a message that names the value, the rule and the way out."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from errors import BadOption
from generators.frame.options import GeneratorOptions
from generators.frame.registry import Generator

_LONGEST = 60


def validated(generator: Generator, raw: Mapping[str, Any]) -> GeneratorOptions:
    """The kind's options.

    Raises:
        BadOption: a value breaks its rule, or an option does not exist.
    """
    try:
        return generator.options.model_validate(dict(raw))
    except ValidationError as error:
        details = error.errors(include_url=False)
        en = [_message(generator, detail, "en") for detail in details]
        pl = [_message(generator, detail, "pl") for detail in details]
        raise BadOption("\n".join(en), "\n".join(pl)) from error


def _message(generator: Generator, detail: ErrorDetails, language: str) -> str:
    name = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        known = ", ".join(generator.options.model_fields)
        if language == "pl":
            return f"{generator.kind} nie ma opcji {name!r}. Ma: {known}."
        return f"{generator.kind} has no option {name!r}. It has: {known}."
    rule = _rule(detail, language)
    return f"{name}: {_shown(detail['input'])} {rule}." if name else f"{rule[:1].upper()}{rule[1:]}."


def _rule(detail: ErrorDetails, language: str) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "refused":
        return str(context[language])
    if language == "en":
        text = detail["msg"]
        return f"is not valid: {text[:1].lower()}{text[1:]}"
    return _POLISH.get(detail["type"], "jest nieprawidłowe: {msg}").format(msg=detail["msg"], **context)


_POLISH = {
    "greater_than_equal": "jest poza zakresem: najmniej {ge}",
    "less_than_equal": "jest poza zakresem: najwięcej {le}",
    "greater_than": "jest poza zakresem: musi być większe niż {gt}",
    "less_than": "jest poza zakresem: musi być mniejsze niż {lt}",
    "int_parsing": "musi być liczbą całkowitą",
    "int_type": "musi być liczbą całkowitą",
    "int_from_float": "musi być liczbą całkowitą",
    "float_parsing": "musi być liczbą",
    "bool_parsing": "musi być jednym z: true, false",
    "literal_error": "nie jest możliwe; do wyboru: {expected}",
    "string_type": "musi być tekstem",
    "missing": "jest wymagane",
    "too_short": "jest nieprawidłowe: za mało pozycji, najmniej {min_length}",
    "too_long": "jest nieprawidłowe: za dużo pozycji, najwięcej {max_length}",
}


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
