"""Citations are checked by code: what points at nothing retrieved is taken out, and what has no support is not said."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from agents.answer import Answer, Source
from agents.embedded.passage import Passage
from agents.embedded.units import Unit, plain, split_units
from agents.harmless import harmless, outside_spans, split_code
from knowledge import Stems

# Code spans hold brackets and quotation marks of their own.
_CITATION = outside_spans(r"[ \t]?(?<!\\)\[(?P<numbers>\d{1,3}(?:\s*,\s*\d{1,3})*)\]")
_QUOTATION = outside_spans(r"[“„\"](?P<words>[^“”„\"\n]{25,})[”\"]")
_STEMS = Stems()


def ground(text: str, passages: Sequence[Passage], language: Literal["pl", "en"], model: str) -> Answer:
    """The answer with only those citations that hold, renumbered from 1 in order of appearance.

    An answer that cites nothing that was retrieved comes back refused; its text is then for the caller to replace.
    """
    known = {passage.id: passage for passage in passages}
    order: list[int] = []
    parts = split_code(harmless(text))
    for at in range(0, len(parts), 2):
        parts[at] = _CITATION.sub(lambda match: _checked(match, known, order), _without_false_quotes(parts[at], passages))
    body = "".join(parts).strip()
    sources = tuple(_source(known[old], new, body) for new, old in enumerate(order, 1))
    return Answer(body, language, not sources, model, sources)


def _checked(match: re.Match[str], known: dict[int, Passage], order: list[int]) -> str:
    if match["code"]:
        return match[0]
    kept = []
    for number in (int(part) for part in match["numbers"].split(",")):
        if number in known:
            if number not in order:
                order.append(number)
            kept.append(f"[{order.index(number) + 1}]")
    return " " + "".join(kept) if kept else ""


def _without_false_quotes(text: str, passages: Sequence[Passage]) -> str:
    """Quotation marks stay only around words that a passage holds."""
    held = [plain(passage.text) for passage in passages]

    def unquoted(match: re.Match[str]) -> str:
        if match["code"] or any(plain(match["words"]).rstrip(".,") in text for text in held):
            return match[0]
        return match["words"]

    return _QUOTATION.sub(unquoted, text)


def _source(passage: Passage, number: int, body: str) -> Source:
    return Source(
        id=number,
        title=passage.title,
        section=passage.section,
        path=passage.path,
        url=passage.url,
        quote=_quote(passage, _said_with(body, number)),
        text=passage.text,
        language=passage.language,
        collection=passage.collection,
        modified=passage.modified,
    )


def _said_with(body: str, number: int) -> list[str]:
    """What stands before this citation, and code blocks that follow it."""
    said: list[str] = []
    cited = False
    for at, part in enumerate(split_code(body)):
        if at % 2:
            said += [part] if cited else []
            continue
        for line in part.split("\n"):
            numbers = [cited_number for cited_number, _ in _cited_in(line)]
            said += [words for cited_number, words in _cited_in(line) if cited_number == number]
            cited = number in numbers if numbers else cited
    return said


def _cited_in(line: str) -> Iterator[tuple[int, str]]:
    """Each citation with the words before it, back to the citation before; of several in a row each has the same words."""
    at, words = 0, ""
    for match in _CITATION.finditer(line):
        if match["numbers"]:
            words = line[at : match.start()].lstrip(" .,;:").rstrip() or words
            at = match.end()
            yield int(match["numbers"]), words


def _quote(passage: Passage, said: Sequence[str]) -> str:
    """The stretch of the passage from the first to the last piece that the answer took from it, in whole paragraphs, with the
    example that follows: a sentence torn from these proves little.
    """
    units = split_units(passage.text)
    used = [unit for unit in units if any(_same(unit, sentence) for sentence in said)]
    if not used:
        used = [max(units, key=lambda unit: _overlap(unit, said, passage.language))] if units else []
    return _whole_paragraphs(passage.text, units, used) if used else passage.text


def _whole_paragraphs(text: str, units: Sequence[Unit], used: Sequence[Unit]) -> str:
    start = text.rfind("\n\n", 0, used[0].start) + 1
    following = units[units.index(used[-1]) + 1 :][:1]
    shown = following[0] if following and following[0].kind in ("code", "table") else used[-1]
    if shown.kind in ("code", "table"):
        return text[start : shown.end].strip()
    end = text.find("\n\n", shown.end)
    return text[start : end if end >= 0 else len(text)].strip()


def _same(unit: Unit, sentence: str) -> bool:
    mine, theirs = _bare(harmless(unit.text)), _bare(re.sub(r"^\s*(?:>\s*)*(?:[-*]|\d+[.)])?\s*", "", sentence))
    return bool(mine) and (mine == theirs or (len(mine) > 20 and mine in theirs) or (len(theirs) > 20 and theirs in mine))


def _bare(text: str) -> str:
    return plain(text).rstrip(".")


def _overlap(unit: Unit, said: Sequence[str], language: str) -> float:
    words = set(_STEMS.of_text(unit.text, language).split())
    theirs = {stem for sentence in said for group in _STEMS.of_query(sentence) for stem in group} if said else set()
    return len(words & theirs) / (len(words) + 5)
