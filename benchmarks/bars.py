"""What the issue asks for, and the bars of the plot: figures to compare with, and where they come from."""

from collections.abc import Sequence

from benchmarks.plot import Bar, Line
from benchmarks.results import Figures

PLAIN = "LangChain + Chroma + MiniLM"
_OURS = "Sternik"
_PUBLISHED = Bar("published hybrid search", 0.952)
_ROWS = (
    ("tools", "language en", "Documentation of 17 tools, English questions"),
    ("tools", "language pl", "The same documentation, Polish questions"),
    ("zoomcamp", "all", "FAQ of three courses, filtered by course"),
    ("own", "language en", "Built-in knowledge, English questions"),
    ("own", "language pl", "Built-in knowledge, Polish questions"),
)


def retrieval_bars(retrieval: Figures | None, rivals: Figures | None) -> list[tuple[str, Sequence[Bar]]]:
    """Groups of bars: ours, then whoever has been measured or published on the same questions."""
    groups: list[tuple[str, Sequence[Bar]]] = []
    for name, row, title in _ROWS:
        ours = _hit(retrieval, name, row)
        if ours is None:
            continue
        bars = [Bar(_OURS, ours, ours=True)]
        plain = _hit(rivals, name, row)
        if plain is not None:
            bars.append(Bar(PLAIN, plain))
        if name == "zoomcamp":
            bars.append(_PUBLISHED)
        groups.append((title, bars))
    return groups


def refusal_lines(refusal: Figures | None) -> list[Line]:
    """A curve for each set."""
    sets = (refusal or {}).get("sets", {}).values()
    return [Line(one["title"], [(point["false_refusal"], point["refused"]) for point in one["curve"]]) for one in sets]


def _hit(figures: Figures | None, name: str, row: str) -> float | None:
    rows = (figures or {}).get("sets", {}).get(name, {}).get("rows", {})
    value: float | None = rows.get(row, {}).get("hit@5")
    return value
