"""CPU, memory and storage in a message: "requests 250m i 512Mi, limit 2Gi", "4 GB RAM", "pvc 20Gi"."""

import re
from dataclasses import dataclass

from generators.frame.saying import low

_MEMORY = re.compile(
    r"(?<![\w.,:/-])(\d+(?:[.,]\d+)?)\s?(ki|mi|gi|ti|[kmgt]b|[kmgt]ib|(?-i:[GMT])(?![a-zA-Z])|gig\w*|mega\w*|giga\w*)(?!\w)", re.I
)
_MILLI = re.compile(r"(?<![\w.,:-])(\d{2,5})m(?!\w)")
_CORES = re.compile(
    r"(?<![\w.,:/-])(\d+(?:[.,]\d+)?)\s*(?:v?cpus?|rdzen\w*|cores?|procesor\w*)(?!\w)"
    r"|(?<!seldon )(?<!-)\b(?:v?cpus?|cores?|rdzeni\w*|procesor\w*)(?:\s+(?:request\w*|limit\w*|to|na"
    r"|do))*\s*[:=]?\s*[\"']?(\d+(?:[.,]\d+)?)(?![\w.%]|\s*%|\s*procent)"
)
_PAIR = re.compile(r"(?<![\w.,:-])(\d+m|\d+(?:\.\d+)?)\s*(?:cpu\s*)?/\s*(\d+(?:\.\d+)?(?:Ki|Mi|Gi|Ti))", re.I)
_PART = re.compile(r"\b(request\w*|reques\w*|zada(?:n\w*|ny\w*)?|rezerw\w*|gwarant\w*)\b|\b(limit\w*)\b")
_TIMES = re.compile(r"(?:timeout|co|every|przez|for|interval|za|after|po|window|okno)\s+$")
_DISK = (
    r"pvc|persistentvolume\w*|persistent volume\w*|wolumen\w*|volum\w*|dysk\w*|disk\w*|storage|magazyn\w*|claim\w*"
    r"|przestrzen\w* dyskow\w*"
)
_DISK_BEFORE = re.compile(rf"\b(?:{_DISK})\b[^.;\n\d]{{0,40}}$")
_DISK_AFTER = re.compile(rf"\s*(?:of\s+|na\s+|dla\s+)?(?:\w+\s+)?(?:{_DISK})\b")
# From here on numbers belong to an autoscaler: "HPA 2-10 przy cpu 70".
_SCALER = re.compile(r"(?:\bhpa\b|autosc\w*|autosk\w*|horizontalpod\w*)[^.;\n]*?(?=requests?\b|limit|pamiec|memory|$|[.;\n])", re.M)
_UNITS = {"k": 1 / 1024, "m": 1.0, "g": 1024.0, "t": 1024.0 * 1024}


@dataclass(frozen=True)
class _Amount:
    at: int
    end: int
    what: str
    value: str


def cpu(text: str) -> str | None:
    """The CPU to request."""
    return _found(text).get(("cpu", "request"))


def cpu_limit(text: str) -> str | None:
    """The CPU to stop at."""
    return _found(text).get(("cpu", "limit"))


def memory(text: str) -> str | None:
    """The memory to request."""
    return _found(text).get(("memory", "request"))


def memory_limit(text: str) -> str | None:
    """The memory to stop at."""
    return _found(text).get(("memory", "limit"))


def storage(text: str) -> str | None:
    """The size of a volume."""
    return _found(text).get(("storage", "request"))


def _found(text: str) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    lowered = low(text)
    amounts = _amounts(text, lowered)
    parts = [(match.start(), match.end(), "request" if match[1] else "limit") for match in _PART.finditer(lowered)]
    trailing = _is_trailing(lowered, amounts, parts)
    told = [(amount, _parts_of(amount, parts, trailing)) for amount in amounts]
    for amount, of in sorted(told, key=lambda pair: len(pair[1])):  # what is told outright goes before what is only implied
        for part in of:
            found.setdefault((amount.what, part), amount.value)
    return found


def _parts_of(amount: _Amount, parts: list[tuple[int, int, str]], trailing: bool) -> tuple[str, ...]:
    """Whether an amount is requested or a limit; memory without a word for it is both, so that a pod gets what it was promised."""
    if amount.what == "storage":
        return ("request",)
    near = [part for part in parts if (part[0] >= amount.end if trailing else part[1] <= amount.at)]
    if near:
        return (near[0 if trailing else -1][2],)
    return ("request", "limit") if amount.what == "memory" else ("request",)


def _is_trailing(lowered: str, amounts: list[_Amount], parts: list[tuple[int, int, str]]) -> bool:
    """Whether the words stand behind what they speak of: "512Mi request, 1Gi limit"."""
    own = [amount for amount in amounts if amount.what != "storage"]
    if not own or not parts or parts[0][0] < own[0].at:
        return False
    between = lowered[own[0].end : parts[0][0]]
    return not re.search(r"[,;.\n]", between) and len(between) < 30


def _amounts(text: str, lowered: str) -> list[_Amount]:
    found = [_Amount(*match.span(1), "cpu", match[1]) for match in _PAIR.finditer(text)]
    found += [_Amount(*match.span(2), "memory", _size(match[2])) for match in _PAIR.finditer(text)]
    for match in _MEMORY.finditer(text):
        what = "storage" if _is_disk(lowered, match.start(), match.end()) else "memory"
        found.append(_Amount(*match.span(), what, _size(match.group())))
    scaled = [match.span() for match in _SCALER.finditer(lowered)]
    for match in _CORES.finditer(lowered):
        if not any(start <= match.start() < end for start, end in scaled) and "disk" not in match.group():
            found.append(_Amount(*match.span(), "cpu", (match[1] or match[2]).replace(",", ".")))
    for match in _MILLI.finditer(lowered):
        if not _TIMES.search(lowered[: match.start()]):
            found.append(_Amount(*match.span(), "cpu", match.group()))
    return sorted(_apart(found), key=lambda amount: amount.at)


def _apart(found: list[_Amount]) -> list[_Amount]:
    """Those that do not stand inside another that was found before them."""
    kept: list[_Amount] = []
    for one in found:
        if all(one.end <= other.at or one.at >= other.end for other in kept):
            kept.append(one)
    return kept


def _is_disk(lowered: str, start: int, end: int) -> bool:
    before = _DISK_BEFORE.search(lowered[max(0, start - 60) : start])
    if before and not re.search(r"pamiec|memory|ram\b|limit|request", before.group()):
        return True
    return bool(_DISK_AFTER.match(lowered[end : end + 40]))


def _size(said: str) -> str:
    """A size in the notation of Kubernetes: "2 GB" is 2Gi, "1.5Gi" is 1536Mi, and an exact "2G" stays what it is."""
    exact = re.fullmatch(r"(\d+)(Ki|Mi|Gi|Ti)", said)
    if exact:
        return said
    parts = re.match(r"(\d+(?:[.,]\d+)?)\s?([a-zA-Z])", said)
    assert parts, said
    megabytes = float(parts[1].replace(",", ".")) * _UNITS[parts[2].lower()]
    if megabytes < 1:
        return f"{int(megabytes * 1024)}Ki"
    return f"{int(megabytes) // 1024}Gi" if megabytes % 1024 == 0 else f"{int(megabytes)}Mi"
