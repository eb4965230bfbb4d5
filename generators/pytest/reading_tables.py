"""What a request says about a table: its file, its columns and their rules."""

import re
from typing import Any

from generators.frame.saying import low

_DATA = re.compile(r"(?<![\w/.@-])((?:\./)?(?:[\w-]+/)*[\w.-]*\w\.(?:csv|parquet|feather|xlsx))(?![\w/])")


def data(text: str) -> str | None:
    """The file with the data."""
    match = _DATA.search(text)
    return match[1] if match else None


_NAME = r"[A-Za-z_][\w]*"
# "user_id, price must be positive": what begins a rule of its own is no item of the list before it.
_OWN_RULE = (
    r"\s+(?:must|is|are|has|have|should|may|can|only|between|unique|positive|musi|moze|ma|maja|jest|sa|tylko|od|miedzy"
    r"|pomiedzy|w zakresie"
    r"|unikaln|dodatni|nieujemn|co najmniej|at least|at most|in range)|\s*[<>=]"
)
_LIST = rf"({_NAME}\b(?:\s*(?:\([\w ]+\))?\s*(?:,|\band\b|\bi\b|\boraz\b)\s*{_NAME}\b(?!{_OWN_RULE}))*)"
_COLUMNS = re.compile(
    rf"\b(?:columns?|kolumn[yae]?|kolumnami|pola)\s*(?:[:=]|are|to|must be|include|contains?|zawiera\w*|named"
    rf"|o nazwach)?\s*[:(]?\s*{_LIST}",
    re.I,
)
_PROSE = frozenset(
    "the a an and i oraz must have has are is be should of in with to w z na nie ma maja moze musi powinny powinna byc"
    " jest sa no not without bez"
    " missing values types type names each every kazda all wszystkie ranges range between from od miedzy unique only"
    " tylko are columns column".split()
)


def _named(stretch: str) -> list[str]:
    words: list[str] = []
    for word in re.split(r"[\s,()]+", stretch):
        if low(word) in ("and", "i", "oraz", ""):
            continue
        if low(word) in _PROSE:
            break
        words.append(word)
    return words


def columns(text: str) -> list[str] | None:
    """Columns after the word, as a list."""
    found = [name for match in _COLUMNS.finditer(text) for name in _named(match[1])]
    return list(dict.fromkeys(found)) or None


_NO_GAPS = re.compile(
    rf"(?:\b(?:no|without|bez|zero)\s+(?:any\s+)?(?:missing(?: values)?|nulls?|nans?|gaps|brakow"
    rf"|brakujacych(?: wartosci)?|pustych(?: wartosci)?|wartosci pustych)\s+(?:in|w)\s+"
    rf"(?:the\s+)?(?:columns?\s+|kolumn\w*\s+)?{_LIST})|(?:\b{_LIST}\s+(?:must not|may not|cannot|nie moze|nie moga"
    rf"|has no|have no)\s+(?:be|byc|have|miec)?\s*"
    r"(?:missing|null|nulls|empty|pust\w*|brak\w*))",
    re.I,
)


def required(text: str) -> list[str] | None:
    """Columns without gaps: "no missing values in id and age"."""
    found = [name for match in _NO_GAPS.finditer(low(text)) for name in _named(match[1] or match[2])]
    return list(dict.fromkeys(found)) or None


_UNIQUE = re.compile(
    rf"\b({_NAME})\s+(?:is|are|must be|should be|ma byc|musi byc|jest|sa|column is|values? are)?\s*(?:unique|unikaln\w+"
    rf"|niepowtarzaln\w+)|\b(?:unique|unikaln\w+)\s+(?:column |kolumn\w* |values? in |wartosci w )?({_NAME})",
    re.I,
)
_NO_KEYS = _PROSE | frozenset("values value column key wartosci kolumna ids".split())


def unique(text: str) -> list[str] | None:
    """Keys."""
    names = [match[1] or match[2] for match in _UNIQUE.finditer(low(text))]
    return [name for name in dict.fromkeys(names) if name not in _NO_KEYS] or None


