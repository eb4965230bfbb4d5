"""How well a piece opens an answer of its kind: whether it defines, compares, lists, names a cause, and can be read by itself."""

import re
from dataclasses import dataclass

from agents.embedded.defining import head_of, subject_of
from agents.embedded.kinds import Kind
from agents.embedded.likely import share_held, words_asked
from agents.embedded.units import Unit
from knowledge import Stems, topics_in

Neighbours = tuple[Unit | None, Unit | None]
_STEMS = Stems()
_REFERS = re.compile(
    r"^(?:for (?:more|further|details|a full)|see |refer to |read |learn more|więcej|zobacz|zob\.|patrz|next,? |note that this page"
    r"|you now have|the next .{0,30}pages|the page .{0,40}(?:explains|is a list)|→)",
    re.I,
)
_DANGLES = re.compile(
    r"^(?:it|its|this|that|these|those|they|he|she|then|also|however|therefore|otherwise|but|and|so|both|such|here|now|instead|to|"
    r"ten|ta|te|tym|tutaj|wtedy|potem|jednak|dlatego|natomiast|również|ponadto|w (?:drugim|pierwszym|tym|takim|obu|każdym)|inaczej|"
    r"oba|obie|takie?|dzięki temu|w takim|poniższ\w+|powyższ\w+|the (?:answer|output|result) (?:is|shows|looks|should)|"
    r"the following|for example|na przykład|in this case|after these|po tych)\b",
    re.I,
)
_OWN_ANSWER = re.compile(r"^(?:yes|no|tak|nie)\s*[:,.–]", re.I)
_CAUSE = re.compile(r"^\*\*(?:cause|fix|solution|przyczyna|rozwiązanie|naprawa)", re.I)
_LABELLED = re.compile(r"^\*\*[^*]{3,30}:?\*\*:?\s")
_BACKWARD = re.compile(
    r"\bin (?:those|these|such|that|both) cases?\b|\bw (?:tych|takich|tym|obu) przypadk\w+|\b(?:above|below|powyżej|poniżej)\b",
    re.I,
)
_COUNTS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|dwa|dwie|dwóch|trzy|trzech|cztery|czterech|pięć|pięciu|sześć|sześciu|siedem)\b", re.I
)


@dataclass(frozen=True)
class Asked:
    """What a question asks for: its kind, its words, and the one of them that names the thing, "chart" in "Helm chart"."""

    kind: Kind
    words: list[frozenset[str]]
    head: frozenset[str]

    @classmethod
    def by(cls, question: str, kind: Kind) -> "Asked":
        """Read it."""
        words = words_asked(question)
        return cls(kind, words, head_of(question, words))


def dangles(unit: Unit) -> bool:
    """Whether the piece leans on what stands before it."""
    return bool(_DANGLES.match(unit.text) or _CAUSE.match(unit.text))


def stands_alone(unit: Unit) -> bool:
    """Whether a reader who sees nothing around it understands it."""
    return not (dangles(unit) or _LABELLED.match(unit.text) or _BACKWARD.search(unit.text) or _OWN_ANSWER.match(unit.text))


def leads_nowhere(unit: Unit) -> bool:
    """A diagram's source, or the caption of a tab: nothing to say in an answer."""
    if unit.kind == "code":
        return unit.text.startswith("```mermaid")
    return unit.kind == "sentence" and len(unit.text.split()) < 3 and not unit.text.endswith((".", ":", "!", "?"))


def opening_worth(unit: Unit, neighbours: Neighbours, asked: Asked, language: str, heading_fits: float) -> float:
    """What its shape adds to a piece's score; `heading_fits` is how well the heading above asks what was asked."""
    worth = _readable_alone(unit, neighbours[0], asked.kind) + _fits_kind(unit, neighbours[1], asked, language)
    if unit.start == 0:
        # The first sentence below a heading answers it; the rest of a long section begins with any sentence.
        held = set(_STEMS.of_text(unit.text, language).split())
        worth += 0.4 + heading_fits * min(1.0, 2 * share_held(asked.words, held))
    return worth


def _readable_alone(unit: Unit, before: Unit | None, kind: Kind) -> float:
    words = len(unit.text.split())
    worth = 0.0
    if words < 4 or unit.text.endswith("?") or (unit.text[:1].islower() and not topics_in(unit.text.split()[0])):
        worth -= 1.5
    if words > 45:
        worth -= 0.4
    if _REFERS.match(unit.text):
        worth -= 2.5
    if _DANGLES.match(unit.text):
        worth -= 0.5
    if before is not None and before.kind in ("code", "table"):
        worth -= 0.4
    if _OWN_ANSWER.match(unit.text) and kind != "other":
        worth -= 1.5
    return worth


def _fits_kind(unit: Unit, after: Unit | None, asked: Asked, language: str) -> float:
    if asked.kind == "definition":
        return _defines(unit, asked, language)
    if asked.kind == "error":
        return 0.6 * bool(_CAUSE.match(unit.text))
    followed = after is not None and after.kind in ("item", "step", "table")
    if asked.kind == "list":
        return 0.8 * (followed or unit.text.count(",") >= 2) + 0.4 * bool(_COUNTS.search(unit.text))
    if asked.kind == "howto":
        return 0.3 * (followed or (after is not None and after.kind == "code"))
    return 0.0


def _defines(unit: Unit, asked: Asked, language: str) -> float:
    """Whether it says what the thing is: "A chart is a folder", not "Helm is as safe as the chart"."""
    subject = subject_of(unit.text)
    if not subject or not asked.words:
        return 0.0
    held = set(_STEMS.of_text(subject, language).split())
    # "`airflow dags test` runs …" tells what something else is that has the word in its name.
    alone = len(held & frozenset().union(*asked.words)) / max(len(held), 1)
    return alone * (0.9 * share_held(asked.words, held) + 0.9 * bool(asked.head & held))
