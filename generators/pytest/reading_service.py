"""What a request says about a service: its file, its addresses and the fields of a request."""

import re

from generators.frame.saying import low, says
from generators.pytest import reading_function
from generators.pytest.reading import PARTS


def service(text: str) -> str | None:
    """The file with the application."""
    dotted = re.search(r"(?<![\w.:/-])([a-z_]\w*(?:\.[a-z_]\w*)*):(?:app|api|application)\b", text)
    if dotted:
        return f"{dotted[1].replace('.', '/')}.py"
    if reading_function.name(text) or not says(PARTS["api"], text):
        return None
    return reading_function.module(text)


def variable(text: str) -> str | None:
    """The application's name in its file."""
    match = re.search(r"(?<![\w.:/-])[a-z_]\w*(?:\.[a-z_]\w*)*:(app|api|application)\b|\bfrom [\w.]+ import (\w+)", text)
    return (match[1] or match[2]) if match else None


def endpoint(text: str) -> str | None:
    """The address of the predictions: the first that is not about health."""
    found = re.findall(r"(?<![\w/:.@-])(/[a-z_][\w-]*(?:/[\w-]+)*)(?![\w.])", low(text))
    return next((path for path in found if not re.search(r"health|ready|live|ping|metrics", path)), None)


_TYPES = {
    "int": r"int(?:eger)?|calkowit\w*|liczba calkowita",
    "float": r"float|double|number|liczb\w*|zmiennoprzecinkow\w*|rzeczywist\w*",
    "str": r"str(?:ing)?|text|tekst\w*|napis\w*",
    "bool": r"bool(?:ean)?|logiczn\w*",
    "list": r"list\w*|array|tablic\w*|vector|wektor",
}
_ANY = "|".join(_TYPES.values())
_FIELD = re.compile(rf"(?<![\w.])([a-z_]\w*)\s*(?:\(\s*|:\s*|\s+(?:as |jako )?(?:an? )?)({_ANY})\b\)?")
_NOT_FIELDS = frozenset(
    "a an the pole pola field fields z with and i jako as of typu type types returns zwraca is expects expect oczekuje"
    " oczekuj and then response".split()
)


def fields(text: str) -> dict[str, str] | None:
    """Fields with their types: "age (int), income (float)", "age: int"."""
    if not says(PARTS["api"], text):
        return None
    found: dict[str, str] = {}
    for match in _FIELD.finditer(low(text)):
        if match[1] not in _NOT_FIELDS:
            found[match[1]] = next(kind for kind, pattern in _TYPES.items() if re.fullmatch(pattern, match[2]))
    if found:
        return found
    listed = re.search(
        r"\b(?:fields?|pola|polami|body|payload)\s*[:=]?\s*(?:with |z |has |have |ma |zawiera "
        r"|contains )?([a-z_]\w*(?:\s*(?:,|\band\b|\bi\b"
        r"|\boraz\b)\s*[a-z_]\w*)+)",
        low(text),
    )
    names = re.split(r"\s*(?:,|\band\b|\bi\b|\boraz\b)\s*", listed[1]) if listed else []
    return {name: "float" for name in names if name and name not in _NOT_FIELDS} or None


def answer(text: str) -> str | None:
    """A field that the answer has to have."""
    match = re.search(
        r"\b(?:returns?|responds? with|answer\w*|expects?|zwraca|odpowiedz\w*|oczekuj\w*)\b[^.;]{0,40}?\b(?:field|key"
        r"|pole|polem|klucz\w*|json\w*)?"
        r"\s*[\"'`]([a-z_]\w*)[\"'`]",
        low(text),
    )
    return match[1] if match else None
