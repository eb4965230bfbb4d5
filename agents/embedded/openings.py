"""How well a piece opens an answer of its kind: whether it defines, compares, lists, names a cause, and can be read by itself."""

import re
from collections.abc import Sequence

from agents.embedded.kinds import Kind
from agents.embedded.likely import share_held
from agents.embedded.units import Unit
from knowledge import Stems

Neighbours = tuple[Unit | None, Unit | None]
_STEMS = Stems()
_DEFINES = re.compile(
    r"^(?P<subject>[^.;]{1,70}?)(?:\s(?:is|are|means|stands for|keeps|lets|describes|packs|starts|serves|brings|runs|records|"
    r"to|jest|są|oznacza|oznaczają|nazywamy|służy|służą|trzyma|przechowuje|uruchamia|pozwala|odpowiada|daje|pakuje)\s|\s*[:–—-]\s|\)?\*\*)",
    re.I,
)
_REFERS = re.compile(
    r"^(?:for (?:more|further|details|a full)|see |refer to |read |learn more|więcej|zobacz|zob\.|patrz|next,? |note that this page"
    r"|you now have|the next .{0,30}pages|the page .{0,40}(?:explains|is a list)|→)",
    re.I,
)
_DANGLES = re.compile(
    r"^(?:it|its|this|that|these|those|they|he|she|then|also|however|therefore|otherwise|but|and|so|both|such|here|now|instead|"
    r"to|ten|ta|te|tym|tutaj|wtedy|jednak|dlatego|natomiast|również|ponadto|w (?:drugim|pierwszym|tym|takim|obu|każdym)|inaczej|"
    r"oba|obie|takie?|dzięki temu|w takim|poniższ\w+|powyższ\w+|the (?:answer|output|result|example|following)|for example|na przykład|"
    r"in this case|after these|po tych)\b",
    re.I,
)
_OWN_ANSWER = re.compile(r"^(?:yes|no|tak|nie)\s*[:,.–]", re.I)
_CAUSE = re.compile(r"^\*\*(?:cause|fix|solution|przyczyna|rozwiązanie|naprawa)", re.I)
_COUNTS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|dwa|dwie|dwóch|trzy|trzech|cztery|czterech|pięć|pięciu|sześć|sześciu|siedem)\b", re.I
)


def dangles(unit: Unit) -> bool:
    """Whether the piece leans on what stands before it."""
    return bool(_DANGLES.match(unit.text) or _CAUSE.match(unit.text))


def leads_nowhere(unit: Unit) -> bool:
    """A diagram's source, or the caption of a tab: nothing to say in an answer."""
    if unit.kind == "code":
        return unit.text.startswith("```mermaid")
    return unit.kind == "sentence" and len(unit.text.split()) < 3 and not unit.text.endswith((".", ":", "!", "?"))


def opening_worth(
    unit: Unit, neighbours: Neighbours, kind: Kind, wanted: Sequence[frozenset[str]], language: str, heading_fits: float
) -> float:
    """What its shape adds to a piece's score; `heading_fits` is how well the heading above asks what was asked."""
    return (
        _readable_alone(unit, neighbours[0], kind)
        + _fits_kind(unit, neighbours[1], kind, wanted, language)
        + (0.4 + heading_fits if unit.start == 0 else 0.0)
    )


def _readable_alone(unit: Unit, before: Unit | None, kind: Kind) -> float:
    words = len(unit.text.split())
    worth = 0.0
    if words < 4 or unit.text.endswith("?") or unit.text[:1].islower():
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


def _fits_kind(unit: Unit, after: Unit | None, kind: Kind, wanted: Sequence[frozenset[str]], language: str) -> float:
    if kind == "definition":
        subject = _DEFINES.match(unit.text)
        return 1.6 * share_held(wanted, set(_STEMS.of_text(subject["subject"], language).split())) if subject else 0.0
    if kind == "error":
        return 0.6 * bool(_CAUSE.match(unit.text))
    followed = after is not None and after.kind in ("item", "step", "table")
    if kind == "list":
        return 0.8 * (followed or unit.text.count(",") >= 2) + 0.4 * bool(_COUNTS.search(unit.text))
    if kind == "howto":
        return 0.3 * (followed or (after is not None and after.kind == "code"))
    return 0.0
