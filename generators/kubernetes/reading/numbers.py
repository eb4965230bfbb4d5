"""Counts in a message: replicas, ranges of an autoscaler, GPUs, times."""

import re

from generators.frame.saying import low, says
from generators.frame.spoken import duration_near, seconds_of

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "jedna": 1, "jeden": 1, "jedno": 1, "jednej": 1, "jednym": 1, "dwa": 2, "dwie": 2, "dwoch": 2, "dwoma": 2,
    "trzy": 3, "trzech": 3, "trzema": 3, "cztery": 4, "czterech": 4, "piec": 5, "pieciu": 5, "szesc": 6, "szesciu": 6,
    "siedem": 7, "osiem": 8, "dziewiec": 9, "dziesiec": 10, "dziesieciu": 10,
}  # fmt: skip
NUMBER = rf"-?\d+|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
_PODS = r"(?:replik\w*|replicas?|pody|podow|podami|podach|pods?|instanc\w*|kopi\w*|copies|copy)"
_LINK = r"\s*(?:[:=(]|to|do|na|is|are|of|wynosi|at|w liczbie|ustaw\w*|=\s*)?\s*"
_SCALING = r"(?:\bhpa\b|autosc\w*|autosk\w*|auto-?scal\w*|\bscal(?:e|es|ing)\b|skalow\w*|skaluj\w*|horizontal\w*)"
_BETWEEN = re.compile(
    rf"(?:\b(?:od|from|between|miedzy|pomiedzy)\s+)?(?<![\w.:/-])({NUMBER})\s*(?:-|–|—|\.\.|\bto\b|\bdo\b|\band\b"
    rf"|\ba\b|\bi\b)\s*({NUMBER})(?![\w.%:]|\s*%)"
)
_ENVIRONMENT = r"(?:dev\w*|test\w*|stag\w*|uat|preprod\w*|prod\w*)"
_LEAST = re.compile(
    rf"\b(?:minreplicas|min\w*|co najmniej|at least|least)\.?(?:\s+(?:to|is|liczba|number of"
    rf"|{_PODS}))*\s*[:=]?\s*({NUMBER})(?!\w|\s*%)"
)
_MOST = re.compile(
    rf"\b(?:maxreplicas|max\w*|maks\w*|up to|at most|co najwyzej|most)\.?(?:\s+(?:to|is|liczba|number of"
    rf"|{_PODS}))*\s*[:=]?\s*({NUMBER})(?!\w|\s*%)"
)

_OF_ENVIRONMENT = re.compile(
    rf"\b{_ENVIRONMENT}\b[\s:=(-]*(?:\w+\s+)?(?:{NUMBER})\s*{_PODS}|(?:{NUMBER})\s*{_PODS}\s+(?:na|in|on|w|dla"
    rf"|for)\s+{_ENVIRONMENT}\b"
)


def number(text: str) -> int:
    """A number in digits or as a word."""
    return _WORDS[text] if text in _WORDS else int(text)


def replicas(text: str) -> int | None:
    """How many pods a workload is to have; an autoscaler's numbers are none of that."""
    lowered = low(text)
    for match in reversed(list(_ranges(lowered))):
        lowered = lowered[: match.start()] + " " * (match.end() - match.start()) + lowered[match.end() :]
    for pattern in (
        _LEAST,
        _MOST,
        *(
            (_OF_ENVIRONMENT,)
            if re.search(r"kustomiz|overlay|nakladk|values-|srodowisk|environment|plik\w* values|values (?:for|dla)", lowered)
            else ()
        ),
    ):
        lowered = pattern.sub(lambda match: " " * len(match.group()), lowered)
    after = re.search(rf"\b{_PODS}{_LINK}({NUMBER})(?![\w.:/-])", lowered)
    before = re.search(rf"(?<![\w.:/-])({NUMBER})\s*(?:x\s+)?(?:[a-z]+\s+)?{_PODS}(?!\w)", lowered)
    found = before or after
    if before and after and after.start() < before.start():
        found = after
    return number(found[1]) if found else None


def least(text: str) -> int | None:
    """The fewest replicas of an autoscaler: "min 2", "from 2 to 10"."""
    return _bound(text, 0, _LEAST)


def most(text: str) -> int | None:
    """The most replicas of an autoscaler."""
    return _bound(text, 1, _MOST)


def _bound(text: str, side: int, pattern: re.Pattern[str]) -> int | None:
    lowered = low(text)
    span = next(iter(_ranges(lowered)), None)
    if span:
        return number(span.groups()[side])
    alone = pattern.search(lowered)
    if alone and (re.search(rf"{_SCALING}|{_PODS}", lowered) or _LEAST.search(lowered) and _MOST.search(lowered)):
        return number(alone[1])
    return None


def _ranges(lowered: str) -> list[re.Match[str]]:
    """ "2 to 10 replicas", "hpa 2-10": two numbers that speak of pods or of scaling."""
    found = []
    for match in _BETWEEN.finditer(lowered):
        before, after = lowered[max(0, match.start() - 60) : match.start()], lowered[match.end() :]
        if re.match(rf"\s*(?:x\s+)?{_PODS}", after) or re.search(rf"(?:{_SCALING}|{_PODS})[^.;\n]*$", before):
            found.append(match)
    return found


def cpu_percent(text: str) -> int | None:
    """The share of CPU that an autoscaler aims at."""
    return _percent(text, r"cpu|procesor\w*|obciazeni\w*|utilization")


def memory_percent(text: str) -> int | None:
    """The share of memory that an autoscaler aims at."""
    return _percent(text, r"pamiec\w*|pamieci|memory|ram\w*")


def _percent(text: str, words: str) -> int | None:
    lowered = low(text)
    before = re.search(rf"(\d+)\s*(?:%|procent\w*|percent)\s*(?:\w+\s+){{0,2}}?(?:{words})\b", lowered)
    after = re.search(rf"\b(?:{words})\b[^\d.;,\n]{{0,40}}?(\d+)\s*(?:%|procent\w*|percent)", lowered)
    bare = re.search(rf"{_SCALING}[^.;\n]*\b(?:{words})\s*[:=>@]?\s*(\d{{2,3}})(?![\w.]|\s*%)", lowered)
    found = before or after or bare
    return int(found[1]) if found else None


_CARDS = r"(?:(?:nvidia\s+)?gpu\w*|kart\w* graficzn\w*|nvidia\.com/gpu|nvidia|cuda|a100\w*|h100\w*|l40s?|v100)"


def gpus(text: str) -> int | None:
    """How many GPUs a pod needs: one when only the word stands there, none when it is refused."""
    said = says(_CARDS, text)
    if said is None:
        return None
    lowered = low(text)
    before = re.search(rf"(?<![\w.:/-])({NUMBER})\s*(?:x\s*)?(?:[a-z]+\s+)?{_CARDS}(?!\w)", lowered)
    after = re.search(rf"{_CARDS}\s*[:=x]\s*[\"']?(\d+)(?![\w.])", lowered)
    found = before or after
    return number(found[1]) if found and said else int(said)


def deadline(text: str) -> int | None:
    """The seconds after which a Job is given up."""
    found = duration_near(
        text, r"activedeadline\w*|deadline\w*|limit czasu|limitem czasu|timeout\w*|at most|najwyzej|maksymaln\w*|maks\w*|max\w*"
    )
    return int(seconds_of(found)) or None if found else None
