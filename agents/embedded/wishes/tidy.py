"""Quantities as people write them, in the notation of the field: "2 GB" is 2Gi, "10 minut" is 10m."""

import re

from generators import Grammar, values

_MEMORY = {"k": "Ki", "m": "Mi", "g": "Gi", "t": "Ti"}
_TIMES = {"ms": "ms", "s": "s", "m": "m", "h": "h", "g": "h", "d": "d"}


def tidied(value: str, grammar: Grammar) -> str:
    """The value in the notation that its grammar wants; anything else as it is."""
    if grammar is _grammar(values.Memory):
        return re.sub(r"^(\d+) ?([KMGTkmgt])([iI]?)[bB]?$", lambda m: m[1] + _MEMORY[m[2].lower()], value)
    if grammar is _grammar(values.Duration):
        return re.sub(r"^(\d+) ?(ms|[a-z])[\w]*$", lambda m: m[1] + _TIMES.get(m[2], m[2]), value.lower())
    return value


def _grammar(annotated: object) -> Grammar | None:
    metadata = getattr(annotated, "__metadata__", ())
    return next((item for item in metadata if isinstance(item, Grammar)), None)
