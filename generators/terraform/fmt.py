"""The layout that `terraform fmt` gives: equals signs of neighbouring lines stand below each other."""

import re

_ASSIGNMENT = re.compile(r"^( *)(\S+) += (.*)$")
_TEXTS = re.compile(r'"(?:[^"\\]|\\.)*"')


def formatted(text: str) -> str:
    """The text with aligned assignments, and without blank lines where nobody wants them."""
    tidy = re.sub(r"\n{3,}", "\n\n", text.strip("\n") + "\n")
    tidy = re.sub(r"([{\[(])\n\n+", r"\1\n", tidy)
    tidy = re.sub(r"\n\n+( *[}\])])", r"\n\1", tidy)
    return _aligned(tidy)


def _aligned(text: str) -> str:
    lines = text.split("\n")
    start = 0
    for at, line in enumerate([*lines, ""]):
        if not _is_whole(line):
            lines[start:at] = _align(lines[start:at])
            start = at + 1
    return "\n".join(lines)


def _is_whole(line: str) -> bool:
    """An assignment that ends on its own line; one that opens a bracket stands apart."""
    match = _ASSIGNMENT.match(line)
    if not match:
        return False
    rest = _TEXTS.sub("", match[3])
    return sum(rest.count(mark) for mark in "({[") == sum(rest.count(mark) for mark in ")}]")


def _align(lines: list[str]) -> list[str]:
    parts = [match.groups() for line in lines if (match := _ASSIGNMENT.match(line))]
    width = max((len(name) for _, name, _ in parts), default=0)
    return [f"{indent}{name.ljust(width)} = {value}" for indent, name, value in parts]
