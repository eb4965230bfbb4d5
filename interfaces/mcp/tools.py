"""The tools an IDE may call, each with the schema of its result."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from agents import Assistant, Delivery
from errors import BadInput
from generators import check_files, load, names
from interfaces.contract import as_row, file_row
from knowledge import check_question

Result = dict[str, Any]
_TEXT = {"type": "string"}
_LANGUAGE = {"enum": ["pl", "en"]}


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required}


_CHECK = _object(["tool", "passed", "detail"], tool=_TEXT, version=_TEXT, passed={"type": ["boolean", "null"]}, detail=_TEXT)
_CHECKS = {"type": "array", "items": _CHECK}
_FILE = _object(["path", "content", "checks"], path=_TEXT, kind=_TEXT, content=_TEXT, checks=_CHECKS)
_SOURCE = _object(["id", "title", "path", "quote"], id={"type": "integer"}, title=_TEXT, section=_TEXT, path=_TEXT, quote=_TEXT)
_HIT = _object(["path", "text"], path=_TEXT, section=_TEXT, title=_TEXT, text=_TEXT, score={"type": "number"})
_FILES = {"type": "array", "items": _FILE}


@dataclass(frozen=True)
class Tool:
    """A tool: what it takes, what it gives, and what it does. `run` may take seconds and is called in a thread."""

    name: str
    description: str
    takes: dict[str, Any]
    gives: dict[str, Any]
    run: Callable[[Assistant, dict[str, Any]], Result]


def all_tools() -> list[Tool]:
    """Search, ask, check a file, and one generator a kind."""
    return [*_GENERAL, *(_generator(kind) for kind in names())]


def _search(assistant: Assistant, given: dict[str, Any]) -> Result:
    question = check_question(given["query"])
    hits = assistant.library.search(question, k=_count(given.get("limit", 5)), language=given.get("language")).hits
    return {
        "hits": [
            {"path": hit.path, "section": hit.section, "title": hit.title, "text": hit.text, "score": round(hit.score, 4)}
            for hit in hits
        ]
    }


def _count(value: Any) -> int:
    if not isinstance(value, int) or not 1 <= value <= 50:
        raise BadInput(f"limit: {value!r} is not a number from 1 to 50.")
    return value


def _ask(assistant: Assistant, given: dict[str, Any]) -> Result:
    return as_row(assistant.ask(given["question"], history=given.get("history", [])))


def _validate(assistant: Assistant, given: dict[str, Any]) -> Result:
    path = str(given["path"]).lstrip("/")
    if not path or ".." in path.split("/") or "\x00" in path:
        raise BadInput(f"path: {given['path']!r} is not a path inside a project. Give one such as k8s/deployment.yaml.")
    verdicts = check_files({path: given["content"]})[path]
    checks = [{"tool": one.tool, "version": one.version, "passed": one.passed, "detail": one.detail} for one in verdicts]
    judged = [one.passed for one in verdicts if one.passed is not None]
    return {"path": path, "passed": all(judged) if judged else None, "checks": checks}


def _generator(kind: str) -> Tool:
    generator = load(kind)

    def run(assistant: Assistant, given: dict[str, Any]) -> Result:
        delivery = Delivery.of(kind, given)
        if delivery.refusal:
            raise BadInput(delivery.refusal["en"])
        return {"files": [file_row(file) for file in delivery.files]}

    takes = generator.options.model_json_schema()
    return Tool(f"generate_{kind.replace('-', '_')}", generator.summary, takes, _object(["files"], files=_FILES), run)


_ANSWER = _object(
    ["answer", "refused", "sources", "files"],
    answer=_TEXT,
    language=_LANGUAGE,
    refused={"type": "boolean"},
    model=_TEXT,
    sources={"type": "array", "items": _SOURCE},
    files=_FILES,
)
_GENERAL = [
    Tool(
        "search_knowledge",
        "Search the MLOps course and the tool guides; returns passages, best first.",
        _object(["query"], query=_TEXT, limit={"type": "integer", "minimum": 1, "maximum": 50, "default": 5}, language=_LANGUAGE),
        _object(["hits"], hits={"type": "array", "items": _HIT}),
        _search,
    ),
    Tool(
        "ask",
        "Ask Sternik in Polish or English; the answer cites its sources, and files it makes are validated.",
        _object(["question"], question=_TEXT, history={"type": "array", "items": _TEXT, "description": "Earlier questions."}),
        _ANSWER,
        _ask,
    ),
    Tool(
        "validate_file",
        "Check a Dockerfile, manifest or pipeline config with its own validators; nothing is run or sent anywhere.",
        _object(
            ["path", "content"], path={**_TEXT, "description": "Its path in the project, which tells what it is."}, content=_TEXT
        ),
        _object(["path", "passed", "checks"], path=_TEXT, passed={"type": ["boolean", "null"]}, checks=_CHECKS),
        _validate,
    ),
]
