"""From words to the index and its lifecycle."""

import re
from typing import Any

from generators.frame.spoken import durations, plain, seconds_of

_TYPES = {
    "keyword": r"keyword|slowo kluczowe",
    "text": r"text|tekst\w*",
    "date": r"date|data|timestamp|czas",
    "long": r"long|int|integer|liczba calkowita|calkowit\w*",
    "float": r"float|double|number|liczba|zmiennoprzecinkow\w*",
    "boolean": r"bool|boolean|logiczn\w*",
    "ip": r"ip",
    "flattened": r"flattened|object|obiekt",
}
_MAPPED = re.compile(
    r"(?<![\w./-])([A-Za-z@][\w.]*)\s*(?::|=|\s+(?:as|jako|of type|typu|type)\s+|\s+\(|\s)\s*(keyword|text|tekst|date|data"
    r"|long|int|integer|float|double|bool|boolean|ip|flattened)\b",
    re.I,
)
_NOT_FIELDS = {
    "type",
    "typu",
    "field",
    "fields",
    "pole",
    "pola",
    "as",
    "jako",
    "is",
    "and",
    "i",
    "the",
    "a",
    "with",
    "z",
    "of",
    "plain",
    "log",
    "logi",
    "logs",
    "full",
    "http",
    "tcp",
    "mapping",
}
_PHASES = {
    "delete": r"\bdelet\w*|\bremov\w*|\busuw\w*|\busun\w*|\bkasow\w*|\bkasuj\w*|\bretention\w*|\bretencj\w*|\bkeep\w*|\bkept"
    r"|\btrzym\w*|\bprzechow\w*|\bexpire\w*|\bstore[ds]? for",
    "warm": r"\bwarm\b|\bciepl\w*",
    "cold": r"\bcold\b|\bzimn\w*",
    "rollover": r"\brollover\w*|\brotat\w*|\brotac\w*|\brolowan\w*|\bnowy indeks",
}


_BARE_CHANGE = re.compile(r"(?:a teraz |teraz |now )?(?:zmien|ustaw|make|change|set|zrob)\w*\b.{0,15}\d")
_NOT_INDICES = set(
    "template templates lifecycle policy dla for with pattern patterns name patternem and oraz the per per_day daily dzienny "
    "dzienne day settings management"
    " szablon elasticsearch from every ktory that nazwa".split()
)


def index_in(text: str) -> str | None:
    """The name of the index or data stream."""
    cues = (
        r"\b(?:indeks\w*|index|data stream|strumie\w+ danych)\s*(?:name|o nazwie|called|named|nazywa sie|do|na"
        r"|to)?\s*[:=]?\s*[\"'`„]?"
    )
    for match in re.finditer(cues + r"([a-z][a-z0-9._]*(?:-[a-z0-9*._]+)+|(?<=[\"'`„])[a-z][a-z0-9._-]*)", plain(text)):
        name = re.sub(r"-?[*%].*$", "", match[1]).strip("-._*")
        if name and name not in ("template", "lifecycle"):
            return name
    plainly = re.search(r"\b(?:indeks\w*|index)\s+(?:o nazwie |called |named |na |to |do )?([a-z][a-z0-9_]{2,})\b", plain(text))
    if plainly and plainly[1] not in _NOT_INDICES:
        return plainly[1]
    pattern = re.search(r"(?<![\w/.-])([a-z][a-z0-9]*(?:-[a-z0-9]+)*)-\*", plain(text))
    return pattern[1] if pattern else None


def mapped_in(text: str) -> list[dict[str, Any]] | None:
    """Fields with their types: "latency_ms float, user_id as keyword"."""
    if not re.search(r"template|szablon|mapping|mapowan|field|pol[aei]\b|typ", plain(text)):
        return None
    found = {}
    for name, kind in _MAPPED.findall(text):
        known = next((known for known, pattern in _TYPES.items() if re.fullmatch(pattern, plain(kind))), None)
        if known and name.lower() not in _NOT_FIELDS:
            found[name] = known
    return [{"name": name, "type": kind} for name, kind in found.items()] or None


def delete_in(text: str) -> str | None:
    """The age at which data is deleted; a change that names only a time means this one."""
    low = plain(text)
    spans = [one for one in durations(text) if seconds_of(one.value) >= 86400]
    if len(spans) == 1 and _BARE_CHANGE.match(low) and not any(re.search(pattern, low) for pattern in _PHASES.values()):
        return _in_days(spans[0].value)
    return _age(text, "delete")


def warm_in(text: str) -> str | None:
    """The age at which data becomes warm."""
    return _age(text, "warm")


def cold_in(text: str) -> str | None:
    """The age at which data becomes cold."""
    return _age(text, "cold")


def rollover_age_in(text: str) -> str | None:
    """The age at which a new index begins."""
    return _age(text, "rollover")


def rollover_size_in(text: str) -> str | None:
    """The size at which a new index begins; memory is spoken of in other words."""
    match = re.search(r"(?<![\w.])(\d+) ?(mb|gb|tb)\b", plain(text))
    return f"{match[1]}{match[2]}" if match and re.search(_PHASES["rollover"] + r"|\bilm\b|shard", plain(text)) else None


def _age(text: str, phase: str) -> str | None:
    """The duration of the clause in which the phase stands."""
    low = plain(text)
    for cue in re.finditer(_PHASES[phase], low):
        others = [match.start() for name, pattern in _PHASES.items() if name != phase for match in re.finditer(pattern, low)]
        after = min((at for at in others if at > cue.end()), default=len(low))
        before = max((at for at in others if at < cue.start()), default=0)
        spans = [one for one in durations(text) if before <= one.start < after and seconds_of(one.value) >= 3600]
        near = sorted(spans, key=lambda one: one.start - cue.end() if one.start >= cue.end() else cue.start() - one.end + 15)
        if near and abs(near[0].start - cue.start()) < 60:
            return _in_days(near[0].value)
    return None


def _in_days(value: str) -> str:
    whole = seconds_of(value)
    return f"{int(whole // 86400)}d" if whole % 86400 == 0 else f"{int(whole // 3600)}h"
