"""What a request says of the machines of a playbook and who works on them."""

import re

from generators.frame import values
from generators.frame.grammar import form_of
from ingest import fold


def _low(text: str) -> str:
    return fold(text.lower())


_GROUP = re.compile(
    r"(?:\bgroups?\s+(?:called |named |of )?|\bgrup(?:y|ie|a|e|ą)?\s+(?:o nazwie |hostow |serwerow )?|\bhosts?\s*:\s*"
    r"|\bhosts (?:of|in) (?:the )?(?:group )?)"
    r"[\"'`]?([a-z][a-z0-9_]*)"
)
_GROUP_BEFORE = re.compile(
    r"\b(?:on|na|for|dla)\s+(?:the |all |our |wszystkich )?(?:group |grupie |grupy )?([a-z][a-z0-9_]*)[ -](?:group|hosts"
    r"|servers|machines|nodes)\b"
)
_NOT_GROUPS = frozenset(
    "of the and with i z with hosts host docker sudo two three dwa trzy all wszystkie web_servers_ these those linux ubuntu"
    " debian remote target new our inventory".split()
)


def group_in(text: str) -> str | None:
    """The group that the playbook is for."""
    low = _low(text)
    groups = _all_groups(text)
    if groups:
        return next(iter(groups))
    for pattern in (_GROUP, _GROUP_BEFORE):
        for match in pattern.finditer(low):
            before = low[max(0, match.start() - 18) : match.start()]
            if match[1] not in _NOT_GROUPS and not re.search(r"\b(?:docker|sudo|unix|system|to the|do) $", before):
                return match[1]
    return None


_RANGE = re.compile(
    r"(?<![\w.-])([a-z][a-z-]*?-?)(\d+)((?:\.[a-z0-9-]+)*)\s*(?:-|–|\.\.+|to|do|through|thru"
    r"|az do)\s*\1(\d+)((?:\.[a-z0-9-]+)*)(?![\w.-]*\w)"
)
_BRACKETS = re.compile(r"(?<![\w.-])[a-z][a-z0-9-]*\[\d+:\d+\](?:\.?[a-z0-9-]+)*")
_ADDRESS = re.compile(r"(?<![\w./-])\d{1,3}(?:\.\d{1,3}){3}(?![\w./]*\w)")
_NUMBERED = re.compile(r"(?<![\w./:@-])([a-z][a-z]*-?\d{1,3})(?![\w./:-]*\w)")
_NO_MACHINES = re.compile(
    r"(?:python|py|ubuntu|debian|cuda|v|t|m|g|p|c|r|php|node|ec|s|k8s|b|step|krok|port|http|ipv|utf|md|sha|rhel|k|mlflow"
    r"|postgres)-?\d+$"
)
_FILE_ENDING = re.compile(r"\.(?:py|ya?ml|git|env|ini|cfg|conf|service|j2|json|txt|sh|toml|pub|deb|log|example)$")
_CONTEXT = re.compile(
    r"\b(?:hosts?|hosty|hostach|machines?|maszyn\w*|servers?|serwer\w*|nodes?|wezl\w*|wezel|inventory|inwentarz\w*|vms?)\b"
)


def machines_in(text: str) -> list[str] | None:
    """Machines by name, address or range."""
    groups = _all_groups(text)
    if groups:
        return next(iter(groups.values()))
    bare = re.sub(r"\S+://\S+|\S+@\S+|[:;,](?=\s|$)", " ", _low(text))
    found: dict[str, int] = {match.group(): match.start() for match in _BRACKETS.finditer(bare)}
    for match in _RANGE.finditer(bare):
        ending = match[5] or match[3]
        found[f"{match[1]}[{match[2]}:{match[4]}]{ending}"] = match.start()
    rest = _RANGE.sub(" ", _BRACKETS.sub(" ", bare))
    for match in [*re.finditer(form_of(values.Hostname), rest), *_ADDRESS.finditer(rest)]:
        if not _FILE_ENDING.search(match.group()):
            found.setdefault(match.group(), bare.find(match.group()))
    if _CONTEXT.search(bare):
        for match in _NUMBERED.finditer(rest):
            if not _NO_MACHINES.fullmatch(match[1]) and not any(match[1] in name for name in found):
                found[match[1]] = bare.find(match[1])
    return sorted(found, key=lambda name: found[name]) or None


_GROUPS = re.compile(
    r"\b(?:group|grup\w+)?\s*[\"'`]?([a-z][a-z0-9_]*)[\"'`]?\s*[:=(]\s*((?:[a-z0-9][a-z0-9.-]*\d[a-z0-9.-]*"
    r"|[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:\s*(?:,|and|i|oraz)\s*(?:[a-z0-9][a-z0-9.-]*\d[a-z0-9.-]*|[a-z0-9-]+(?:\.[a-z0-9-]+)+))*)"
)


def _all_groups(text: str) -> dict[str, list[str]]:
    bare = re.sub(r"\S+://\S+", " ", _low(text))
    if not re.search(r"\b(?:groups|grup\w+|inventory|inwentarz\w*)\b", bare):
        return {}
    found = {}
    for match in _GROUPS.finditer(bare):
        if match[1] not in ("hosts", "inventory", "port", "ports", "groups", "on", "na"):
            found[match[1]] = [machine for machine in re.split(r"\s*(?:,|\band\b|\bi\b|\boraz\b)\s*", match[2]) if machine]
    return found if len(found) > 1 else {}


def groups_in(text: str) -> list[str] | None:
    """Further groups with their machines: "groups gpu (gpu-1, gpu-2) and web (web-1)"; the first is the playbook's own."""
    groups = _all_groups(text)
    own = group_in(text)
    return [f"{name}={','.join(machines)}" for name, machines in groups.items() if name != own] or None


def remote_user_in(text: str) -> str | None:
    """The user for SSH."""
    named = re.search(r"\b(?:user|uzytkownik\w*)\s+(?:ssh|zdaln\w+)\s*[:=]?\s*([a-z_][a-z0-9_-]*)", _low(text))
    if named:
        return named[1]
    match = re.search(
        r"\b(?:ssh|remote|connect\w* as|laczy\w* sie jako|login|zaloguj\w*|ansible)[ _](?:user |uzytkownik\w* |as "
        r"|jako )?(?:user |uzytkownik\w* |jako )?[\"'`:]?([a-z_][a-z0-9_-]*)",
        _low(text),
    )
    common = (
        "user uzytkownik key keys klucz port na do i and playbook with to access for the as jako in w z from via po project"
        " role inventory lint"
    ).split()
    return match[1] if match and match[1] not in common and re.search(r"user|jako|\bas\b|uzytk", match.group()) else None


def serial_in(text: str) -> int | None:
    """How many machines at a time: "one at a time", "po dwie maszyny"."""
    low = _low(text)
    if re.search(
        r"\bone (?:host |machine |server |node )?(?:at a time|by one|after another)|\bpo jedn\w+|\bjed(?:en|na) po drugi\w+"
        r"|\bpojedynczo|\bserial:? 1\b",
        low,
    ):
        return 1
    match = re.search(
        r"\b(?:serial|po|batches of)\s*:?\s*(\d+|dw\w+|trzy|two|three)(?!\s*(?:min|sek|godz|h\b|s\b|razy))(?=\s*(?:maszyn"
        r"|serwer|host|machine|server|naraz|$|,|\.))|\b(\d+|two|three)\s+(?:hosts?|machines?|servers?|nodes?)?\s*at a time",
        low,
    )
    if not match:
        return None
    said = match[1] or match[2]
    return int(said) if said.isdigit() else 3 if said.startswith("t") and said != "two" else 2