_N = r"(-?\d+(?:[.,]\d+)?)"
_BETWEEN = re.compile(
    rf"\b({_NAME})\s*(?:\([\w ]+\)\s*)?(?:is |are |must be |should be |values? |ma byc |musi byc |jest |w zakresie "
    rf"|in(?: the)? range |in |:)*\s*"
    rf"(?:between|miedzy|pomiedzy|od|from|w przedziale)?\s*\[?{_N}\s*(?:and|a|i|to|do|-|–|\.\.|,)\s*{_N}",
    re.I,
)
_ABOVE = re.compile(
    rf"\b({_NAME})\s*(?:is |must be |should be |ma byc |musi byc |jest )*(?:>=|at least|co najmniej|nie mniej niz|min)\s*{_N}", re.I
)
_BELOW = re.compile(
    rf"\b({_NAME})\s*(?:is |must be |should be |ma byc |musi byc |jest )*(?:<=|at most|co najwyzej|nie wiecej niz|max)\s*{_N}", re.I
)
_POSITIVE = re.compile(
    rf"\b({_NAME})\s+(?:is |must be |should be |ma byc |musi byc |jest )*(non-?negative|nieujemn\w+"
    rf"|positive|dodatni\w*)",
    re.I,
)
_ABOVE_ZERO = 1e-9
_NO_COLUMNS = _PROSE | frozenset(
    "rows wierszy wiersze least most auc f1 accuracy precision recall rmse mae r2 score coverage pokrycie python port"
    " probability wynik share udzial"
    " scales skaluje values wartosci numbers liczby normalizes normalizuje line version okolo about".split()
)


def ranges(text: str) -> dict[str, dict[str, float]] | None:
    """Ranges of columns: "age between 18 and 100", "price >= 0"."""
    lowered = low(text)
    if re.search(r"coverage|pokryci", lowered) and not re.search(r"column|kolumn|\.csv|\.parquet", lowered):
        return None  # "coverage of src at least 80" speaks of no column
    found: dict[str, dict[str, float]] = {}
    for match in _BETWEEN.finditer(lowered):
        _add(found, match[1], low=_number(match[2]), high=_number(match[3]))
    for match in _ABOVE.finditer(lowered):
        _add(found, match[1], low=_number(match[2]))
    for match in _BELOW.finditer(lowered):
        _add(found, match[1], high=_number(match[2]))
    for match in _POSITIVE.finditer(lowered):
        _add(found, match[1], low=0.0 if match[2].startswith(("n", "N")) else _ABOVE_ZERO)
    return found or None


def _add(found: dict[str, dict[str, float]], name: str, **sides: float) -> None:
    if name not in _NO_COLUMNS and not name.isdigit():
        found[name] = {**found.get(name, {}), **sides}


_ALLOWED = re.compile(
    rf"\b({_NAME})\s+(?:is |are |must be |may be |can be |should be |ma byc |musi byc |moze byc |przyjmuje |jest "
    rf"|ma wartosci |values? )*"
    rf"(?:only|just|one of|in(?=\s*[\[({{])|tylko|jedn\w+ z|wylacznie)\s*[:\[{{(]?\s*((?:[\"'`]?[\w.-]+[\"'`]?)(?:\s*(?:,|/|\bor\b"
    rf"|\band\b|\blub\b|\bi\b)\s*[\"'`]?[\w.-]+[\"'`]?)+)",
    re.I,
)


def allowed(text: str) -> dict[str, str] | None:
    """Columns with their only values: "target only 0 or 1", "plan one of basic, pro"."""
    found: dict[str, str] = {}
    for match in _ALLOWED.finditer(text):
        values = _alike([word.strip("\"'`") for word in re.split(r"\s*(?:,|/|\bor\b|\band\b|\blub\b|\bi\b)\s*", match[2])])
        if low(match[1]) not in _NO_COLUMNS and all(re.fullmatch(r"[\w.-]{1,40}", value) for value in values):
            found[match[1]] = ", ".join(value if re.fullmatch(r"-?\d+(?:\.\d+)?", value) else f'"{value}"' for value in values)
    return found or None


def _alike(values: list[str]) -> list[str]:
    """The values up to the first that is not of the first one's sort: "0 or 1, no gaps" ends at 1."""
    numeric = [bool(re.fullmatch(r"-?\d+(?:\.\d+)?", value)) for value in values]
    end = next((at for at, one in enumerate(numeric) if one != numeric[0] or low(values[at]) in _PROSE), len(values))
    return values[:end]


def min_rows(text: str) -> int | None:
    """The least number of rows."""
    match = re.search(r"(\d[\d ]*)\s*(?:rows|wiersz\w*|records|rekord\w*)", low(text))
    return int(match[1].replace(" ", "")) if match else None


def max_missing(text: str) -> float | None:
    """The largest share of gaps."""
    match = re.search(
        rf"{_N}\s*%\s*(?:of )?(?:missing|nan\w*|null\w*|brak\w*|pust\w*)|(?:missing|nan\w*|nulls?|brak\w*)[^.;\d]{{0,40}}{_N}\s*%",
        low(text),
    )
    return _number(match[1] or match[2]) / 100 if match else None


def _number(text: Any) -> float:
    return float(str(text).replace(",", "."))
