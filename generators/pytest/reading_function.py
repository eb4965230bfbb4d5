"""What a request says about one function: its name, its file, what it does, examples."""

import re
from typing import Any, get_args

from generators.frame.saying import low, says
from generators.pytest.grammars import Raised

_SIGNATURE = re.compile(r"(?<![\w.])([A-Za-z_]\w*)\(([^()]*)\)")
_NOT_FUNCTIONS = frozenset("def test pytest raises print len range int float str list dict e g function funkcja".split())
_NAMED = re.compile(
    r"\b(?:function|funkcj\w+|method|metod\w+|def)\s+(?:named\s+|called\s+|o nazwie\s+)?[\"'`]?([a-z_]\w*)[\"'`]?(?=[\s(,.:;]|$)"
)
_NOT_NAMES = frozenset(
    "z w from in that which ktora ktory do for the of and i oraz is with to o as it we our na przy from jest czyli powinna".split()
)


def name(text: str) -> str | None:
    """The function's name: before its arguments, or after the word "function"."""
    for match in _SIGNATURE.finditer(text):
        if match[1].lower() not in _NOT_FUNCTIONS:
            return match[1]
    named = [match[1] for match in _NAMED.finditer(low(text)) if match[1] not in _NOT_NAMES]
    return next(
        (word for word in named if "_" in word), named[0] if named and re.search(rf"[`\"']{named[0]}[`\"']", text) else None
    )


_FILE = re.compile(r"(?<![\w/.@-])((?:\./)?[A-Za-z_]\w*(?:/[A-Za-z_]\w*)*\.py)\b")
_DOTTED = re.compile(r"\b(?:from|module|modul\w*|z|w)\s+[\"'`]?([a-z_]\w*(?:\.[a-z_]\w*)+)[\"'`]?(?!\.?py\b)(?=[\s,;.:]|$)")


def module(text: str) -> str | None:
    """The file that the function is in; not one of tests."""
    files = [match[1] for match in _FILE.finditer(text) if not match[1].rpartition("/")[2].startswith(("test_", "conftest"))]
    if files:
        return files[0]
    dotted = _DOTTED.search(low(text))
    return f"{dotted[1].replace('.', '/')}.py" if dotted and not dotted[1].endswith((".json", ".csv", ".py")) else None


def arguments(text: str) -> list[str] | None:
    """The arguments in the signature, when they are names."""
    for match in _SIGNATURE.finditer(text):
        words = [word.split("=")[0].split(":")[0].strip() for word in match[2].split(",")]
        names = [word for word in words if re.fullmatch(r"[A-Za-z_]\w*", word) and word not in ("True", "False", "None")]
        if match[1].lower() not in _NOT_FUNCTIONS and names and len(names) == len(words):
            return names
    return None


_MISSING = r"(?:missing|nan|nans|null|nulls|gaps?|brak\w*|puste\w*|pustych|na)"
_FILL = r"(?:fill\w*|imput\w*|replac\w*|wypeln\w*|uzupeln\w*|zastep\w*|zamieni\w*)"
_BEHAVIOURS = {
    "drops-duplicates": r"(?:remov\w*|drop\w*|delet\w*|usuw\w*|usun\w*|wyrzuc\w*|kasuj\w*|bez"
        r"|no)\s+(?:\w+\s+){0,3}?(?:duplic\w*|duplik\w*|powtorz\w*)|de-?dup\w*|drop_duplicates|odduplik\w*",
    "fills-median": rf"{_FILL}[^.;]{{0,60}}median\w*|median\w*[^.;]{{0,30}}{_MISSING}|median imputation",
    "fills-mean": rf"{_FILL}[^.;]{{0,60}}(?:mean|average|sredni\w*)",
    "fills-mode": rf"{_FILL}[^.;]{{0,60}}(?:mode|most (?:frequent|common)|moda|mode|najczestsz\w*|dominant\w*)",
    "fills-zero": rf"{_FILL}[^.;]{{0,60}}(?:zero\w*|\b0\b)",
    "drops-missing": rf"(?:remov\w*|drop\w*|usuw\w*|usun\w*|wyrzuc\w*)\s+(?:\w+\s+){{0,4}}?{_MISSING}\b|dropna",
    "keeps-columns": r"(?:keep\w*|zachow\w*|nie zmienia)\s+(?:\w+\s+){0,2}?(?:columns|kolumn\w*)",
    "same-length": r"(?:same|tyle sam\w*|ta sama liczb\w*|zachow\w*|keep\w*)\s+(?:\w+\s+){0,3}?(?:rows|length|wierszy"
        r"|dlugosc\w*|liczb\w* wierszy)",
    "lowercase-columns": r"(?:columns?|kolumn\w*)[^.;]{0,40}(?:lower ?case\w*|snake_?case|mal\w+ liter\w*)"
        r"|(?:lower ?case\w*|mal\w+ liter\w*)[^.;]{0,30}(?:columns?|kolumn\w*)",
    "strips-text": r"strip\w*|trim\w*|whitespace|bial\w+ znak\w*|spacj\w*|obcina\w*",
    "lowercases-text": r"lower ?cas\w*|mal\w+ liter\w*",
    "scales-0-1": r"(?:scal\w*|normali[sz]\w*|skaluj\w*|przeskal\w*)[^.;]{0,40}(?:0\D{1,6}1|zero)|min-?max\w*|zakres\w* 0\D{1,4}1",
    "standardizes": r"standardi[sz]\w*|standaryz\w*|z-?score\w*|zero mean|unit variance",
    "one-hot": r"one-?hot\w*|dummies|get_dummies|koduj\w* kategor\w*|encod\w* categor\w*",
    "removes-outliers": r"outlier\w*|odstaj\w*|wartosci skrajn\w*",
    "parses-dates": r"(?:pars\w*|convert\w*|zamieni\w*|konwert\w*)\s+(?:\w+\s+){0,3}?(?:dates?|dat\w*)|to_datetime|datetime",
    "splits": r"train_?test_?split|split\w*|dziel\w*|podzial\w*",
    "probability": r"probabilit\w*|prawdopodobien\w*|between 0 and 1|miedzy 0 a 1|od 0 do 1",
    "deterministic": r"deterministic\w*|determinist\w*|reproducib\w*|powtarzaln\w*|same (?:seed|result)\w*|ten sam wynik",
    "rejects-empty": r"(?:error|blad|wyjatek|raises?|rais\w+|rzuc\w*|zglasz\w*|wyrzuca)[^.;]{0,60}(?:empty|pust\w+)"
        r"|(?:empty|pust\w+)[^.;]{0,50}(?:error|blad|raises?|rzuc\w*|zglasz\w*|exception|wyjat\w*)",
    "rejects-missing-column": r"(?:error|raises?|rzuc\w*|zglasz\w*|wyrzuca)[^.;]{0,60}(?:missing columns?"
        r"|column is missing|brak\w* kolumn\w*|nie ma kolumn\w*)|(?:missing column|column is missing"
        r"|brak\w* kolumn\w*)[^.;]{0,50}(?:error|raises?|rzuc\w*|zglasz\w*|exception|wyjat\w*)",
}  # fmt: skip
_FILLS = ("fills-median", "fills-mean", "fills-mode", "fills-zero")


