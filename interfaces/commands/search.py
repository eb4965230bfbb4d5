"""Find passages, without an answer around them."""

import argparse
import sys
from contextlib import closing

from errors import BadInput
from interfaces.commands.console import colored, read_rows, text_field, write, write_json
from interfaces.commands.opening import opened
from knowledge import Hit, check_question


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("question", nargs="?", help="what to look for, in Polish or English")
    parser.add_argument("--collection", action="append", metavar="NAME", help="look only there; may be repeated")
    parser.add_argument("-k", type=_count, default=10, help="how many passages (default 10)")
    parser.add_argument("--jsonl", action="store_true", help='read lines {"id","question"}, write one JSON object for each')


def run(arguments: argparse.Namespace) -> int:
    """Search."""
    if arguments.jsonl:
        return _many(arguments)
    if not (arguments.question or "").strip():
        raise BadInput('The question is empty. Example: sternik search "readiness probe"')
    question = check_question(arguments.question)
    with closing(opened()) as assistant:
        hits = assistant.library.search(question, collections=arguments.collection, k=arguments.k).hits
    if hits:
        write("\n\n".join(_as_text(number, hit) for number, hit in enumerate(hits, 1)))
    return 0


def _many(arguments: argparse.Namespace) -> int:
    if arguments.question is not None:
        raise BadInput("--jsonl reads its questions from standard input; it takes no question.")
    with closing(opened()) as assistant:
        for number, row in read_rows(sys.stdin.buffer):
            try:
                question = check_question(text_field(row, "question"))
            except BadInput as error:
                raise BadInput(f"Line {number} ({row.get('id', 'no id')}): {error}") from error
            own = row.get("collection")
            collections = arguments.collection or ([own] if isinstance(own, str) else None)
            hits = assistant.library.search(question, collections=collections, k=arguments.k).hits
            write_json({"id": row.get("id"), "hits": [_as_row(hit) for hit in hits]})
    return 0


def _as_row(hit: Hit) -> dict[str, str | float]:
    return {"path": hit.path, "section": hit.section, "score": round(hit.score, 4), "title": hit.title, "text": hit.text}


def _as_text(number: int, hit: Hit) -> str:
    place = f" > {hit.section}" if hit.section else ""
    head = colored(f"{number}. {hit.title}{place}", "1")
    return f"{head}\n   {colored(f'{hit.collection}: {hit.url or hit.path}', '2')}\n{hit.text}"


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= number <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 100")
    return number
