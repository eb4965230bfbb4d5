"""Answer a question with citations, or many from standard input."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from agents import Answer, Assistant
from errors import BadInput
from interfaces.commands.console import colored, read_rows, text_field, write, write_json
from interfaces.commands.opening import opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("question", nargs="?", help="what you want to know, in Polish or English")
    parser.add_argument("--conversation", metavar="NAME", help="continue the conversation of this name (begun when new)")
    parser.add_argument("--collection", action="append", metavar="NAME", help="look only there; may be repeated")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="write the answer as one JSON object")
    form.add_argument(
        "--jsonl", action="store_true", help='read lines {"id","question"} or {"id","turns":[…]}, write one JSON object for each'
    )


def run(arguments: argparse.Namespace) -> int:
    """Answer."""
    if arguments.jsonl:
        return _many(arguments)
    question = arguments.question
    if question is None and not sys.stdin.isatty():
        question = sys.stdin.read()
    if question is None or not question.strip():
        raise BadInput('The question is empty. Example: sternik ask "Jak działa docker compose?"')
    assistant = opened()
    answer = _answer(assistant, question, arguments)
    if arguments.json:
        write(json.dumps(as_row(answer), ensure_ascii=False, indent=1))
    else:
        write(as_text(answer))
    return 0


def _answer(assistant: Assistant, question: str, arguments: argparse.Namespace) -> Answer:
    if not arguments.conversation:
        return assistant.ask(question, collections=arguments.collection)
    user = assistant.settings.user
    conversation = assistant.library.conversations.get_or_start(user, arguments.conversation, question)
    *_, last = assistant.stream(question, conversation, collections=arguments.collection)
    if not isinstance(last, Answer):
        raise TypeError(f"the stream ended with {last!r}")
    return last


def _many(arguments: argparse.Namespace) -> int:
    assistant = opened()
    for number, row in enumerate(read_rows(sys.stdin), 1):
        turns = _turns(row, number)
        collections = arguments.collection or ([row["collection"]] if isinstance(row.get("collection"), str) else None)
        try:
            answer = assistant.ask(turns[-1], history=turns[:-1], collections=collections)
        except BadInput as error:
            # One bad question must not take the other answers with it.
            write_json({"id": row.get("id"), "answer": str(error), "language": "en", "refused": True, "sources": [], "files": []})
            continue
        write_json({"id": row.get("id"), **as_row(answer)})
    return 0


def _turns(row: dict[str, Any], number: int) -> list[str]:
    turns = row.get("turns")
    if turns is None:
        return [text_field(row, "question", number)]
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise BadInput(f"Row {number} ({row.get('id', 'no id')}): 'turns' must be a list of texts.")
    return list(turns)


def as_row(answer: Answer) -> dict[str, Any]:
    """The answer in the shape of the contract (docs/architecture.md)."""
    shown = ("id", "title", "section", "path", "url", "quote")
    return {
        "answer": answer.full_text,
        "language": answer.language,
        "refused": answer.refused,
        "model": answer.model,
        "sources": [{key: value for key, value in asdict(source).items() if key in shown} for source in answer.sources],
        "files": [],
    }


def as_text(answer: Answer) -> str:
    """The answer for a person at a terminal: text, then its sources."""
    lines: list[str] = [colored(answer.notice, "33")] if answer.notice else []
    lines.append(answer.full_text)
    if answer.sources:
        lines += ["", colored("Źródła:" if answer.language == "pl" else "Sources:", "1"), *_source_lines(answer)]
    return "\n".join(lines)


def _source_lines(answer: Answer) -> Iterable[str]:
    for source in answer.sources:
        place = f" > {source.section}" if source.section else ""
        yield f"  [{source.id}] {source.title}{place}  {colored(source.url or source.path, '2')}"
