"""Another process on the home of a test. Usage: neighbour.py VERB HOME [ARGUMENT…]; prints a line of JSON, or the error that it met.

`ingest ROOT COLLECTION [LARGEST_FILE]`, `count QUESTION`, and `watch`, which searches until a line comes in and then tells what it saw.
"""

import json
import resource
import select
import sys
from pathlib import Path
from typing import Any

from words import Words, ignore

from errors import SternikError
from knowledge import Library


def ingest(library: Library, root: str, collection: str, largest_file: str = "") -> int:
    if largest_file:  # bytes: as good as a full disk, and needs no disk of its own
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest_file), resource.RLIM_INFINITY))
    return library.ingest(root, collection, ignore).added


def count(library: Library, question: str) -> int:
    return len(library.search(question, k=500).hits)


def watch(library: Library) -> list[Any]:
    """All that searches gave, as sets of versions by page, and how many there were."""
    say("watching")
    seen: set[tuple[str, ...]] = set()
    searches = 0
    while not select.select([sys.stdin], [], [], 0)[0]:
        hits = library.search("page version", k=500).hits
        seen.add(tuple(sorted(f"{hit.path} {hit.text}" for hit in hits)))
        searches += 1
    return [searches, sorted(seen)]


def say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(verb: str, home: str, *arguments: str) -> None:
    try:
        library = Library(Path(home), Words())
        say({"ingest": ingest, "count": count, "watch": watch}[verb](library, *arguments))  # type: ignore[operator]
        library.close()
    except SternikError as error:
        say(f"{type(error).__name__}: {error}")
        sys.exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
