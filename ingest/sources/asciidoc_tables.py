"""Tables of AsciiDoc: cells may stand on one line or each on its own, so the number of columns decides the rows."""

import re
from collections.abc import Iterator

_COLS = re.compile(r"cols=\"?([^\"\]]+)\"?")
_CELL = re.compile(r"(?:^|\s)(?:\d*\.?\d*\+)?[a-z<>^.]*\|", re.M)


def markdown_table(lines: list[str], attributes: str) -> Iterator[str]:
    """The rows of `lines` (between the `|===` marks) as Markdown; `attributes` is the `[cols=…]` line above it."""
    cells = [re.sub(r"\s+", " ", cell).strip() for cell in _CELL.split("\n".join(lines))[1:]]
    columns = _columns(attributes) or _cells_of_first_line(lines)
    if not cells or not columns:
        return
    for number, start in enumerate(range(0, len(cells), columns)):
        row = cells[start : start + columns]
        yield "| " + " | ".join(row + [""] * (columns - len(row))) + " |"
        if number == 0:
            yield "| " + " | ".join(["---"] * columns) + " |"


def _columns(attributes: str) -> int:
    match = _COLS.search(attributes)
    if not match:
        return 0
    repeated = re.fullmatch(r"\s*(\d+)\*.*", match[1])
    return int(repeated[1]) if repeated else len(match[1].split(","))


def _cells_of_first_line(lines: list[str]) -> int:
    first = next((line for line in lines if line.strip()), "")
    return len(_CELL.findall(first))
