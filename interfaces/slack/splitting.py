"""Long texts in parts that Slack accepts, cut where a reader would pause."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

MOST_SECTION = 3000
_MOST_BLOCKS = 50
# Slack also refuses messages whose blocks hold too much together, and does not say where that begins; this is well below.
_MOST_TEXT = 12_000
_FENCE = "```"
Block = dict[str, object]


def sections(parts: Iterable[str], most: int = MOST_SECTION) -> Iterator[str]:
    """Paragraphs put together as far as they fit; one that does not fit by itself is cut at its lines, or its words."""
    held = ""
    for part in parts:
        for piece in _cut(part, most):
            joined = f"{held}\n\n{piece}" if held else piece
            if len(joined) > most:
                yield held
                joined = piece
            held = joined
    if held:
        yield held


def messages(blocks: Sequence[tuple[Block, int]]) -> list[list[Block]]:
    """Blocks with the length of their texts, in as many messages as it takes."""
    made: list[list[Block]] = [[]]
    length = 0
    for block, size in blocks:
        if made[-1] and (len(made[-1]) >= _MOST_BLOCKS or length + size > _MOST_TEXT):
            made.append([])
            length = 0
        made[-1].append(block)
        length += size
    return made


def _cut(part: str, most: int) -> Iterator[str]:
    if len(part) <= most:
        yield part
    elif part.startswith(f"{_FENCE}\n") and part.endswith(f"\n{_FENCE}") and part.count(_FENCE) == 2:
        room = most - 2 * len(_FENCE) - 2
        for piece in _packed(part[4:-4].split("\n"), "\n", room):
            yield f"{_FENCE}\n{piece}\n{_FENCE}"
    else:
        yield from _packed(part.split("\n"), "\n", most)


def _packed(units: Sequence[str], joint: str, most: int) -> Iterator[str]:
    """Lines put together as far as they fit; a line that is too long is cut at its words, a word anywhere."""
    held: str | None = None
    for piece in chain.from_iterable(_fitting(unit, joint, most) for unit in units):
        joined = piece if held is None else f"{held}{joint}{piece}"
        if held is not None and len(joined) > most:
            yield held
            joined = piece
        held = joined
    if held is not None:
        yield held


def _fitting(unit: str, joint: str, most: int) -> Iterable[str]:
    if len(unit) <= most:
        return [unit]
    if joint == "\n" and " " in unit:
        return _packed(unit.split(" "), " ", most)
    return _chopped(unit, most)


def _chopped(word: str, most: int) -> Iterator[str]:
    start = 0
    while start < len(word):
        end = min(start + most, len(word))
        # An escape such as &lt; must not be torn: its halves would be shown, or mean something.
        amp = word.rfind("&", start, end)
        if end < len(word) and amp > start and ";" not in word[amp:end] and end - amp < 6:
            end = amp
        yield word[start:end]
        start = end
