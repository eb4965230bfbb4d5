"""An answer written out of passages: quoted pieces, each with its citation, in the shape that fits the question."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import yaml
from numpy.typing import NDArray

from agents.embedded.arrange import Part, arrange
from agents.embedded.compare import side_by_side, sides_of, with_both_first
from agents.embedded.kinds import question_kind
from agents.embedded.likely import asks_for_any_task
from agents.embedded.passage import Evidence, Passage
from agents.embedded.select import Scored, rank_units
from agents.harmless import outside_spans
from knowledge import Stems

Vectors = NDArray[np.float32]
_SUGGESTIONS = 2
_MOST_UNHEARD = 3
_STEMS = Stems()
_WORD = re.compile(r"[^\W_][\w.-]*\w")
_NUMBERS = r"\[\d{1,3}(?:\s*,\s*\d{1,3})*\]"
_NUMBER = outside_spans(rf"(?P<note>[ \t]+{_NUMBERS}|(?<![\w\])`]){_NUMBERS})|(?P<index>{_NUMBERS})")


def compose(
    evidence: Evidence, language: str, embed_query: Callable[[str], Vectors], embed_passages: Callable[[list[str]], Vectors]
) -> tuple[str, tuple[str, ...]]:
    """The answer in Markdown and one or two next questions."""
    kind = question_kind(evidence.query)
    sides = sides_of(evidence.query) if kind in ("comparison", "other") else None
    kind = "comparison" if sides else kind
    ranked = [found for found in rank_units(evidence, kind, embed_query, embed_passages) if found]
    together = with_both_first(ranked, sides) if sides else None
    parts = arrange(together or ranked, kind)
    paragraphs = [_written(part) for part in parts]
    apart = side_by_side(ranked, sides) if sides and not together else None
    if apart:
        shown = {piece.unit.text for _, piece in apart}
        rest = [Part(tuple(p for p in part.pieces if p.unit.text not in shown)) for part in parts[:2]]
        bullets = "\n".join(f"- **{side}**: {_cited(piece)}" for side, piece in apart)
        paragraphs = [bullets, *(_written(part) for part in rest if part.pieces)]
    if parts[0].pieces[0].passage.language != language:
        paragraphs = [phrase(language, "foreign"), *(_as_quote(text) for text in paragraphs)]
    return "\n\n".join(paragraphs), _next_questions(evidence, parts, language)


def refuse(evidence: Evidence, language: str) -> tuple[str, tuple[str, ...]]:
    """What was searched, what is missing, and the nearest topics."""
    if not evidence.passages:
        return phrase(language, "nothing"), ()
    sentences = [phrase(language, "refused", searched=", ".join(sorted({p.collection for p in evidence.passages})))]
    unheard = _unheard_words(evidence)
    if unheard:
        sentences.append(phrase(language, "unknown", words=", ".join(unheard)))
    topics = list(dict.fromkeys(p.title for p in evidence.passages[:8] if p.language == language)) or [
        p.title for p in evidence.passages[:3]
    ]
    sentences.append(phrase(language, "nearest", topics="; ".join(f"**{topic}**" for topic in topics[:3])))
    return " ".join(sentences), tuple(_question(p, language) for p in _distinct(evidence.passages, language)[:_SUGGESTIONS])


def _unheard_words(evidence: Evidence) -> list[str]:
    """The question's own words for the stems that no page has; many of them would only say that it is about something else."""
    words = [word for word in dict.fromkeys(_WORD.findall(evidence.query)) if _unknown(word, evidence.unknown)]
    return words if len(words) <= _MOST_UNHEARD else []


def _unknown(word: str, stems: Sequence[str]) -> bool:
    return any(group.intersection(stems) and not asks_for_any_task(group) for group in _STEMS.of_query(word))


def phrase(language: str, key: str, **values: str) -> str:
    """One of the model's own phrases, filled in."""
    text: str = _phrases()[language][key]
    return text.format(**values)


@cache
def _phrases() -> dict[str, dict[str, str]]:
    source = files("agents.embedded").joinpath("phrases.yaml").read_text(encoding="utf-8")
    phrases: dict[str, dict[str, str]] = yaml.safe_load(source)
    return phrases


def _written(part: Part) -> str:
    """Sentences run on, items and steps keep their lines, code and tables stand apart."""
    text = ""
    before: Scored | None = None
    step = 0
    for piece in part.pieces:
        kind = piece.unit.kind
        step = step + 1 if kind == "step" else 0
        joint = "" if before is None else _joint(before, piece)
        text += joint + {"item": "- ", "step": f"{step}. "}.get(kind, "") + _cited(piece)
        before = piece
    return text


def _joint(before: Scored, piece: Scored) -> str:
    kinds = (before.unit.kind, piece.unit.kind)
    if kinds == ("sentence", "sentence"):
        return " " if _same_paragraph(before, piece) else "\n\n"
    return "\n" if kinds[0] == kinds[1] and kinds[0] in ("item", "step") else "\n\n"


def _same_paragraph(before: Scored, piece: Scored) -> bool:
    return "\n\n" not in before.passage.text[before.unit.end : piece.unit.start]


def _cited(piece: Scored) -> str:
    if piece.unit.kind in ("code", "table"):
        return piece.unit.text
    return f"{_NUMBER.sub(_no_citation, piece.unit.text)} [{piece.passage.id}]"


def _no_citation(match: re.Match[str]) -> str:
    """A page's own [2] must not pass for a citation: a footnote's mark goes, an index such as x[2] stays."""
    return match["code"] or ("" if match["note"] else f"\\{match['index']}")


def _as_quote(text: str) -> str:
    """A foreign-language paragraph as a quotation; a code block in it keeps its fence."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _next_questions(evidence: Evidence, parts: Sequence[Part], language: str) -> tuple[str, ...]:
    used = {(piece.passage.path, piece.passage.section) for part in parts for piece in part.pieces}
    fresh = [p for p in _distinct(evidence.passages, language) if (p.path, p.section) not in used]
    return tuple(_question(p, language) for p in fresh[:_SUGGESTIONS])


def _distinct(passages: Iterable[Passage], language: str) -> list[Passage]:
    """Passages with a heading to ask about, those in the asker's language first, one a heading."""
    named = sorted((p for p in passages if p.section), key=lambda p: p.language != language)
    return list({p.section: p for p in reversed(named)}.values())[::-1]


def _question(passage: Passage, language: str) -> str:
    heading = passage.section.rsplit(" > ", 1)[-1].strip("`")
    return heading if heading.endswith("?") else phrase(language, "about", heading=heading, title=passage.title)
