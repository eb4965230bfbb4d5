"""A program for test_crashes.py: ingests are killed at random moments, and after each the home is opened and looked at.

It imports everything once and forks for each ingest and each look, and never opens Chroma itself, which does not survive a fork.
Usage: crashing.py FOLDER KILLS SEED; prints a JSON line after each ingest.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import chromadb.api.rust  # noqa: F401  # a second that no fork should have to wait for
from words import Words

from ingest import Page
from knowledge import Library, ingesting, vectors
from knowledge.database import Database
from knowledge.ledger import Ledger
from knowledge.repair import needs_repair

PAGES = 24
SECTIONS = 3


def text_of(page: int, version: int) -> str:
    """Every version of a page says in each section which page, section and version it is."""
    sections = [f"## Section {n}\n\nPage p{page} section s{n} in version v{version}.\n" for n in range(SECTIONS)]
    return f"# Page {page}\n\n" + "\n".join(sections)


def pages(version: int) -> Iterator[Page]:
    """All pages but the one that this version lacks; two of three change with each version, the others stay."""
    for page in range(PAGES):
        if page != version % PAGES:
            yield Page(f"{page:03}.md", text_of(page, version if page % 3 else 0).encode(), 0.0)


def ingest(home: Path, version: int, pipe: int) -> None:
    """Ingest a version, writing a byte to the pipe after each page."""
    library = Library(home, Words())
    library.ingest_pages(pages(version), "here", "docs", lambda done, path: (os.write(pipe, b"."), None)[1])
    library.close()


def look(home: Path) -> dict[str, Any]:
    """What the home holds once it is opened: in the ledger, in Chroma, and as search gives it."""
    torn = needs_repair(Ledger(Database(home / "sternik.db")))
    library = Library(home, Words())
    ledger: Ledger = library._ledger
    found = [library.search(f"Page p{page} section", k=12).hits for page in range(0, PAGES, 5)]
    rows = ledger.database.read(
        "SELECT chunks.id, path, text FROM chunks JOIN documents ON documents.id = document WHERE ready ORDER BY chunks.id"
    )
    report = {
        "torn": torn,
        "texts": [[row["path"], row["text"]] for row in rows],
        "pending": ledger.database.read("SELECT count(*) AS n FROM documents WHERE NOT ready")[0]["n"],
        "forgotten": ledger.forgotten(),
        "changing": ledger.notes.changing(),
        "words": ledger.database.read("SELECT count(*) AS n FROM passages")[0]["n"],
        "ledger": [row["id"] for row in rows],
        "chroma": sorted(library._vectors.nearest("docs", Words().embed_query("Page"), 10 * PAGES * SECTIONS)) if rows else [],
        "found": [[[hit.path, hit.text] for hit in hits] for hits in found],
    }
    library.close()
    return report


def in_a_fork(work: Callable[[int], Any], kill_at: tuple[int, float] | None = None) -> tuple[int, str]:
    """Run it in a process of its own, giving it a pipe to write to; returns how that ended and what it wrote.

    `kill_at` says after how many bytes that it writes, and seconds from then, it is killed.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writer, json.dumps(work(writer)).encode())
            os._exit(0)
        except BaseException:  # noqa: BLE001  # whatever it is, the test shows it
            traceback.print_exc()
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb", buffering=0) as pipe:
        if kill_at:
            for _ in range(kill_at[0]):
                pipe.read(1)
            time.sleep(kill_at[1])
            os.kill(child, signal.SIGKILL)
        text = pipe.readall()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), (text or b"").decode()


def main(home: Path, kills: int, seed: int) -> None:
    """Each kill is at a random page and a random moment of the work that follows it."""
    # Several batches an ingest, and several times in it that Chroma saves its files, so that kills hit all that there is to hit.
    ingesting.BATCH_CHUNKS = 12
    vectors._CONFIGURATION["hnsw"].update({"sync_threshold": 30, "batch_size": 10})
    dice = random.Random(seed)
    for page in pages(0):
        page.read()  # what the reader prepares at first use, the forks inherit
    started = time.monotonic()
    run(home, 1)
    step = (time.monotonic() - started) / PAGES
    version = 1
    while kills:
        version += 1
        kills -= run(home, version, (dice.randrange(1, PAGES), dice.uniform(0, step))) == -signal.SIGKILL
    run(home, version + 1)


def run(home: Path, version: int, kill_at: tuple[int, float] | None = None) -> int:
    """Ingest a version, look at what is there, and tell about both. Returns how the ingest ended."""
    ended, _ = in_a_fork(lambda pipe: ingest(home, version, pipe), kill_at)
    looked, text = in_a_fork(lambda _: look(home))
    report = {"version": version, "ended": ended, "looked": looked, "held": json.loads(text) if text else None}
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()
    return ended


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
