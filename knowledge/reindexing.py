"""All vectors again, with another embedding model, from the text that the ledger holds."""

import json

import numpy as np

from ingest import Chunk
from knowledge.blending import blending
from knowledge.database import Row
from knowledge.embeddings import Embedder
from knowledge.ingesting import BATCH_CHUNKS, Progress
from knowledge.ledger import Ledger
from knowledge.notes import write_mark, write_note

# The new vectors wait in a table of their own, so that a stopped run leaves the old ones, all of one model, in their place.
_TABLE = "CREATE TABLE IF NOT EXISTS reembedded (chunk INTEGER PRIMARY KEY, vector BLOB NOT NULL)"


def reembed(ledger: Ledger, embedder: Embedder, progress: Progress) -> None:
    """Make the new vectors and keep them aside; a stopped run is simply started again."""
    with ledger.database.transaction() as db:
        db.execute(_TABLE)
        db.execute("DELETE FROM reembedded")
    embed = blending(embedder.embed_passages)
    after = done = 0
    while True:
        rows = ledger.database.read(
            """SELECT chunks.*, title, language, path FROM chunks JOIN documents ON documents.id = document
            WHERE chunks.id > ? ORDER BY chunks.id LIMIT ?""",
            (after, BATCH_CHUNKS),
        )
        if not rows:
            return
        asked = [json.loads(row["asked"]) for row in rows]
        vectors = embed([_embedded_text(row) for row in rows], asked).astype(np.float16)
        with ledger.database.transaction() as db:
            changes = [(row["id"], vector.tobytes()) for row, vector in zip(rows, vectors, strict=True)]
            db.executemany("INSERT INTO reembedded VALUES (?, ?)", changes)
        after = rows[-1]["id"]
        done += len(rows)
        progress(done, rows[-1]["path"])


def put_in_place(ledger: Ledger, key: str, model: str) -> None:
    """Let the new vectors replace the old ones, and the model's name, noted under `key`, with them. Repair then fills Chroma."""
    with ledger.database.transaction() as db:
        db.execute("UPDATE chunks SET vector = (SELECT vector FROM reembedded WHERE chunk = chunks.id)")
        db.execute("DROP TABLE reembedded")
        write_note(db, key, model)
        for collection in ledger.counts():
            write_mark(db, collection)


def _embedded_text(row: Row) -> str:
    headings = tuple(json.loads(row["headings"]))
    return Chunk(row["text"], row["title"], headings, "", row["language"], 0, 0).embedded_text(row["path"])
