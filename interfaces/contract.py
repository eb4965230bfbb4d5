"""Answers and files as data, in the shape that others build on (docs/architecture.md)."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agents import Answer
    from generators import GeneratedFile

_SHOWN = ("id", "title", "section", "path", "url", "quote")


def as_row(answer: "Answer") -> dict[str, Any]:
    """An answer with its sources and files."""
    return {
        "answer": answer.full_text,
        "language": answer.language,
        "refused": answer.refused,
        "model": answer.model,
        "sources": [{key: value for key, value in asdict(source).items() if key in _SHOWN} for source in answer.sources],
        "files": [file_row(file) for file in answer.files],
    }


def file_row(file: "GeneratedFile") -> dict[str, Any]:
    """A file with its verdicts; `passed` is null where a validator could not judge."""
    checks = [
        {"tool": check.tool, "version": check.version, "passed": check.passed, "detail": check.detail} for check in file.checks
    ]
    return {"path": file.path, "kind": file.kind, "content": file.content, "checks": checks}
