"""What a request says about tests: which parts, how they are configured, metrics, a model, a service."""

import re

from generators.frame.saying import low, says
from generators.pytest import reading_function, reading_tables

PARTS = {
    "config": r"config\w*|konfig\w*|pytest\.ini|pyproject\w*|markers?|marker\w*|coverage|pokryci\w*|warnings?|ostrzezen\w*|ini",
    "data": r"data tests?|tests? (?:for|of) (?:the |our |my )?(?:\w+ )?(?:data(?:set)?|table|columns?)"
    r"|validat\w+ (?:the )?data|data (?:validation|quality)"
    r"|test\w* danych|walidacj\w* danych|test\w* (?:dla )?zbioru|jakosc\w* danych|kolumn\w*|columns?|schema",
    "metrics": r"metric\w*|metryk\w*|auc|f1|accuracy|dokladnosc|rmse|mae|quality gate|bramk\w* jakosci|jakosc\w* modelu"
    r"|threshold\w*|prog\w*|roc_auc|r2|precision|recall",
    "model": r"model behaviou?r\w*|behaviou?r\w* tests?|zachowani\w* modelu|testy? behawioraln\w*|invarian\w*"
    r"|niezmiennicz\w*|directional|kierunkow\w*"
    r"|[\w/.-]+\.(?:joblib|pkl|onnx)|inference (?:time|speed|latency)|czas predykcji|latency of (?:the )?model",
    "api": r"api|fast ?api\w*|flask\w*|endpoint\w*|test ?client\w*|/predict|rest",
    "fixtures": r"fixtures?|fixtur\w*|conftest\w*|fikstur\w*",
}


def parts(text: str) -> list[str] | None:
    """What is to be tested or configured."""
    found = [part for part, pattern in PARTS.items() if says(pattern, text)]
    if reading_function.name(text):
        return ["function", *(part for part in found if _beside_a_function(part, text))]
    if "data" not in found and reading_tables.data(text):
        found.append("data")
    if "fixtures" in found and "api" in found and not says(PARTS["api"], re.sub(r"(?:test|api)[ -]?client\w*", " ", low(text))):
        found.remove("api")
    # "Columns" of a metrics file are no table.
    about_tables = reading_tables.data(text) or says(PARTS["data"], re.sub(r"kolumn\w*|columns?", " ", low(text)))
    if "metrics" in found and "data" in found and not about_tables:
        found.remove("data")
    return found or None


def _beside_a_function(part: str, text: str) -> bool:
    """The words that describe a function also name columns and numbers, so other parts have to be named clearly."""
    if part == "api":
        return bool(says(r"endpoint\w*|fast ?api\w*", text))
    return part in ("config", "fixtures") and _asks_for_config(text)


def _asks_for_config(text: str) -> bool:
    return bool(says(r"config\w*|konfig\w*|pytest\.ini|pyproject\w*|coverage|pokryci\w*|fixtures?|fixtur\w*|conftest\w*", text))


def folder(text: str) -> str | None:
    """The folder of the tests."""
    match = re.search(
        r"\b(?:tests? (?:are |live )?in|testy (?:sa )?w|testpaths?\s*[:=]?|katalog\w* testow"
        r"|folder of tests)\s*(?:katalogu |folderze |the |folder )*[\"'`]?([a-z_][\w/-]*)/?",
        low(text),
    )
    return match[1].rstrip("/") if match and match[1] not in ("pytest", "pytescie", "the", "a", "python", "pythonie") else None


def source(text: str) -> str | None:
    """The folder of the code, whose coverage is measured."""
    match = re.search(
        r"\b(?:coverage (?:of|for)|pokryci\w+ (?:kodu )?(?:dla|w|z|katalogu)?|--cov[ =]|source[:=]?|kod\w* w"
        r"|code (?:is )?in)\s*(?:the |katalogu |folderu |folder |pakietu |package "
        r"|kodu )*[\"'`]?([a-z_][\w/-]*)/?",
        low(text),
    )
    words = frozenset(
        "at co must least minimum powinno ma of the kodu min wynosi na poziomie in w is should na over above below".split()
    )
    return match[1].rstrip("/") if match and match[1] not in words else None


