"""What a request says about people: owners of paths, and the template that they fill in."""

import re

from generators.frame.saying import low, says
from generators.git.reading import FILES
from ingest import detect_language

_OWNER = re.compile(r"(?<![\w.])@[A-Za-z0-9][\w.-]*(?:/[\w.-]+)*")
_OWNED = re.compile(
    r"(?<![\w@/.*-])(\*\.[\w.]+|/?(?:[\w.-]+/)+(?:\*{1,2})?|/?[\w-]*\.(?:ya?ml|toml|py|tf)|Dockerfile|Makefile)(?![\w@])"
)


def owned(text: str) -> dict[str, str] | None:
    """Paths with their owners, read thought by thought: "src/ to @acme/ml, data/ to @anna"."""
    found: dict[str, str] = {}
    for clause in _clauses(text):
        owners = " ".join(owner.rstrip(".") for owner in _OWNER.findall(clause))
        for path in _OWNED.findall(_OWNER.sub(" ", clause)):
            if owners:
                found[path] = owners
    return found or None


def owners(text: str) -> str | None:
    """Who owns everything else."""
    rest = [clause for clause in _clauses(text) if not _OWNED.search(_OWNER.sub(" ", clause))]
    names = [owner.rstrip(".") for clause in rest for owner in _OWNER.findall(clause)]
    return " ".join(dict.fromkeys(names)) or None


def _clauses(text: str) -> list[str]:
    """Thoughts with an owner at their end; paths in front of it belong to it."""
    pieces = re.split(r"[,;\n]|\.\s|\s(?:a|and|i|oraz)\s(?=[^@]*@)(?=\s*\S*[/*.])", text)
    joined: list[str] = []
    for piece in pieces:
        if joined and "@" not in joined[-1]:
            joined[-1] += f" {piece}"
        else:
            joined.append(piece)
    return joined


def language(text: str) -> str | None:
    """The language of texts for people: the one that is named, otherwise the one of a message about such a text."""
    if says(r"(?:in )?english|po angielsku", text):
        return "en"
    if says(r"(?:in )?polish|po polsku", text):
        return "pl"
    return detect_language(text) if says(FILES["pull-request"], text) else None


_LISTED = {
    "sections": r"(?:sekcj\w+|sections?|naglowk\w+|headings?)",
    "checklist": r"(?:check-?list\w*|list\w* kontroln\w+|checkbox\w*|punkt\w*)",
}


def sections(text: str) -> list[str] | None:
    """The headings of the template."""
    return _listed("sections", text)


def checklist(text: str) -> list[str] | None:
    """What the author of a change ticks off."""
    return _listed("checklist", text)


def _listed(what: str, text: str) -> list[str] | None:
    match = re.search(rf"\b{_LISTED[what]}\s*(?:[:(=]|with|for|z|o|na|about|named|to)\s*[:(]?\s*([^.;)\n]+)", low(text))
    if not match:
        return None
    stretch = text[match.start(1) : match.end(1)]
    other = re.search(rf"\b(?:{'|'.join(pattern for name, pattern in _LISTED.items() if name != what)})", low(stretch))
    stretch = stretch[: other.start()] if other else stretch
    items = [item.strip(" \"'`„”") for item in re.split(r",|\s(?:and|i|oraz)\s", stretch)]
    return [item[:1].upper() + item[1:] for item in items if len(item) > 1 and low(item) not in ("a", "and", "z", "with")][
        :12
    ] or None
