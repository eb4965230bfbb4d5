"""docs/benchmarks.svg: who finds the right page, and the refusal curve. Plain SVG, no library."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_INK, _FAINT, _GRID = "#22303c", "#5d6b78", "#dde3e8"
_OURS, _OTHERS = "#0f6e84", ("#e0a13a", "#a8b4be")
_LINES = ("#0f6e84", "#c2571a")
_WIDTH, _LEFT, _RIGHT = 760, 230, 90
_BAR, _GAP, _GROUP = 16, 4, 18


@dataclass(frozen=True)
class Bar:
    """One measured or published value; ours is drawn in our colour."""

    label: str
    value: float
    ours: bool = False


@dataclass(frozen=True)
class Line:
    """A curve through (x, y), both 0 to 1."""

    label: str
    points: Sequence[tuple[float, float]]


def draw(groups: Sequence[tuple[str, Sequence[Bar]]], lines: Sequence[Line]) -> str:
    """The whole picture. Groups are drawn from top to bottom, the curves below them."""
    parts = [_text(24, 34, "A right page among the first five", size=17, bold=True)]
    y = 54.0
    for title, bars in groups:
        y, drawn = _group(y, title, bars)
        parts += drawn
    y += 26
    parts.append(_text(24, y, "Questions without an answer that are refused", size=17, bold=True))
    parts += _curves(y + 18, lines)
    height = y + 18 + 262
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" width="{_WIDTH}" height="{height:.0f}"'
    style = ' font-family="system-ui, sans-serif" role="img" aria-label="Retrieval and refusal, as in the tables of benchmarks.md">'
    background = f'<rect width="{_WIDTH}" height="{height:.0f}" rx="10" fill="#ffffff"/>'
    return "\n".join([head + style, background, *parts, "</svg>"]) + "\n"


def _group(y: float, title: str, bars: Sequence[Bar]) -> tuple[float, list[str]]:
    parts = [_text(24, y + 14, title, bold=True)]
    y += 22
    others = iter(_OTHERS * len(bars))
    for bar in bars:
        width = (_WIDTH - _LEFT - _RIGHT) * bar.value
        colour = _OURS if bar.ours else next(others)
        parts.append(_text(_LEFT - 10, y + 12.5, bar.label, anchor="end", colour=_INK if bar.ours else _FAINT))
        parts.append(f'<rect x="{_LEFT}" y="{y:.1f}" width="{width:.1f}" height="{_BAR}" rx="2" fill="{colour}"/>')
        parts.append(_text(_LEFT + width + 8, y + 12.5, f"{bar.value:.3f}", bold=bar.ours))
        y += _BAR + _GAP
    return y + _GROUP - _GAP, parts


def _curves(top: float, lines: Sequence[Line]) -> list[str]:
    x0, width, height, most = 70.0, 420.0, 200.0, 0.3
    parts = []
    for number in range(6):
        y = top + height * (1 - number / 5)
        parts.append(f'<line x1="{x0}" x2="{x0 + width}" y1="{y:.1f}" y2="{y:.1f}" stroke="{_GRID}"/>')
        parts.append(_text(x0 - 8, y + 4, f"{number * 20} %", anchor="end", colour=_FAINT, size=11))
    for share in (0, 0.05, 0.1, 0.2, 0.3):
        parts.append(_text(x0 + width * share / most, top + height + 18, f"{share:.0%}", anchor="middle", colour=_FAINT, size=11))
    axis = "answerable questions refused by mistake"
    parts.append(_text(x0 + width / 2, top + height + 38, axis, anchor="middle", colour=_FAINT, size=12))
    for number, (line, colour) in enumerate(zip(lines, _LINES, strict=False)):
        places = [f"{x0 + width * min(x, most) / most:.1f},{top + height * (1 - y):.1f}" for x, y in line.points if x <= most]
        parts.append(f'<polyline points="{" ".join(places)}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        y = top + 20 + number * 24
        parts.append(f'<rect x="{x0 + width + 26}" y="{y - 10:.1f}" width="18" height="4" fill="{colour}"/>')
        parts.append(_text(x0 + width + 52, y - 3, line.label, size=12))
    return parts


def _text(x: float, y: float, text: str, *, size: int = 13, bold: bool = False, anchor: str = "start", colour: str = _INK) -> str:
    weight = ' font-weight="600"' if bold else ""
    place = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"{weight}'
    return f"<text {place}>{escape(text)}</text>"
