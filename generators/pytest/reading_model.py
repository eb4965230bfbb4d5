"""What a request says about a model: its metrics and their limits, and how it has to behave."""

import re
from typing import Any

from generators.frame.saying import low, says

_JSON = re.compile(r"(?<![\w/.@-])((?:\./)?(?:[\w-]+/)*[\w.-]*\w\.json)(?![\w/])")


def metrics(text: str) -> str | None:
    """The file with the metrics."""
    files = [match[1] for match in _JSON.finditer(text)]
    return next((file for file in files if "baseline" not in file.lower()), None)


def baseline(text: str) -> str | None:
    """The file with the metrics to compare with."""
    return next(
        (
            match[1]
            for match in _JSON.finditer(text)
            if re.search(r"baseline|prod|poprzedn|old|previous|reference", match[1].lower())
        ),
        None,
    )


_METRIC = (
    r"roc[_ -]?auc|pr[_ -]?auc|auc|f1[_ -]?score|f1[_ -]?macro|f1|accuracy|dokladnosc\w*|precision|precyzj\w*|recall"
    r"|czulosc\w*|r2|r\^2|rmse|mae|mape|mse"
    r"|log[_ -]?loss|loss|strat\w|bleu|rouge|ndcg|map|iou|latency_ms|mcc|gini"
)
_NAMES = {"dokladnosc": "accuracy", "precyzj": "precision", "czulosc": "recall", "r^2": "r2", "strat": "loss"}
_LOWER = ("rmse", "mae", "mape", "mse", "log_loss", "loss", "latency_ms")
_LIMIT = re.compile(
    rf"(?<![\w/])({_METRIC})(?![\w/])(?P<between>[^.;,\d]{{0,45}}?)(?P<sign>>=|<=|>|<|≥"
    rf"|≤)?\s*(?P<value>-?\d+(?:[.,]\d+)?)\s*(?P<percent>%)?"
)
_MOST = re.compile(r"<=?|≤|(?<!\w)(?:at most|below|under|less|lower|max\w*|up to|co najwyzej|najwyzej|ponizej|mniej)(?!\w)")
_LEAST = re.compile(
    r">=?|≥|(?<!\w)(?:at least|above|over|more|higher|min\w*|co najmniej|najmniej|przynajmniej|powyzej|wiecej)(?!\w)"
)
_NOT_LESS = re.compile(r"nie mniej|not less|no less|nie ponizej|not below|nie nizsz\w+|not lower")
_NOT_MORE = re.compile(r"nie wiecej|not more|no more|nie powyzej|not above|nie wyzsz\w+|not higher")


def thresholds(text: str) -> list[dict[str, Any]] | None:
    """Limits of metrics: "auc co najmniej 0.8", "rmse below 3"."""
    found: dict[str, dict[str, Any]] = {}
    for match in _LIMIT.finditer(low(text)):
        name = next((real for start, real in _NAMES.items() if match[1].startswith(start)), re.sub(r"[ -]", "_", match[1]))
        said = f"{match['between']} {match['sign'] or ''}"
        value = float(match["value"].replace(",", ".")) / (100 if match["percent"] else 1)
        found[name] = {"metric": name, "side": _side(name, said), "value": value}
    return list(found.values()) or None


def _side(name: str, said: str) -> str:
    if _NOT_LESS.search(said):
        return "at-least"
    if _NOT_MORE.search(said) or _MOST.search(said):
        return "at-most"
    return "at-most" if name in _LOWER and not _LEAST.search(said) else "at-least"


def model(text: str) -> str | None:
    """The file with the model."""
    match = re.search(r"(?<![\w/.@-])((?:\./)?(?:[\w-]+/)*[\w.-]*\w\.(?:joblib|pkl|pickle))(?![\w/])", text)
    return match[1] if match else None


def features(text: str) -> dict[str, float] | None:
    """A typical row: "features age=35, income=52000"."""
    if not says(r"features?|cech\w*|row|wiersz\w*", text):
        return None
    found = re.findall(r"(?<![\w.])([a-z_]\w*)\s*=\s*(-?\d+(?:\.\d+)?)(?![\w])", text)
    return {name: float(value) for name, value in found} or None


def increasing(text: str) -> list[str] | None:
    """Features of which more must not lower the score."""
    lowered = low(text)
    found = re.findall(
        r"\b(?:more|higher|bigger|larger|increasing|wiecej|wiekszy|wieksza|wieksze|wyzszy|wyzsza|wyzsze"
        r"|wzrost)\s+(?:the )?([a-z_]\w*)[^.;,]{0,40}(?:not |never |cannot |nie )[^.;,]{0,25}(?:lower|decrease"
        r"|reduce|obniz\w*|zmniejsz\w*|spada\w*)",
        lowered,
    )
    return list(dict.fromkeys(found)) or None


def invariant(text: str) -> list[str] | None:
    """Features that must not matter."""
    found = re.findall(
        r"\b(?:changing|change of|zmiana|zmiany)\s+(?:the )?([a-z_]\w*)[^.;,]{0,30}(?:not|nie)[^.;,]{0,25}(?:change"
        r"|matter|affect|zmien\w*|wplyw\w*)|\binvarian\w+ (?:to|on|in) ([a-z_]\w*)|niezmienniczosc\w* (?:na"
        r"|wzgledem) ([a-z_]\w*)",
        low(text),
    )
    names = [next(name for name in match if name) for match in found]
    return list(dict.fromkeys(names)) or None


def max_ms(text: str) -> int | None:
    """The longest time of one prediction."""
    match = re.search(r"(\d+(?:[.,]\d+)?)\s*(ms|milisekund\w*|milliseconds?)\b", low(text))
    return round(float(match[1].replace(",", "."))) if match else None
