"""Which files a request means."""

import re

from generators.frame.spoken import plain

_PARTS = {
    "filebeat": r"filebeat\w*",
    "logstash": r"logstash\w*(?!:\d)",
    "template": r"index template\w*|szablon\w* indeks\w*|template\w* indeks\w*|component template|\bmapping\w*|\bmapowan\w*",
    "ilm": r"\bilm\b|lifecycle|cykl\w* zycia|polityk\w* (?:ilm|retencji|usuwania|cyklu)|retention policy|delete phase",
    "compose": r"compose\w*|kibana\w*|\belk\b(?! stack filebeat)|elastic stack|stos\w* elastic",
    "daemonset": r"daemon ?set\w*",
}
_SENT_TO = re.compile(r"(?:do|to|into|wysyla\w*|output\w*|na)\s+$")


def parts_in(text: str) -> list[str] | None:
    """The parts that a message names; a place that logs are only sent to is not one of them."""
    low = plain(text)
    found = {part: _named(pattern, low) for part, pattern in _PARTS.items()}
    if found["filebeat"] and _only_target("logstash", low):
        found["logstash"] = False
    if found["filebeat"] and not re.search(r"compose|kibana", low):
        found["compose"] = False
    if found["daemonset"]:
        found["filebeat"] = True
    if re.search(r"\b(?:elk|elastic stack|efk)\b", low) and not any(found[part] for part in ("filebeat", "template", "ilm")):
        found |= {"filebeat": not _refused("filebeat", low), "logstash": not _refused("logstash", low)}
    return [part for part in _PARTS if found[part]] or None


def _named(pattern: str, low: str) -> bool:
    return any(
        not re.search(r"\b(?:bez|without|no|nie)\s+(?:\w+\s+)?$", low[: match.start()]) for match in re.finditer(pattern, low)
    )


def _refused(word: str, low: str) -> bool:
    return bool(re.search(rf"\b(?:bez|without|no)\s+(?:\w+\s+)?{word}", low))


def _only_target(word: str, low: str) -> bool:
    """Every time the word stands, it stands after "to"."""
    places = [match.start() for match in re.finditer(word, low)]
    return bool(places) and all(_SENT_TO.search(low[:at]) or re.match(rf"{word}\w*[.:](?:\w+:)?\d", low[at:]) for at in places)
