"""What an alert is about, by the words of a request."""

import re
from dataclasses import dataclass

from generators.frame.spoken import plain

_KINDS = {
    "gpu-memory": r"gpu[ -]memory|memory of (?:the )?gpus?|vram|pamie\w* (?:na )?(?:gpu|kart\w*|graficzn\w*)",
    "down": r"\bdown\b|not respond\w*|does ?n[o']t (?:respond|answer)|unreachable|unavailab\w*|nie (?:odpowiada|dziala"
    r"|zyje)\w*|niedostepn\w*"
    r"|\bpadn\w+|\bpad[lł]\w*|\bpada\b|\blezy\b|\bup ?== ?0|\bis dead|\bdies\b|\bdisappear\w*|\bzniknie|\bwylaczy sie",
    "silence": r"\bno (?:traffic|requests|predictions)|(?:brak\w*|zero|nie ma|zadnych) (?:ruchu|predykcji|zapytan|zadan|requestow)"
    r"|\bzero (?:traffic|requests|predictions)",
    "traffic": r"(?:traffic|requests?|predictions?)\s+(?:\w+\s+)?(?:drop|fall|decreas)\w*|drop in (?:traffic|requests|predictions)"
    r"|spad\w* (?:ruchu|liczby \w+|zapytan)|(?:ruch\w*|liczba zapytan|liczba predykcji) (?:spad\w*|maleje)",
    "latency": r"latenc\w*|opozni\w*|czas\w* odpowiedzi|response times?|inference time|czas\w* (?:inferencji|predykcji)"
    r"|\bp(?:50|75|9[059])\b"
    r"|quantile|kwantyl\w*|percentyl\w*|\bslow\b|woln\w+ odpowied\w*|lagi?\b",
    "errors": r"error[ -]?(?:rate|ratio)s?|errors?\b|\b5xx\b|bled\w*|blad\w*|failed (?:requests|predictions)|http 500|failure rate",
    "drift": r"\bdrift\w*|\bpsi\b|\bdryf\w*",
    "batch": r"batch\w* (?:job|late|run)|last success\w*|ostatni\w* sukces\w*|job (?:is )?late|(?:training|retraining"
    r"|trening\w*|job|scoring\w*)"
    r" (?:has not|hasn'?t|did not|didn'?t|nie) (?:\w+ )?(?:succe\w*|run\b|finish\w*|zakoncz\w*|uda\w*|wykon\w*|przesz\w*)|nie "
    r"zakonczyl\w*"
    r" sie sukcesem",
    "stale": r"\bstale\b|model\w* (?:is |jest )?(?:older|too old|star\w+|przestarzal\w*|nieaktualn\w*)|(?:old|outdated"
    r"|przestarzal\w*|star\w) model\w*"
    r"|not (?:been )?(?:retrained|refreshed|updated)|starszy niz|wiek\w* modelu|age of the model|model age|nie byl "
    r"(?:trenowany|odswiez\w*)",
    "gpu": r"\bgpu\b|\bkart\w* graficzn\w*",
    "disk": r"\bdis[ck]s?\b|\bdysk\w*|filesystem\w*|\bmiejsc\w* na dysku",
    "memory": r"\bmemory\b|\bram\b|\bramu\b|\bpamie\w*",
    "cpu": r"\bcpu\b|\bprocesor\w*",
    "restarts": r"\brestart\w*|crash ?loop\w*|crashing\b|\boomkill\w*",
    "certificate": r"certificat\w*|certyfikat\w*|\btls\b",
    "watchdog": r"watchdog\w*|dead ?man\w*",
}
_METRIC = (
    r"(?<![\w/.-])(?P<name>[a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?:\{[^}]*\})?\s*(?:metric |is |goes |falls |drops |rises |jest "
    r"|spadnie |wzrosnie |bedzie"
    r" |przekracza\w* |exceed\w* |=)*\s*(?:>=?|<=?|above|below|over|under|powyzej|ponizej|ponad|przekr\w+|exceeds|mniejsz\w* niz"
    r"|wieksz\w* niz|less than|more than|greater than|lower than|higher than)"
)
_BELOW_WORDS = r"model_accuracy|accurac\w*|dokladnos\w*|\bauc\b|\bf1\b"


@dataclass(frozen=True)
class Found:
    """What was found, and where."""

    about: str
    start: int
    end: int
    metric: str | None = None


def kinds_in(text: str) -> list[Found]:
    """What a text speaks of, in its order; the longer name wins where two overlap ("gpu memory" is not memory)."""
    low = plain(text)
    found = [Found(about, *match.span()) for about, pattern in _KINDS.items() for match in re.finditer(pattern, low)]
    found += [Found("metric", match.start(), match.end("name"), match["name"]) for match in re.finditer(_METRIC, low)]
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)
