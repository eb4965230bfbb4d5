"""From words to a dashboard's title, range, refresh and variables."""

import re

from generators.frame.lists import words_after
from generators.frame.spoken import duration_near, plain
from generators.prometheus.scraping_words import service_in

_TITLE_CUE = (
    r"\b(?:called|titled|named|entitled|title|o nazwie|pod nazwa|zatytulowan\w+|o tytule|tytul\w*|nazwij go|nazwany|nazwa"
    r"|pt\.?|name it)"
    r"\s*[:=]?\s*(?:to |is |it |na |jest )?"
)
_QUOTED = re.compile(r"[\"“„'`«]([^\"”“'`»\n]{1,120})[\"”“'`»]")
_ENDS = re.compile(r"\s*(?:[:,;.\n(]|\s(?:with|that|which|and|showing|for|from|z|ze|i|oraz|ktory|pokazuj\w*|na|dla|w)\s)")
LABELS = {
    "feature": r"features?|cech\w*|zmienn\w*",
    "model": r"models?|model\w*",
    "label": r"class(?:es)?|klas\w*|labels?",
    "version": r"versions?|wersj\w*",
    "instance": r"instances?|instancj\w*|hosts?|maszyn\w*",
    "pod": r"pods?|pod\w{0,3}",
    "namespace": r"namespaces?|namespace'?\w*|przestrzen\w* nazw",
    "job": r"jobs?|job'?\w*",
    "status": r"status\w*|kod\w*|codes?",
    "gpu": r"gpus?|kart\w*",
    "path": r"endpoints?|endpoint\w*|paths?|sciezk\w*",
    "service": r"services?|serwis\w*|uslug\w*",
}


def title_in(text: str) -> str | None:
    """The title after a word that announces it, or a quoted text right after "dashboard"."""
    low = plain(text)
    for cue in re.finditer(_TITLE_CUE, low):
        quoted = _QUOTED.match(text, cue.end())
        if quoted:
            return quoted[1].strip()
        rest = text[cue.end() :]
        end = _ENDS.search(plain(rest))
        words = rest[: end.start() if end else len(rest)].strip()
        if words and len(words.split()) <= 5 and words[0].isalnum():
            return words
    beside = re.search(r"\b(?:dashboard\w*|panel\w*)(?: grafan\w*| w grafan\w*)?\s*(?=[\"“„'`«])", low)
    quoted = _QUOTED.match(text, beside.end()) if beside else None
    if quoted:
        return quoted[1].strip()
    return service_in(text) if re.search(r"dashboard|pulpit", low) and "://" not in text else None


def range_in(text: str) -> str | None:
    """The time range: "last 7 days", "ostatnie 24 godziny"."""
    return duration_near(text, r"\b(?:last|past|ostatni\w*|zakres\w*(?: czas\w*)?|time range|range|now-)", within=20)


def refresh_in(text: str) -> str | None:
    """How often it is refreshed."""
    return duration_near(text, r"\b(?:refresh\w*|reload\w*|odswiez\w*|auto-?refresh)", within=20)


def filters_in(text: str) -> list[str] | None:
    """The labels that are to be variables; the data source is one anyway."""
    low = plain(text)
    cues = (
        r"\b(?:template variables?|variables?|zmienn\w+|drop-?downs?|filtr\w*|filters?)\s*(?:called |named |for |o nazwie "
        r"|dla |po |by |do )?(?:the )?(?:label |etykiet\w* )?"
    )
    found = [label_of(word) for word in words_after(low, cues, r"[a-z_][a-z0-9_]*")]
    return list(dict.fromkeys(name for name in found if name)) or None


def label_of(word: str) -> str | None:
    """The label that a word means; None for one that cannot be a label."""
    known = next((label for label, pattern in LABELS.items() if re.fullmatch(pattern, word)), None)
    if known or re.fullmatch(r"[a-z]+(?:_[a-z0-9]+)+", word):
        return known or word
    return None


def parts_in(text: str) -> list[str] | None:
    """The files that a message means."""
    low = plain(text)
    found = {
        "dashboard": bool(re.search(r"dashboard\w*|pulpit\w*|\bpanel\w*", low)),
        "provisioning": bool(
            re.search(
                r"provision\w*|data ?source file|(?:plik\w*|konfigurac\w*) zrodl\w* danych|zrodlo "
                r"danych w plik\w*",
                low,
            )
        ),
        "configmap": bool(re.search(r"config ?map\w*|sidecar\w*", low)),
    }
    if found["configmap"]:
        found["dashboard"] = False
    return [part for part, wanted in found.items() if wanted] or None


def namespace_in(text: str) -> str | None:
    """The namespace of a ConfigMap; elsewhere the word means a variable."""
    named = re.search(r"\bnamespace\w*(?:'?u|'?ie)?\s*[:=]?\s*[\"'`]?([a-z][a-z0-9-]*[a-z0-9])", plain(text))
    return named[1] if named and "configmap" in (parts_in(text) or ()) else None
