"""A conversation becomes a wish for files, or none: then it is a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from agents.embedded.asking import is_change, is_loose_wish, is_trouble, is_wish, may_wish
from agents.embedded.wishes.cues import folded
from agents.embedded.wishes.foreign import foreign_tool
from agents.embedded.wishes.kinds_named import Named, kinds_named
from agents.embedded.wishes.reading import read_options
from generators import load

STACK = "stack"
_ADDING = re.compile(
    r"\b(?:add|also|plus|another|additional\w*|append|include|dodaj\w*|doloz\w*|dorzuc\w*|dopisz\w*|jeszcze|rowniez|takze"
    r"|drug[aie]\w*|kolejn\w*)\b"
)
_POINTING = re.compile(r"\b(?:same|it|this|that|also|now|them|to samo|tego|tym|ten sam|tez|rowniez|teraz|nim|niego|do tego)\b")
_GENERIC = re.compile(r"\b(?:config\w*|manifest\w*|yaml\w*|konfig\w*|plik\w* konfig\w*|snippet\w*|szablon\w*)\b")
_MOST_WORDS_BEFORE = 4
_HEAD = re.compile(
    r"^(?:hej|hey|hi|czesc)?[\s,]*(?:an? )?(?:skrypt|script|konfig\w*|config\w*|manifest\w*|plik|szablon|template|kod)\b"
)
_COMPLAINT = re.compile(r"\b(?:za kazdym razem|every time|each time|still|wciaz|ciagle|anymore|juz nie|expensive|drog[ieo])\b")
_NAMING = re.compile(r"\b(?:named|called|o nazwie|nazwany|nazwana)\s+\S+\s+(?:in|with|w|we|za pomoca|using|by)\s*$")
_POINTED_AT = re.compile(
    r"\b(?:same|this|that|these|my|ten|ta|to|moj\w*|last|every|don'?t|^in|^w|i'?d?|we|two|some|how|repo)\s*(?:\w+\s+)?$"
)
_CONNECTING = re.compile(
    r"[:,+>\d\"'`„]|\b(?:for|with|w/|that|which|using|named|dla|do|z|ze|ktory|ktora|ktore|zeby|aby|na|o nazwie|pod)\b"
)


@dataclass
class Wish:
    """Files that were asked for. Without a kind it is unclear which, and that has to be asked."""

    kinds: list[str]
    options: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    foreign: str = ""  # the tool whose file was asked for, when there is no generator for it

    @property
    def kind(self) -> str:
        """What to generate."""
        return self.kinds[0] if len(self.kinds) == 1 else STACK

    @property
    def all_options(self) -> dict[str, Any]:
        """The options to generate it with; those of a set's parts go under `parts`."""
        if len(self.kinds) == 1:
            return self.options
        return {**self.options, "parts": [{"kind": kind, "options": self.parts.get(kind, {})} for kind in self.kinds]}


def read_wish(messages: Sequence[str]) -> Wish | None:
    """What the last message wishes, in the light of those before it; None when it asks a question."""
    wish: Wish | None = None
    last: Wish | None = None
    for message in messages:
        last = _next(wish, message)
        wish = last or wish
    return last


def _next(before: Wish | None, message: str) -> Wish | None:
    if not may_wish([message]):
        return None
    named = kinds_named(message)
    if is_wish(message) and (foreign := foreign_tool(message, named)):
        return Wish([], foreign=foreign)
    pointing = before is not None and bool(before.kinds) and bool(_POINTING.search(folded(message)))
    if named and (pointing or _asks_for(named, message)):
        return _begun(before, named, message)
    if before and before.kinds and _changes(before, message):
        return _changed(before, message)
    if not named and is_wish(message) and _GENERIC.search(folded(message)):
        return Wish([])
    return None


def _asks_for(named: list[Named], message: str) -> bool:
    if is_wish(message):
        return True
    if is_loose_wish(message):
        return True
    before, after = folded(message)[: named[0].start], folded(message)[named[0].end :]
    words = _MOST_WORDS_BEFORE * (2 if _NAMING.search(before) else 1)
    heads = len(before.split()) <= words and not _COMPLAINT.search(folded(message)) and not _POINTED_AT.search(before)
    if _HEAD.search(before) or _NAMING.search(before):  # "skrypt, który wystawia…", "s3 bucket named acme in terraform"
        return not is_trouble(message)
    return heads and not is_trouble(message) and bool(_CONNECTING.search(after))


def _begun(before: Wish | None, named: list[Named], message: str) -> Wish:
    kinds = [one.kind for one in named]
    if before and before.kinds:
        contents = {inner for kind in before.kinds for inner in load(kind).covers}
        # After a Helm chart, "add an Ingress" speaks of the chart.
        if (kinds == before.kinds or set(kinds) <= contents) and is_change(message):
            return _changed(before, message)
        if _POINTING.search(folded(message)):
            # "The same for GitLab": the new kind, with what was said before about the old one.
            return _read_all(kinds, [*before.messages, message], named)
    return _read_all(kinds, [message], named)


def _changes(before: Wish, message: str) -> bool:
    return is_change(message) or any(read_options(kind, message) for kind in before.kinds)


def _changed(before: Wish, message: str) -> Wish:
    wish = Wish(
        before.kinds, dict(before.options), {kind: dict(part) for kind, part in before.parts.items()}, [*before.messages, message]
    )
    _take(wish, message, None)
    return wish


def _read_all(kinds: list[str], messages: list[str], named: list[Named]) -> Wish:
    wish = Wish(kinds, {}, {}, messages)
    for message in messages:
        _take(wish, message, named if message is messages[-1] else None)
    return wish


def _take(wish: Wish, message: str, named: list[Named] | None) -> None:
    """Take over what a message says; a set's parts read their own stretch of it first, then the whole."""
    adding = bool(_ADDING.search(folded(message)))
    if len(wish.kinds) == 1:
        _merge(wish.options, read_options(wish.kinds[0], message), adding=adding)
        return
    shared = {name: value for name, value in read_options(STACK, message).items() if name not in ("include", "parts")}
    _merge(wish.options, shared, adding=False)
    for at, kind in enumerate(wish.kinds):
        stretch = _stretch(message, named, at) if named else message
        _merge(wish.parts.setdefault(kind, {}), read_options(kind, stretch), adding=adding)


def _stretch(message: str, named: list[Named], at: int) -> str:
    end = named[at + 1].start if at + 1 < len(named) else len(message)
    return message[named[at].start : end]


def _merge(options: dict[str, Any], read: dict[str, Any], *, adding: bool) -> None:
    for name, value in read.items():
        old = options.get(name)
        if adding and isinstance(value, list | tuple) and isinstance(old, list | tuple):
            options[name] = [*old, *(item for item in value if item not in old)]
        elif adding and isinstance(value, dict) and isinstance(old, dict):
            options[name] = {**old, **value}
        else:
            options[name] = value
