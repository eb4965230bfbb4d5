"""Variables and secrets in a message."""

import re

from generators.frame.saying import low, says

_PAIR = re.compile(r"(?<![\w-])([A-Z][A-Z0-9_]*)\s?=\s?(?:\"([^\"]*)\"|'([^']*)'|([^\s,;)]+))")
_COLON = re.compile(
    r"(?<![\w-])([A-Z][A-Z0-9]*_[A-Z0-9_]+)\s*(?::|\bna\b|\bto\b|\bset to\b|\bo wartosci\b|\bo wartości\b"
    r"|\bequal to\b)\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s,;)]+))"
)
_SECRET = re.compile(
    r"(?<!\w)secret(?:['’]?(?:u|em|a|ie|ow|y|s))?\s*(?:o nazwie|named|called|[:=]|is"
    r"|to)?\s*[\"'`]?(?P<name>[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])[\"'`]?",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:from|z|ze|the|in|w|use|uzyj|do)\s+(?:the\s+)?[\"'`]?(?P<name>[a-z0-9]+(?:-[a-z0-9]+)+)[\"'`]?\s+secret\b", re.I
)
_ENV_BEFORE = re.compile(
    r"((?:[A-Z][A-Z0-9]*_?[A-Z0-9_]*[A-Z0-9](?:\s*(?:,|i|and|oraz)\s+)?)+)\s*(?:\(?(?:is |are |bierz |brane "
    r"|wziet\w+ |read |taken |pochodz\w+ )*(?:from|z|ze|in|w|:|=)\s+(?:the\s+|k8s\s+|a\s+|kubernetes\s+)?)$"
)
_ENV_AFTER = re.compile(
    r"^[^.;\n]{0,40}?\b(?:jako|as|into|do zmiennej|w zmiennej|in)\s+[\"'`]?(?P<env>[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9])"
)
_KEY = re.compile(
    r"^\W{0,3}(?:\(|,|pod\s+|under\s+|with\s+|z\s+)?\s*(?:the\s+)?(?:klucz\w*|key)\s*[:=]?\s*[\"'`]?(?P<key>[\w.-]*\w)", re.I
)
_ENVS = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{4,}")
_TLS = re.compile(r"\btls\b|\bcert\w*|\bssl\b|\bhttps\b")
_PULL = re.compile(r"pullsecret|\bpull\w*|rejestr|registry|prywatn\w+ obraz|private image")
_NOT_NAMES = set(
    "ref key name store manager value z ze w i and is for dla should must jako as with kubernetes k8s from or nie not oraz a the"
    " instead only tylko env zmiennych does exists provided in of".split()
)


def variables(text: str) -> dict[str, str] | None:
    """Variables with their values: LOG_LEVEL=info, MODEL_PATH=/models."""
    found = {match[1]: next(value for value in match.groups()[1:] if value is not None) for match in _PAIR.finditer(text)}
    if says(r"env\w*|zmienn\w*|variable\w*|srodowiskow\w*|configmap\w*", text):
        for match in _COLON.finditer(text):
            found.setdefault(match[1], next(value for value in match.groups()[1:] if value is not None))
    return {name: value if " " in value else value.rstrip(".") for name, value in found.items()} or None


def secret(text: str) -> str | None:
    """The Secret whose keys all become variables."""
    return next((name for name, _, use in _mentions(text) if use == "all"), None)


def secret_variables(text: str) -> list[dict[str, str]] | None:
    """Variables that come from one key of a Secret each: "DB_PASSWORD z secretu db, klucz password"."""
    found = []
    for name, (start, end), use in _mentions(text):
        if use == "variable":
            key = _KEY.search(text[end : end + 50])
            for variable in _names(text, start, end):
                found.append({"name": variable, "secret": name, "key": key["key"] if key else variable})
    return found or None


def tls_secret(text: str) -> str | None:
    """The Secret with the certificate of an Ingress."""
    return next((name for name, _, use in _mentions(text) if use == "tls"), None)


def pull_secret(text: str) -> str | None:
    """The Secret with which images are pulled."""
    found = re.search(
        r"\b(?:image ?)?pull ?secrets?\w*\s*(?:[:=]|to|named|o nazwie|called)?\s*[\"'`]?(?P<name>[a-z0-9][a-z0-9.-]*[a-z0-9])",
        low(text),
    )
    return (
        found["name"]
        if found and found["name"] not in _NOT_NAMES
        else next((name for name, _, use in _mentions(text) if use == "pull"), None)
    )


def _mentions(text: str) -> list[tuple[str, tuple[int, int], str]]:
    """Each Secret that is named, where, and what for."""
    found = []
    for match in (*_SECRET.finditer(text), *_BEFORE.finditer(text)):
        if match["name"].lower() not in _NOT_NAMES and not re.search(r"(?i)pull ?$", text[: match.start()]):
            found.append((match["name"], match.span(), _use(text, *match.span())))
    return found


def _use(text: str, start: int, end: int) -> str:
    clause = re.split(r"[;\n]|\.\s", low(text[max(0, start - 70) : start]))[-1]
    near = re.split(r"[,(]|\bi\b|\band\b", clause)[-1]
    if _names(text, start, end):
        return "variable"
    if _TLS.search(near) or re.search(r"(?:tls|cert)$", text[:end].rstrip("\"'`")):
        return "tls"
    return "pull" if _PULL.search(near) else "all"


def _names(text: str, start: int, end: int) -> list[str]:
    before = _ENV_BEFORE.search(text[:start])
    if before:
        return list(dict.fromkeys(_ENVS.findall(before[1])))
    after = _ENV_AFTER.search(text[end:])
    return [after["env"]] if after else []
