"""Polish endings that change the stem, which a stemmer does not see: "klaster" is "na klastrze", "paczka" is "w paczce"."""

import re

# Where a noun's dictionary form ends so, its other forms may end so. Who is no such noun gets forms that nobody writes.
_CHANGES = (
    (r"(?<=[^\Waeiouyąęó])e([rłlnk])$", (r"\1", r"\1a", r"\1y", r"\1ze")),
    (r"(?<=[^\Waeiouyąęó])(?:i?e)([cń])$", (r"\1a", r"\1e")),
    (r"(?<=[^\Waeiouyąęó])k([ao])$", ("ek", "ce")),
    (r"ka$", ("ce",)),
    (r"ga$", ("dze",)),
    (r"cha$", ("sze",)),
    (r"st[ao]?$", ("ście",)),
    (r"(?<!s)t[ao]?$", ("cie",)),
    (r"d[ao]?$", ("dzie",)),
    (r"r[ao]?$", ("rze",)),
    (r"ł[ao]?$", ("le",)),
    (r"óg$", ("ogu", "ogi")),
    (r"ób$", ("obu", "oby")),
    (r"ół$", ("ołu", "oły")),
    (r"ód$", ("odu", "ody")),
    (r"ór$", ("oru", "orze", "ory")),
    (r"ąd$", ("ędu", "ędzie", "ędy")),
    (r"ąz$", ("ęzu", "ęzie", "ęzy")),
    (r"ąg$", ("ęgu", "ęgi")),
    (r"ąb$", ("ębu", "ęby")),
)
_CHANGING = tuple((re.compile(ending), forms) for ending, forms in _CHANGES)


def changed_forms(noun: str) -> list[str]:
    """Forms of a Polish noun (lower case) whose stem may differ from that of the dictionary form."""
    return list(dict.fromkeys(ending.sub(form, noun) for ending, forms in _CHANGING if ending.search(noun) for form in forms))
