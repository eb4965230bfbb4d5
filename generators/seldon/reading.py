"""What a message says about a model on Seldon Core."""

import re

from generators.frame.lists import chain_in
from generators.frame.saying import low
from generators.frame.spoken import slug
from generators.kubernetes.grammars import MODEL_URI

_URI = re.compile(MODEL_URI)
_RELEASES = {
    "shadow": r"shadow\w*|cien|cienia|cieniem|cieniu|mirror\w*|lustrzan\w*",
    "ab": r"a/b|ab test\w*|ab-test\w*|abtest\w*|test\w* ab|50\s*(?:/|na|:|-)\s*50",
    "canary": r"canar\w*|kanar\w*|split\w*|podzial\w* ruchu|czesc ruchu|challenger",
}
_SECOND = r"|".join(_RELEASES.values()) + r"|druga wersj\w*|nowa wersj\w*|nowej wersj\w*|second version|new version|wersj\w+ b"
_ADDING = re.compile(r"\b(?:add|also|now|dodaj\w*|doloz\w*|dorzuc\w*|teraz|jeszcze)\b")


def api(text: str) -> str | None:
    """The version of Seldon Core that is meant."""
    lowered = low(text)
    if re.search(
        r"\bcore\s*(?:v\s*)?2\b|\bseldon\s*(?:v|core v)?\s*2\b|\bv2 (?:model|pipeline|experiment)\b|\bscv2\b|mlops\.seldon", lowered
    ):
        return "v2"
    if re.search(r"\bseldon\w*[^.\n]*\b(?:pipeline\w*|experiment\w*|eksperyment\w*)\b", lowered):
        return "v2"
    return "v1" if re.search(r"seldondeployment|\bcore\s*(?:v\s*)?1\b|\bseldon\s*(?:v|core v)?\s*1\b", lowered) else None


def release(text: str) -> str | None:
    """How a second version is tried out."""
    lowered = low(text)
    found = next((name for name, words in _RELEASES.items() if re.search(rf"(?<!\w)(?:{words})(?!\w)", lowered)), None)
    return found or ("canary" if _weights(lowered) else "ab" if re.search(r"\bek?sper[iy]ment\w*", lowered) else None)


_NEW = re.compile(
    r"(?:nowa wersj\w*|nowej wersji|new version|candidate|kandydat\w*|challenger\w*)[\s:=(]*(?:from|z|in|at|of|pod|to)?\s*$"
)


def _uris(text: str) -> tuple[str | None, str | None]:
    """The addresses of the first and the second version."""
    found = list(_URI.finditer(text))
    lowered = low(text)
    new = [bool(_NEW.search(lowered[: match.start()])) for match in found]
    if len(found) > 1:
        first, second = (1, 0) if new[0] and not new[1] else (0, 1)
        return found[first].group(), found[second].group()
    if not found:
        return None, None
    told_after = re.search(rf"(?<!\w)(?:{_SECOND})(?!\w)", lowered[: found[0].start()]) and _ADDING.search(lowered)
    of_second = told_after or new[0] and release(text)
    return (None, found[0].group()) if of_second else (found[0].group(), None)


def model_uri(text: str) -> str | None:
    """Where the model lies."""
    return _uris(text)[0]


def second_uri(text: str) -> str | None:
    """Where the second version lies."""
    return _uris(text)[1]


def _weights(lowered: str) -> tuple[int, int] | None:
    """ "90/10", "80% and 20%": two numbers that make 100."""
    pairs = re.finditer(
        r"(?<![\w./])(\d{1,2})\s*%?(?:\s+[a-z][\w-]*){0,2}?\s*(?:/|:|-|\bna\b|\bdo\b|\band\b|\bi\b|\boraz\b|\bto\b"
        r"|,)\s*(?:[a-z]\w*\s+)?(\d{1,2})\s*%?(?![\w.])",
        lowered,
    )
    return next(((int(match[1]), int(match[2])) for match in pairs if int(match[1]) + int(match[2]) == 100), None)


def traffic(text: str) -> int | None:
    """Percent for the second version: the smaller of two weights, or the only one that is told."""
    lowered = low(text)
    pair = _weights(lowered)
    if pair:
        return min(pair)
    if not re.search(rf"(?<!\w)(?:{_SECOND}|traffic|ruch\w*)(?!\w)", lowered):
        return None
    shares = [
        int(match[1]) for match in re.finditer(r"(?<![\w.])(\d{1,3})\s*(?:%|procent\w*|percent)(?!\s*(?:\w+\s+)?cpu)", lowered)
    ]
    return min(shares) if shares else None


def steps(text: str) -> list[str] | None:
    """The models that arrows join."""
    found = [slug(phrase, "-") for phrase in chain_in(text)]
    found = [re.sub(r"^(?:pipeline|model|modele|models|kroki|steps)-", "", one) for one in found]
    return found if len(found) > 1 else None
