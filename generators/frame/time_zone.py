"""Time zones, by their IANA names; a list, because a machine without tzdata knows none."""

import re
from typing import Annotated

from generators.frame.grammar import Grammar
from generators.frame.spoken import plain

_ZONES = (
    "UTC",
    "Europe/(?:Amsterdam|Athens|Berlin|Brussels|Bucharest|Budapest|Copenhagen|Dublin|Helsinki|Istanbul|Kyiv|Lisbon|London|Madrid"
    "|Oslo|Paris|Prague|Riga|Rome|Sofia|Stockholm|Tallinn|Vienna|Vilnius|Warsaw|Zurich)",
    "America/(?:Argentina/Buenos_Aires|Bogota|Chicago|Denver|Los_Angeles|Mexico_City|New_York|Sao_Paulo|Toronto|Vancouver)",
    "Asia/(?:Bangkok|Dubai|Hong_Kong|Jakarta|Jerusalem|Kolkata|Seoul|Shanghai|Singapore|Tokyo)",
    "Africa/(?:Cairo|Johannesburg|Lagos|Nairobi)",
    "Australia/(?:Melbourne|Perth|Sydney)",
    "Pacific/Auckland",
)
TimeZone = Annotated[
    str,
    Grammar(
        "|".join(_ZONES),
        "must be the IANA name of a time zone such as Europe/Warsaw or UTC",
        "musi być nazwą strefy czasowej IANA, na przykład Europe/Warsaw lub UTC",
        find=rf"(?<![\w/])(?:{'|'.join(_ZONES)}|(?:Europe|America|Asia|Africa|Australia|Pacific)/\w+)(?![\w/])",
        longest=40,
    ),
]
_SPOKEN = (
    (
        r"\b(?:czas\w* (?:polski\w*|warszawski\w*|lokaln\w*|srodkowoeuropejski\w*)|polish time|warsaw(?: time)?|warszaw\w+|poland\b"
        r"|naszego czasu|cet\b|cest\b)",
        "Europe/Warsaw",
    ),
    (r"\b(?:utc|gmt)\b", "UTC"),
    (r"\b(?:london|londyn\w*|uk time)\b", "Europe/London"),
    (r"\b(?:berlin\w*|german time)\b", "Europe/Berlin"),
    (r"\b(?:new york|eastern time|nowy jork|nowojorsk\w*)\b", "America/New_York"),
    (r"\bpacific time\b", "America/Los_Angeles"),
)


def time_zone_in(text: str) -> str | None:
    """The zone that a message names or describes: "czasu polskiego" is Europe/Warsaw."""
    grammar: Grammar = TimeZone.__metadata__[0]  # type: ignore[attr-defined]
    written = re.search(grammar.find or "", text)
    if written:
        return written.group()
    low = plain(text)
    return next((zone for pattern, zone in _SPOKEN if re.search(pattern, low)), None)
