"""Answer a question with citations, or many from standard input."""

import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import closing
from typing import Any

from agents import Answer, Assistant
from errors import BadInput
from interfaces.commands.console import colored, read_rows, text_field, write, write_json
from interfaces.commands.opening import opened
from interfaces.contract import as_row
from knowledge import MOST_QUESTION, check_question


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
    question = _question(arguments)
    with closing(opened()) as assistant:
        answer = _answer(assistant, question, arguments)
    if arguments.json:
        write(json.dumps(as_row(answer), ensure_ascii=False, indent=1))
    else:
        write(as_text(answer))
    return 0


def _question(arguments: argparse.Namespace) -> str:
    question: str | None = arguments.question
    if question is None and not sys.stdin.isatty():
        question = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    if question is None or not question.strip():
        raise BadInput('The question is empty. Example: sternik ask "Jak działa docker compose?"')
    return check_question(question)


def _answer(assistant: Assistant, question: str, arguments: argparse.Namespace) -> Answer:
    if arguments.conversation is None:
        return assistant.ask(question, collections=arguments.collection)
    user = assistant.settings.user
    conversation = assistant.library.conversations.get_or_start(user, arguments.conversation, question)
    *_, last = assistant.stream(question, conversation, collections=arguments.collection)
    if not isinstance(last, Answer):
        raise TypeError(f"the stream ended with {last!r}")
    return last


def _many(arguments: argparse.Namespace) -> int:
    if arguments.question is not None or arguments.conversation is not None:
        raise BadInput("--jsonl reads its questions from standard input; it takes no question and no --conversation.")
    with closing(opened()) as assistant:
        for number, row in read_rows(sys.stdin.buffer):
            try:
                *before, question = _turns(row)
            except BadInput as error:
                raise BadInput(f"Line {number} ({row.get('id', 'no id')}): {error}") from error
            write_json({"id": row.get("id"), **_row(assistant, question, before, arguments.collection)})
    return 0


def _row(assistant: Assistant, question: str, before: list[str], collections: list[str] | None) -> dict[str, Any]:
    try:
        check_question(question)
    except BadInput as error:
        # One bad question must not take the other answers with it.
        language = assistant.language_of(question[:MOST_QUESTION])
        return as_row(Answer(str(error), language, True, assistant.settings.model))
    return as_row(assistant.ask(question, history=before, collections=collections))


def _turns(row: dict[str, Any]) -> list[str]:
    turns = row.get("turns")
    if turns is None:
        return [text_field(row, "question")]
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise BadInput("'turns' must be a list of texts.")
    return list(turns)


def as_text(answer: Answer) -> str:
    """The answer for a person at a terminal: files if there are any, text, then its sources."""
    lines: list[str] = [colored(answer.notice, "33")] if answer.notice else []
    lines += [part for file in answer.files for part in (colored(f"── {file.path}", "1"), file.content)]
    lines.append(answer.full_text)
    if answer.sources:
        lines += ["", colored("Źródła:" if answer.language == "pl" else "Sources:", "1"), *_source_lines(answer)]
    return "\n".join(lines)


def _source_lines(answer: Answer) -> Iterable[str]:
    for source in answer.sources:
        place = f" > {source.section}" if source.section else ""
        yield f"  [{source.id}] {source.title}{place}  {colored(source.url or source.path, '2')}"
