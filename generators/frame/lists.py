"""Lists as people write them in a request: "a, b i c", "extract -> train -> publish"."""

import re

from generators.frame.spoken import plain

_AND = re.compile(r"\s*,?\s+(?:and then|and|then|oraz|a potem|potem|a nastepnie|nastepnie|i|or|lub)\s+|\s*[&+]\s*")
_COMMA = re.compile(r"\s*[,;/]\s*")
_END = re.compile(r"\s*(?:[.,;:)\]\n]|$|\s(?:and|then|oraz|potem|i)\s)")


def words_after(text: str, cues: str, item: str) -> list[str]:
    """The words of the pattern `item` that are listed after the pattern `cues`, as typed.

    What follows a comma counts only when nothing else stands beside it: in "group by alertname, service, repeat every 4h" the
    list has two words.
    """
    low = plain(text)
    for cue in re.finditer(cues, low):
        found = _words(text, low, cue.end(), item)
        if found:
            return found
    return []


def _words(text: str, low: str, at: int, item: str) -> list[str]:
    word = re.compile(rf"\s*[:=]?\s*[\[(\"'`„]*(?P<item>{item})[\"'`”)\]]*")
    found: list[str] = []
    loose = True
    while match := word.match(text, at):
        if not loose and not _END.match(low, match.end()):
            break
        found.append(match["item"])
        joint = _AND.match(low, match.end())
        loose = joint is not None and "," not in joint.group()
        joint = joint or _COMMA.match(low, match.end())
        if joint is None:
            break
        at = joint.end()
    return found


_ARROW = re.compile(r"\s*(?:-+>|→|=>|>>|➜|⟶)\s*")
_STEP = r"[^,;:>→➜⟶=.()\[\]\n\"'`]{2,40}?"


def chain_in(text: str) -> list[str]:
    """The phrases that arrows join: "extract -> train model -> publish"; empty when there are no arrows."""
    if len(_ARROW.findall(text)) == 0:
        return []
    parts = _ARROW.split(text)
    first = re.split(r"[,;:.()\n\"'`]|\s-\s|\b(?:kroki|zadania|etapy|steps|tasks|stages|with|z|ze|i|and)\s", parts[0])[-1]
    last = re.split(
        r"[,;:.)\n\"'`]|\s(?:with|without|bez|z|ze|no|every|co|on|at|daily|using|przez|w|oraz|dla|for|na|o|and|i)\s", parts[-1]
    )[0]
    return [part.strip() for part in (first, *parts[1:-1], last) if part.strip()]


def phrases_after(text: str, cues: str, *, most: int = 3) -> list[str]:
    """The phrases of at most `most` words that are listed after the pattern `cues`, up to the end of the sentence."""
    low = plain(text)
    for cue in re.finditer(cues, low):
        rest = re.split(r"[.;\n](?:\s|$)|\s[-–—]\s", text[cue.end() :])[0].lstrip(" :=-–(")
        found = _phrases(rest, most)
        if len(found) > 1:
            return found
    return []


def _phrases(text: str, most: int) -> list[str]:
    found: list[str] = []
    at, low = 0, plain(text)
    while at < len(text):
        joint = min(
            (match for pattern in (_AND, _COMMA) if (match := pattern.search(low, at))), key=lambda m: m.start(), default=None
        )
        phrase = text[at : joint.start() if joint else len(text)].strip(" \"'`()[]„”")
        if not phrase or len(phrase.split()) > most:
            break
        found.append(phrase)
        if joint is None:
            break
        at = joint.end()
    return found
