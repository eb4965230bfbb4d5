"""CODEOWNERS files, by a check of our own: each line has a pattern and owners that GitHub and GitLab understand."""

import re
from pathlib import Path, PurePosixPath

from generators.checks.problem import Problem

TOOL = "own check: CODEOWNERS"
HEAVY = False
_OWNER = re.compile(r"@[A-Za-z0-9][\w.-]*(?:/[\w.-]+)*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SECTION = re.compile(r"\^?\[[^\]]+\](?:\[\d+\])?(?: .*)?")


def version() -> str:
    """The rules' own version."""
    return "1"


def wants(path: str, text: str) -> bool:
    """Files of that name."""
    return PurePosixPath(path).name == "CODEOWNERS"


def check(folder: Path, paths: list[str]) -> list[Problem]:
    """Lines that the servers would skip, so that nobody is asked."""
    found = []
    for path in paths:
        for number, line in enumerate((folder / path).read_text(encoding="utf-8").splitlines(), 1):
            message = _fault(line)
            if message:
                found.append(Problem(path, message, number))
    return found


def _fault(line: str) -> str | None:
    words = line.split("#")[0].split()
    if not words or _SECTION.fullmatch(line.strip()):
        return None
    pattern, *owners = words
    if pattern.startswith("!") or "[" in pattern:
        return f"{pattern!r}: ! and [ ] do not work in CODEOWNERS"
    if not owners:
        return f"{pattern!r} has no owner"
    wrong = next((owner for owner in owners if not _OWNER.fullmatch(owner)), None)
    return f"{wrong!r} is neither @name, @organisation/team nor an e-mail address" if wrong else None
