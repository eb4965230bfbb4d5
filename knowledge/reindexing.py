"""All vectors again, with another embedding model, from the text that the ledger holds."""

import json

import numpy as np

from ingest import Chunk
from knowledge.embeddings import Embedder
from knowledge.ingesting import BATCH_CHUNKS, Progress
from knowledge.ledger import Ledger


def reembed(ledger: Ledger, embedder: Embedder, progress: Progress) -> None:
    """Replace every stored vector; Chroma is left to be filled again. A stopped run is simply started again."""
    after = done = 0
    while True:
        rows = ledger.database.connection.execute(
            """SELECT chunks.*, title, language, path FROM chunks JOIN documents ON documents.id = document
            WHERE chunks.id > ? ORDER BY chunks.id LIMIT ?""",
            (after, BATCH_CHUNKS),
        ).fetchall()
        if not rows:
            return
        texts = [
            Chunk(row["text"], row["title"], tuple(json.loads(row["headings"])), "", row["language"], 0, 0).embedded_text for row in rows
        ]
        vectors = embedder.embed_passages(texts).astype(np.float16)
        with ledger.database.transaction() as db:
            db.executemany(
                "UPDATE chunks SET vector = ? WHERE id = ?", [(v.tobytes(), row["id"]) for v, row in zip(vectors, rows, strict=True)]
            )
        after = rows[-1]["id"]
        done += len(rows)
        progress(done, rows[-1]["path"])
