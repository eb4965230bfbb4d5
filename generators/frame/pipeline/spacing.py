"""Empty lines where people put them, so that jobs can be told apart at a glance."""

import re


def spaced(text: str, start: str) -> str:
    """The text with an empty line before each line that `start` (a regular expression) begins, but not after an opening line."""
    lines: list[str] = []
    for line in text.splitlines():
        opened = not lines or lines[-1].endswith(":") or lines[-1].startswith(("#", "---")) or not lines[-1]
        if re.match(start, line) and not opened:
            lines.append("")
        lines.append(line)
    return "\n".join(lines) + "\n"