def behaviours(text: str) -> list[str] | None:
    """What the function is said to do."""
    found = [key for key, pattern in _BEHAVIOURS.items() if _does(key, pattern, text)]
    fills = [key for key in found if key in _FILLS]
    if (
        fills
        and "drops-missing" in found
        and not re.search(r"dropna|(?:drop|remov|usu)\w*\s+(?:\w+\s+)?(?:rows?|wiersz\w*)", low(text))
    ):
        found.remove("drops-missing")
    if "lowercase-columns" in found and "lowercases-text" in found:
        found.remove("lowercases-text")
    if "fills-mean" in found and "standardizes" in found:
        found.remove("fills-mean")
    mentions = rf"(?:{_FILL}|handl\w*|obslug\w*|radzi sobie)[^.;]{{0,30}}{_MISSING}\b"
    if not fills and "drops-missing" not in found and re.search(mentions, low(text)):
        found.append("no-missing")
    return found or None


def _does(key: str, pattern: str, text: str) -> bool:
    # "Bez duplikatów" is what the function promises, so a negation in front does not undo it there.
    return bool(re.search(rf"(?<!\w)(?:{pattern})", low(text))) if key == "drops-duplicates" else bool(says(pattern, text))


_VALUE = r"(?:-?\d+(?:\.\d+)?|\"[^\"\n]{0,40}\"|'[^'\n]{0,40}'|True|False|None|\[[-\d., ]*\])"
_VALUES = rf"{_VALUE}(?:, ?{_VALUE})*"
_GIVES = (
    r"(?:==|->|=>|=|returns?|gives?|should (?:be|return|give|equal)|is|equals?|zwraca|daje|to|powinn\w+ (?:zwrocic"
    r"|dac|byc)|ma (?:zwrocic|dac))"
)
_RAISES = r"(?:raises?|should raise|throws?|rzuca|zglasza|wyrzuca|powinn\w+ (?:rzucic|zglosic|wyrzucic)|ma (?:rzucic|zglosic))"


def cases(text: str) -> list[dict[str, Any]] | None:
    """Examples: "add(2, 3) == 5", "slugify('A B') zwraca 'a-b'", "returns '' for None"."""
    called = re.finditer(rf"(?<![\w.])[A-Za-z_]\w*\(({_VALUES})\)\s*{_GIVES}\s*({_VALUE})", text)
    told = re.finditer(rf"{_GIVES}\s*({_VALUE})\s+(?:for|when given|given|dla)\s+({_VALUES})(?![\w.])", text)
    found = [(match[1], match[2]) for match in called] + [(match[2], match[1]) for match in told]
    return [{"arguments": _tidy(arguments), "expected": expected} for arguments, expected in found] or None


def raises(text: str) -> list[dict[str, Any]] | None:
    """Examples of refusals: "divide(1, 0) raises ZeroDivisionError"."""
    names = "|".join(get_args(Raised))
    found = re.finditer(rf"(?<![\w.])[A-Za-z_]\w*\(({_VALUES})\)\s*{_RAISES}\s*(?:an? )?({names})", text)
    return [{"arguments": _tidy(match[1]), "error": match[2]} for match in found] or None


def error(text: str) -> str | None:
    """The error that is named."""
    return next((name for name in get_args(Raised) if name in text), None)


def _tidy(text: str) -> str:
    return re.sub(r",(?! )", ", ", text)