_MARKED = re.compile(r"\bmarke?r(?:s|y|ow|ami|em|a)?\s*(?:(?:named|called|o nazw\w+|for|dla|:|=|\()\s*)*(?=[\"'`]?[a-z_])")
_NEXT = re.compile(r"[\"'`]?([a-z_]\w*)[\"'`]?(\s*(?:,|;|\.|\)|$)|\s+(?:and|i|oraz)\s+|\s+)")
_NOT_MARKERS = frozenset(
    "and i oraz the for dla with z w a coverage warnings pokrycie ostrzezenia tests testy is are so that named called".split()
)
_KNOWN = ("slow", "gpu", "integration", "e2e", "smoke", "network")


def markers(text: str) -> list[str] | None:
    """Markers by name."""
    lowered = low(text)
    listed = [word for match in _MARKED.finditer(lowered) for word in _list_from(lowered, match.end())]
    known = [word for word in _KNOWN if re.search(rf"(?:mark\w*[^.;]{{0,40}}\b{word}\b|\b{word}\b[\"'`]?\s+mark)", lowered)]
    return [word for word in dict.fromkeys((*listed, *known)) if word not in _NOT_MARKERS] or None


def _list_from(text: str, at: int) -> list[str]:
    """The words of a list; a word behind a comma that goes on as a sentence is none of them."""
    words: list[str] = []
    joined_by = "and"
    while match := _NEXT.match(text, at):
        goes_on = match[2].isspace()
        if goes_on and joined_by == ",":
            break
        words.append(match[1])
        joined_by, at = match[2].strip(), match.end()
        if goes_on or joined_by not in (",", "and", "i", "oraz"):
            break
        at += len(text[at:]) - len(text[at:].lstrip())
    return words


def skipped(text: str) -> list[str] | None:
    """Markers that do not run by default."""
    match = re.search(
        r"\b(?:skip\w*|deselect\w*|exclud\w*|pomij\w*|pomin\w*|domyslnie bez|without|not)\s+(?:the |tests? |testy? "
        r"|testow |marked |oznaczon\w* |jako |as |z markerem )*[\"'`]?(slow|gpu|integration|e2e|network)\b",
        low(text),
    )
    return [match[1]] if match else None


def coverage(text: str) -> int | None:
    """The least coverage in percent."""
    lowered = low(text)
    match = re.search(r"\b(?:coverage|cov-fail-under|fail_under|pokryci\w+)[^.;\d]{0,50}(\d{1,3})\s*%?", lowered) or re.search(
        r"(\d{1,3})\s*%\s*(?:code |test )?(?:coverage|pokryci\w+)", lowered
    )
    if match:
        return int(match[1])
    return 80 if says(r"coverage|pytest-cov|pokryci\w+", text) else None


def warnings_as_errors(text: str) -> bool | None:
    """Whether warnings fail tests."""
    lowered = low(text)
    if re.search(r"\b(?:ignore|ignor\w+|bez|without|wycisz\w*|suppress)\s+(?:\w+\s+)?(?:warnings?|ostrzezen\w*)", lowered):
        return False
    return True if re.search(r"\b(?:warnings?|ostrzezeni\w+)\b[^.;]{0,40}\b(?:errors?|bled\w+|blad|fail\w*)", lowered) else None


_FIXTURES = {
    "seed": r"seed\w*|ziarn\w*",
    "rng": r"rng|random (?:generator|numbers)|losow\w*",
    "dataframe": r"data ?frame\w*|df|ramk\w* danych|sample data|przykladow\w* dan\w*",
    "model": r"(?:small |trained |maly |wytrenowan\w* )?model\w*",
    "client": r"(?:test ?|api ?)?client\w*|klient\w*",
    "environment": r"env\w*|srodowisk\w*|credentials?|zmienn\w*",
    "folder": r"tmp\w*|temporary|temp|tymczasow\w*|working dir\w*",
}


def fixtures(text: str) -> list[str] | None:
    """Fixtures by what they give."""
    if not says(PARTS["fixtures"], text):
        return None
    return [name for name, pattern in _FIXTURES.items() if says(pattern, text)] or None
