"""What a request says about a pipeline or an experiment."""

import keyword
import re
from typing import Any

from generators.frame import refusal
from generators.frame.lists import chain_in
from generators.frame.saying import low, says
from generators.frame.spoken import slug

_TAKEN = {"compiler", "dsl", "pipeline"}
_LISTED = re.compile(
    r"(?:components?|steps?|stages?|komponent\w*|krok\w*|etap\w*|pipeline\w*:|potok\w*:)"
    r"(?:\s+(?:are|to|sa|called))?\s*[:(]?\s+([a-z_][\w ,;/>+-]*)"
)
_JOINT = re.compile(r"\s*(?:,|;|/|\+|->|\s(?:and then|and|then|oraz|potem|nastepnie|i)\s)\s*")
_TAIL = re.compile(r"\s(?:with|in|on|using|for|z|ze|w|na|dla|every|co)\s.*")
_FRAMEWORKS = {"sklearn", "scikit", "pytorch", "torch", "xgboost", "xgb", "kfp", "v2", "python", "gpu"}
_RANGE = re.compile(
    r"\b([a-z][\w-]*)\s*[:=]?\s*(?:in the range|range|from|between|od|w zakresie|miedzy|pomiedzy|in)?\s*\[?\(?"
    r"(\d+(?:\.\d+)?(?:e-?\d+)?)\s*(?:to|do|and|a|i|-|–|\.\.|,)\s*(\d+(?:\.\d+)?(?:e-?\d+)?)(?![\d.]*\d)(?!\s*,\s*\d)"
)
_CHOICES = re.compile(
    r"\b([a-z][\w-]*)\s*[:=]?\s*(?:from the list|from|of|in|among|z listy|z|sposrod|jeden z|one of|list)?\s*[\[({]?\s*"
    r"(\d+(?:\.\d+)?(?:\s*(?:,|/|or|and|lub|i|oraz)\s*\d+(?:\.\d+)?){2,}|\d+(?:\.\d+)?(?:\s*(?:or|lub|/)\s*\d+(?:\.\d+)?))"
)
_NOT_BUILTIN = {"eval": "evaluate", "input": "load"}
_NO_NAMES = {
    "from",
    "od",
    "to",
    "do",
    "list",
    "listy",
    "range",
    "z",
    "of",
    "in",
    "and",
    "i",
    "prob",
    "trials",
    "w",
    "zakresie",
    "between",
}
_OBJECTIVE = re.compile(
    r"(?:maximi[sz]e|minimi[sz]e|maksymalizuj|minimalizuj|maksymalizacj\w*|minimalizacj\w*|objective|cel"
    r"|metryk\w*)\s*[:=]?\s*(?:the |is |to )?([a-z][\w-]*)"
)


def kind(text: str) -> str | None:
    """Katib where tuning is spoken of."""
    if re.search(r"\bkatib|hyper-?param|hiperparam|tuning|strojeni", low(text)):
        return "katib"
    return "pipeline" if re.search(r"\bpipeline|\bpotok|\bkfp", low(text)) else None


def steps(text: str) -> list[str] | None:
    """The components in their order: "load -> train -> evaluate", "3 components load train eval"."""
    phrases = chain_in(text) or _listed(low(text))
    named = [_NOT_BUILTIN.get(name, name) for name in map(slug, phrases)]
    return [name for name in dict.fromkeys(named) if name and name[0].isalpha()][:10] or None


def _listed(lowered: str) -> list[str]:
    for match in _LISTED.finditer(lowered):
        parts = [_TAIL.sub("", part).strip() for part in _JOINT.split(match[1].split(". ")[0])]
        first = parts[0].split()
        # "load train eval, sklearn": single words side by side are steps too.
        phrases = [*(first if len(first) > 2 else [parts[0]]), *parts[1:]]
        wanted = [phrase for phrase in phrases if phrase and len(phrase.split()) <= 3 and not set(phrase.split()) & _FRAMEWORKS]
        if len(wanted) > 1:
            return wanted
    return []


def gpus(text: str) -> int | None:
    """How many GPUs: "2 gpu", or one where no number is said."""
    match = re.search(r"(\d+)\s*x?\s*gpu", low(text))
    return int(match[1]) if match else (1 if says(r"gpu\w*", text) else None)


def objective(text: str) -> str | None:
    """The metric that is maximised or minimised."""
    match = _OBJECTIVE.search(low(text))
    return match[1] if match and match[1] not in _NO_NAMES else None


def parameters(text: str) -> list[dict[str, Any]] | None:
    """Ranges and lists: "lr od 0.0001 do 0.1, batch_size z listy 32, 64, 128"."""
    lowered = low(text)
    found: dict[str, dict[str, Any]] = {}
    for match in _CHOICES.finditer(lowered):
        if match[1] not in _NO_NAMES:
            found[match[1]] = {"name": match[1], "choices": re.findall(r"\d+(?:\.\d+)?", match[2])}
    for match in _RANGE.finditer(lowered):
        if match[1] not in _NO_NAMES and match[1] not in found:
            found[match[1]] = {"name": match[1], "low": float(match[2]), "high": float(match[3])}
    return sorted(found.values(), key=lambda one: lowered.index(one["name"])) or None


def refuse_unusable(names: tuple[str, ...]) -> None:
    """Steps become functions.

    Raises:
        PydanticCustomError: one cannot be, or stands twice.
    """
    for name in names:
        if keyword.iskeyword(name) or name in _TAKEN:
            raise refusal(f"has a step {name!r}, which is taken", f"ma krok {name!r}, a ta nazwa jest zajęta")
    if len(names) == 1:
        return
    if len(set(names)) < len(names):
        raise refusal("names a step twice", "wymienia jeden krok dwa razy")
