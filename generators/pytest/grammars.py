"""The kinds of text that only tests need."""

import keyword
from typing import Annotated, Literal

from pydantic import AfterValidator

from generators.frame import Grammar, refusal


def _no_keyword(text: str) -> str:
    word = next((word for word in text.removesuffix(".py").split("/") if keyword.iskeyword(word)), None)
    if word:
        raise refusal(f"contains {word!r}, a word of Python itself", f"zawiera {word!r}, słowo samego Pythona")
    return text


Called = Annotated[
    str,
    AfterValidator(_no_keyword),
    Grammar(
        r"[A-Za-z_][A-Za-z0-9_]*",
        "must be a name in Python: letters, digits and underscores, not starting with a digit",
        "musi być nazwą w Pythonie: litery, cyfry i podkreślenia, bez cyfry na początku",
        longest=60,
    ),
]
Module = Annotated[
    str,
    AfterValidator(_no_keyword),
    Grammar(
        r"(?:\./)?[A-Za-z_][A-Za-z0-9_]*(?:/[A-Za-z_][A-Za-z0-9_]*)*\.py",
        "must be a Python file that can be imported, such as src/clean.py",
        "musi być plikiem Pythona, który da się zaimportować, na przykład src/clean.py",
        longest=120,
    ),
]
Literals = Annotated[
    str,
    Grammar(
        r"(?:-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?|True|False|None|\"[^\"\\\x00-\x1f]{0,40}\"|'[^'\\\x00-\x1f]{0,40}'"
        r"|\[(?:-?(?:0|[1-9]\d{0,5})(?:\.\d{1,4})?(?:, -?(?:0|[1-9]\d{0,5})(?:\.\d{1,4})?){0,7})?\])"
        r"(?:, (?:-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?|True|False|None|\"[^\"\\\x00-\x1f]{0,40}\"|'[^'\\\x00-\x1f]{0,40}'))*",
        "must be numbers, texts in quotes, True, False, None or lists of numbers, separated by commas",
        "musi być liczbami, tekstami w cudzysłowach, True, False, None lub listami liczb, oddzielonymi przecinkami",
        longest=200,
    ),
]
Column = Annotated[
    str,
    Grammar(
        r"[A-Za-z_][A-Za-z0-9_.-]*",
        "must be the name of a column: letters, digits, underscores, dots and hyphens",
        "musi być nazwą kolumny: litery, cyfry, podkreślenia, kropki i myślniki",
        longest=60,
    ),
]
Behaviour = Literal[
    "drops-duplicates",
    "fills-median",
    "fills-mean",
    "fills-mode",
    "fills-zero",
    "drops-missing",
    "no-missing",
    "keeps-columns",
    "same-length",
    "lowercase-columns",
    "strips-text",
    "lowercases-text",
    "scales-0-1",
    "standardizes",
    "one-hot",
    "removes-outliers",
    "parses-dates",
    "splits",
    "rejects-empty",
    "rejects-missing-column",
    "probability",
    "deterministic",
]
Raised = Literal["ValueError", "TypeError", "KeyError", "IndexError", "RuntimeError", "FileNotFoundError", "ZeroDivisionError"]
FieldType = Literal["int", "float", "str", "bool", "list"]
