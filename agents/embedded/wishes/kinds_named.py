"""Which kinds of files a message names."""

import re
from dataclasses import dataclass

from agents.embedded.wishes.cues import folded, found
from generators import load, names

_JOINING = re.compile(
    r"(?:^|[+,;&:(\n-]|\b(?:and|oraz|i|plus|a takze|also|then|potem|with|z|ze|along with|wraz z|jak i|tez)\b)\s*(?:(?:an?|the"
    r"|also|jeszcze|tez|takze|plik|file|do tego|simple|small|prosty|prosta|proste|maly|matching|pasujacy|to)\s+){0,2}$"
)
_TOGETHER = re.compile(
    r"\b(?:zestaw\w*|komplet\w*|set of|bundle|stack|spojn\w*|consistent|everything|wszystko|whole project|caly projekt"
    r"|calego projektu|full project|end.to.end|od a do z|from scratch|szkielet|starter|boilerplate)\b"
)
_CLAUSE = re.compile(
    r"\b(?:that|which|who|where|so that|to run|running|runs?|using"
    r"|ktor[yaeo]\w*|zeby|aby|gdzie|odpala\w*|uruchamia\w*|robi\w*|uzywa\w*)\b"
)
_STACK = "stack"
_NAMED_AS_THE_FILE = {"compose", "dockerfile", "jenkinsfile"}


@dataclass(frozen=True)
class Named:
    """A kind, and where in the message its name stands."""

    kind: str
    start: int
    end: int


def kinds_named(message: str) -> list[Named]:
    """The kinds that a message wants, in its order; file nouns first, tools' own names only when there is no file noun.

    Of several nouns, the later ones count when they are joined to the list ("Dockerfile + compose and prometheus.yml") or the
    message speaks of a set; "a workflow that builds the Dockerfile" is one kind.
    """
    text = folded(message)
    named = _longest([Named(kind, *span) for kind in names() for span in found(load(kind).cues, text)])
    if not named:
        about = _longest([Named(kind, *span) for kind in names() for span in found(load(kind).about, text)])
        return about[:1]
    covered = {kind for one in named for kind in load(one.kind).covers}
    named = [one for one in named if one.kind not in covered]
    together = bool(_TOGETHER.search(text)) or any(one.kind == _STACK for one in named)
    wanted = [one for at, one in enumerate(named) if at == 0 or together or _is_joined(text, named[0], one)]
    kinds = _first_of_each(wanted)
    # "A project with a Dockerfile and a workflow" names its parts; "a project" alone gets the usual ones.
    return [one for one in kinds if one.kind != _STACK] if len(kinds) > 1 else kinds


def _is_joined(text: str, first: Named, later: Named) -> bool:
    """Part of the list of nouns; what a clause about the first one names ("który odpala ruff i pytest") is not.

    Nor is a tool that the first file is to have: "compose: mlflow and postgres".
    """
    bare = text[later.start : later.end] == later.kind and later.kind not in _NAMED_AS_THE_FILE
    return not bare and bool(_JOINING.search(text[: later.start])) and not _CLAUSE.search(text[first.end : later.start])


def _longest(named: list[Named]) -> list[Named]:
    """In the message's order; where names overlap the longer one is meant ("kubernetes cronjob" is not cron)."""
    kept: list[Named] = []
    for one in sorted(named, key=lambda n: (n.start - n.end, n.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda n: n.start)


def _first_of_each(named: list[Named]) -> list[Named]:
    seen: set[str] = set()
    return [one for one in named if not (one.kind in seen or seen.add(one.kind))]  # type: ignore[func-returns-value]
