"""Stages by the names people give them, and what each of them does."""

import re

from generators.frame.lists import chain_in
from ingest import fold

_DOES = (
    ("checkout", r"checkout|clone|pobier\w* kod\w*|pobranie kod\w*|scm"),
    ("install", r"install\w*|instal\w*|setup|dependenc\w*|deps|zaleznosci|requirements|przygotowani\w*"),
    ("types", r"types?[ -]?check\w*|types|typing|mypy|pyright|typ\w*"),
    ("security", r"secur\w*|bandit|audit\w*|bezpieczenstw\w*"),
    ("lint", r"lint\w*|ruff|flake8|black|styl\w*|quality|jakosc\w*|static\w*|format\w*|checks?"),
    ("scan", r"scan\w*|trivy|skan\w*"),
    ("push", r"push\w*|wypch\w*|wypych\w*|publish image|publish"),
    ("build", r"build\w*|docker\w*|image\w*|obraz\w*|budow\w*|packag\w*|zbuduj\w*|kontener\w*"),
    ("data", r"data|dane|dvc pull|pull data|fetch\w*|download\w*|pobierz dane|pobranie danych"),
    ("evaluate", r"eval\w*|ewalu\w*|ocen\w*|metr\w*|quality gate"),
    ("train", r"(?:re)?train\w*|tren\w*|trening\w*|fit|dvc repro|repro\w*"),
    ("test", r"(?:unit |integration )?test\w*|pytest|testy|verify"),
    ("deploy", r"deploy\w*|wdroz\w*|wdraz\w*|release|rollout|staging|prod\w*"),
)
_CUE = re.compile(r"\b(?:stages?|stage'y|etap(?:y|ami|ow|ach)?|krok(?:i|ami|ow)|steps|jobs|joby|stadia|faz(?:y|ami))\b\s*[:=-]?\s*")
_BEFORE = re.compile(r"((?:[\w-]+\s*(?:,|->|→|\+|/|\band\b|\bi\b|\boraz\b)\s*)+[\w-]+)\s+(?:stages?|etap\w*|jobs?)\b")
_SEPARATOR = re.compile(
    r"\s*(?:->|→|=>|>|,|;|\||\s\+\s|\n\s*[-*\d.]*|\s(?:and then|and|then|oraz|potem|a potem|nastepnie|i|a)\s)\s*"
)
_END = re.compile(
    r"(?<!\w)(?:with|using|that|which|where|only|when|after|every|on|for|z|ze|ktor\w+|tylko|gdy|po|na|dla|by|uzywaj\w*"
    r"|manual\w*|recznie|declarative"
    r"|deklaratywn\w*|parallel\w*|rownolegle|w|in|should|each|agent\w*|please|prosze|thx|notify|powiadom\w*|send)\b.*$",
    re.S,
)
_MOST_WORDS = 3
_NAME = re.compile(r"[^\W_](?:[\w ./-]*\w)?")
# With these words a request goes on to other things than stages.
_OTHER = re.compile(
    r"(?:poswiadcz|credential|agent|timeout|notif|powiadom|branch|gale|parametr|param|trigger|cron|junit|archiv|archiw|python|email"
    r"|mail|slack|use |uzyj|keep|retr|ponow|cache|post )"
)


def does(name: str) -> str | None:
    """What a stage of this name does; None when only its team knows."""
    low = fold(name.lower()).replace("-", " ").replace("_", " ").strip()
    return next((kind for kind, pattern in _DOES if re.match(rf"(?:{pattern})\b", low)), None) or next(
        (kind for kind, pattern in _DOES if re.search(rf"\b(?:{pattern})\b", low)), None
    )


def slug(name: str) -> str:
    """A stage's name as an identifier: lower-case ASCII letters, digits and hyphens."""
    text = re.sub(r"[^a-z0-9]+", "-", fold(name.lower())).strip("-")
    return text if text[:1].isalpha() else f"stage-{text}".rstrip("-")


def stages_in(text: str) -> list[str] | None:
    """The stages that a message lists, in its order: "stages: install, lint, test" or "install -> lint -> test"."""
    low = fold(text.lower())
    for cue in _CUE.finditer(low):
        names = _listed(text[cue.end() :], low[cue.end() :])
        if len(names) > 1 and 2 * sum(does(name) is not None for name in names) >= len(names):
            return names
    before = _BEFORE.search(low)
    if before:
        return _listed(text[before.start(1) : before.end(1)], before[1]) or None
    chain = [_trimmed(step) for step in chain_in(text)]
    return chain if len(chain) > 1 and any(does(step) for step in chain) and all(_NAME.fullmatch(step) for step in chain) else None


def _listed(text: str, low: str) -> list[str]:
    end = re.search(r"[.;:(]\s|[.;:(]$|\n\n", low)
    stop = end.start() if end else len(low)
    names: list[str] = []
    at = 0
    for joint in [*_SEPARATOR.finditer(low[:stop]), None]:
        piece = text[at : joint.start() if joint else stop]
        at = joint.end() if joint else stop
        name = _trimmed(piece)
        if len(name.split()) > _MOST_WORDS or not _NAME.fullmatch(name) or _OTHER.match(fold(name.lower())):
            return _apart(names, piece)
        names.append(name)
        if name != piece.strip(" '\"`„”"):
            break
    return _apart(names, "")


def _trimmed(piece: str) -> str:
    """The stage's name without the words that begin the next thought."""
    low = fold(piece.lower())
    end = _END.search(low, 1)
    name = piece[: end.start()] if end else piece
    name = re.sub(r"\s(?:do|to|into)\s\S*[./]\S*.*$", "", name)
    return re.sub(r"^(?:the|an?|etap|stage)\s+", "", name.strip(" '\"`„”\n\t"), flags=re.I)


def _apart(names: list[str], piece: str) -> list[str]:
    """Names that were only set apart by spaces: "stages lint test build"."""
    words = (names[0] if len(names) == 1 else piece).split() if not names or len(names) == 1 else []
    if len(words) > 1 and all(does(word) for word in words):
        return words
    return names


_ADDED = re.compile(
    r"\b(?:add|append|include|dodaj\w*|doloz\w*|dorzuc\w*|dopisz\w*)\s+(?:(?:also|another|an?|the|new|jeszcze|nowy|tez|takze)\s+)*"
    r"(?:(?:stage|etap\w*|job\w*|step|krok\w*|zadanie)\s+(?:(?:called|named|o nazwie|for|dla|z"
    r"|with)\s+)?[\"'`„]?(?P<after>\w[\w-]*(?: [\w-]+)?)"
    r"|(?P<before>\w[\w-]*(?: [\w-]+)?)\s+(?:stage|job|step)\b)"
)


def stages_added_in(text: str) -> list[str] | None:
    """The stage that a message adds to those there are: "add a security stage", "dodaj etap ewaluacja"."""
    low = fold(text.lower())
    found = []
    for match in _ADDED.finditer(low):
        group = "after" if match["after"] else "before"
        name = _trimmed(text[match.start(group) : match.end(group)])
        if _NAME.fullmatch(name) and not _OTHER.match(fold(name.lower())):
            found.append(name)
    return found or None
