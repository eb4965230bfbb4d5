"""From words to keys and features: "driver_id entity, conv_rate acc_rate floats, avg_daily_trips int"."""

import re
from typing import Any

from generators.feast.words import service_in, view_in
from generators.frame.lists import words_after
from generators.frame.spoken import plain, slug

_TYPES = (
    ("timestamp", r"timestamps?|datetime|unixtimestamp"),
    ("vector", r"embedding\w*|vectors?|wektor\w*|array(?: of floats?)?"),
    ("int32", r"int32"),
    ("int", r"int(?:64|eger)?s?|integers?|calkowit\w*|liczb\w* calkowit\w*"),
    ("double", r"doubles?|float64"),
    ("float", r"float(?:32)?s?|floaty|zmiennoprzecinkow\w*|ulamk\w*|number"),
    ("string", r"strings?|str|text|tekst\w*|napis\w*"),
    ("bool", r"bool(?:ean)?s?|logiczn\w*"),
)
_TYPE = re.compile(rf"(?<![\w.])(?:{'|'.join(pattern for _, pattern in _TYPES)})(?![\w/])")
_NAME = re.compile(r"(?<![\w/.-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w/]|\.\w)")
_WORD = re.compile(r"([a-z][a-z0-9]*)[\s:=(-]*$")
_KEY = re.compile(r"(?<![\w/.-])([a-z][a-z0-9]*(?:_[a-z0-9]+)*_id)\b")
_ENTITY = (
    r"\b(?:entit(?:y|ies)|encj\w*|join keys?|klucz\w*|keys?)\b\s*(?:[:=]|is|to|named|called|o nazwie|jest|laczenia|dla"
    r"|for)?\s*"
)
_NOT_NAMES = set(
    "as jako and i oraz of type typu typ the a is jest to features feature cechy kolumny columns fields pola z with join key "
    "klucz entity encja"
    " both all wszystkie dwie dwa two three trzy some kilka numeric be ma liczba string view widok for dla column".split()
)
_COLUMNS = re.compile(
    r"event_timestamp|created(?:_timestamp|_at)?|event_time|feature_(?:view|store|service|repo)|on_demand"
    r"|offline_store|online_store"
)
_LISTED = r"\b(?:features?|cech\w*|kolumn\w*|columns?|fields?|pol\w{1,2})\b(?! view| store| service| repo)\s*[:=]?\s*"


def keys_in(text: str) -> list[str] | None:
    """The join keys: names that end in _id, or the word after "entity"."""
    low = plain(text)
    found = list(dict.fromkeys(_KEY.findall(low)))
    if found:
        near = [
            key
            for key in found
            if re.search(
                rf"(?:entit|encj|klucz|key)\w*[^.;]{{0,40}}\b{key}\b"
                rf"|\b{key}\b\W+(?:\w+\W+)?(?:entit|encj|klucz|key)",
                low,
            )
        ]
        return near or found[:1]
    named = [slug(word) for word in words_after(low, _ENTITY, r"[a-z][a-z0-9_]*")]
    keys = [name if name.endswith("_id") else f"{name}_id" for name in named if name and name not in _NOT_NAMES]
    return keys or None


def fields_in(text: str) -> list[dict[str, Any]] | None:
    """The features: the names before each type, or those listed after "features" without one."""
    low = plain(text)
    taken = set(_KEY.findall(low)) if re.search(r"entit|encj|klucz|key", low) else set(keys_in(text) or ())
    taken |= {name for name in (view_in(text), service_in(text)) if name}
    found: dict[str, str] = {}
    at = 0
    for match in _TYPE.finditer(low):
        names = _names(low[at : match.start()], taken)
        for name in names:
            found.setdefault(name, _type(match.group()))
        if not names:
            for name in _following(low, match.end(), taken):
                found.setdefault(name, _type(match.group()))
        at = match.end()
    if not found:
        listed = words_after(low, _LISTED, r"[a-z][a-z0-9_]*")
        found = {name: "float" for name in listed if name not in taken | _NOT_NAMES and "_" in name}
    return [{"name": name, "type": kind} for name, kind in found.items()] or None


def _names(piece: str, taken: set[str]) -> list[str]:
    names = [name for name in _NAME.findall(piece) if name not in taken and not _COLUMNS.fullmatch(name)]
    last = _WORD.search(piece)
    if last and last[1] not in _NOT_NAMES and not names and not re.search(r"[a-z]_$", piece[: last.start()]):
        names.append(last[1])
    return names


def _following(low: str, at: int, taken: set[str]) -> list[str]:
    """Type first: "floats: a_b, c_d"."""
    listed = re.match(r"\s*(?:features?|cech\w*|kolumn\w*|columns?|fields?)?\s*:\s*([^;.]*)", low[at:])
    return _names(listed[1].split(":")[0], taken) if listed else []


def _type(word: str) -> str:
    return next(kind for kind, pattern in _TYPES if re.fullmatch(pattern, word))


def key_type_in(text: str) -> str | None:
    """The type of the keys, where it stands beside one."""
    low = plain(text)
    if re.search(
        r"_id\W+(?:as |jako |of type |typu |\()?(?:string|str|text|tekst|uuid)|(?:string|text|tekstow\w*|uuid) "
        r"(?:join )?(?:key|klucz)|klucz\w* tekstow",
        low,
    ):
        return "string"
    return "int" if re.search(r"_id\W+(?:as |jako |of type |typu |\()?int", low) else None
