"""What a validator says."""

from dataclasses import dataclass


class Missing(Exception):
    """The validator is not installed here; the text says how it would be."""


@dataclass(frozen=True)
class Problem:
    """A fault in a file; `line` counts from 1 and is None when the tool does not tell."""

    path: str
    message: str
    line: int | None = None


@dataclass(frozen=True)
class Verdict:
    """One validator's word on one file. `passed` None means that it was not checked, and `detail` says why."""

    tool: str
    version: str
    passed: bool | None
    detail: str = ""
    line: int | None = None
