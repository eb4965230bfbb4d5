"""The ledger's rows about documents and chunks: what is there, what is pending, what must be forgotten."""

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from ingest import Chunk, Document, Page
from knowledge.database import Connection, Database, Row
from knowledge.embeddings import Vectors
from knowledge.glossary import Concept
from knowledge.lexical import Stems
from knowledge.notes import Notes, count_contents
from knowledge.postings import Postings

_JUDGED = "chunks.id, chunks.headings, chunks.vector, documents.path, documents.title, documents.language"
_SHOWN = """chunks.id, chunks.headings, chunks.anchor, chunks.text, documents.collection, documents.path, documents.url,
    documents.title, documents.language, documents.modified"""

_MOST_REMEMBERED = 50_000  # stems


@dataclass(frozen=True)
class Prepared:
    """A page ready to be written: its chunks and their vectors, row by row."""

    page: Page
    document: Document
    chunks: Sequence[Chunk]
    vectors: Vectors


class Ledger:
    """Reads and writes; every write is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self.database = database
        self.notes = Notes(database)
        self.stems = Stems()
        self._postings = Postings(database)
        self._frequencies: tuple[int, dict[str, int]] = (-1, {})
        self._counted: tuple[int, dict[str, tuple[int, int]]] = (-1, {})

    def digests(self, collection: str, source: str) -> dict[str, str]:
        """Path to content hash of what is ready from one source."""
        query = "SELECT path, digest FROM documents WHERE ready AND collection = ? AND source = ?"
        return {row["path"]: row["digest"] for row in self.database.read(query, (collection, source))}

    def write_pending(self, collection: str, source: str, pages: Sequence[Prepared]) -> list[int]:
        """Write documents that search does not see yet; returns the ids of their chunks in order."""
        ids: list[int] = []
        with self.database.transaction() as db:
            for prepared in pages:
                page, document = prepared.page, prepared.document
                what = (page.path, page.url, document.title, document.language, page.digest, page.modified, time.time())
                number = db.execute(
                    """INSERT INTO documents (collection, source, path, url, title, language, digest, modified, ingested)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    (collection, source, *what),
                ).lastrowid
                for chunk, vector in zip(prepared.chunks, prepared.vectors, strict=True):
                    ids.append(self._write_chunk(db, number or 0, chunk, vector))
        return ids

    def _write_chunk(self, db: Connection, document: int, chunk: Chunk, vector: Vectors) -> int:
        headings = _listed(chunk.headings)
        number = db.execute(
            "INSERT INTO chunks (document, section, headings, anchor, text, tokens, vector, asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (document, chunk.section, headings, chunk.anchor, chunk.text, chunk.tokens, _half(vector), _listed(chunk.asked)),
        ).lastrowid
        body = "\n".join((chunk.text, *chunk.asked))
        stems = [self.stems.of_text(text, chunk.language) for text in (chunk.title, " ".join(chunk.headings), body)]
        db.execute("INSERT INTO passages (rowid, title, headings, body) VALUES (?, ?, ?, ?)", (number, *stems))
        return number or 0

    def make_ready(self) -> None:
        """Show every pending document, in place of the version it replaces."""
        with self.database.transaction() as db:
            replaced = """SELECT old.id FROM documents old JOIN documents new USING (collection, source, path)
                WHERE old.ready AND NOT new.ready"""
            _delete(db, replaced)
            # Two pending versions of one page: it came twice in a batch, or a crash lies between them. The newer one counts.
            doubled = """SELECT a.id FROM documents a JOIN documents b USING (collection, source, path)
                WHERE NOT a.ready AND NOT b.ready AND a.id < b.id"""
            _delete(db, doubled)
            db.execute("UPDATE documents SET ready = 1 WHERE NOT ready")
            count_contents(db)

    def remove(self, collection: str, source: str, paths: Iterable[str]) -> None:
        """Delete documents that are gone from their source."""
        with self.database.transaction() as db:
            for path in paths:
                _delete(db, "SELECT id FROM documents WHERE collection = ? AND source = ? AND path = ?", (collection, source, path))
            count_contents(db)

    def pending_chunks(self) -> dict[str, list[int]]:
        """Chunks whose vectors may not have reached Chroma, by collection."""
        return self._by_collection(
            "SELECT chunks.id, collection FROM chunks JOIN documents ON documents.id = document WHERE NOT ready ORDER BY chunks.id"
        )

    def forgotten(self) -> dict[str, list[int]]:
        """Chunks whose vectors may still be in Chroma though they are gone, by collection."""
        return self._by_collection("SELECT chunk AS id, collection FROM forgotten")

    def clear_forgotten(self, ids: Sequence[int]) -> None:
        """Their vectors are gone from Chroma."""
        with self.database.transaction() as db:
            db.executemany("DELETE FROM forgotten WHERE chunk = ?", [(number,) for number in ids])

    def _by_collection(self, query: str) -> dict[str, list[int]]:
        grouped: dict[str, list[int]] = {}
        for row in self.database.read(query):
            grouped.setdefault(row["collection"], []).append(row["id"])
        return grouped

    def counts(self) -> dict[str, tuple[int, int]]:
        """Documents and chunks that are ready, by collection. Counted once for every change: each search asks."""
        contents = self.notes.contents
        known, counts = self._counted
        if known != contents:
            rows = self.database.read(
                """SELECT collection, count(DISTINCT documents.id) AS documents, count(chunks.id) AS chunks
                FROM documents LEFT JOIN chunks ON chunks.document = documents.id
                WHERE ready GROUP BY collection ORDER BY collection"""
            )
            counts = {row["collection"]: (row["documents"], row["chunks"]) for row in rows}
            self._counted = (contents, counts)
        return dict(counts)

    def chunk_vectors(self, collection: str, after: int, limit: int) -> tuple[list[int], Vectors]:
        """A page of the collection's ready vectors in order of id, for filling Chroma again."""
        rows = self.database.read(
            """SELECT chunks.id, vector FROM chunks JOIN documents ON documents.id = document
            WHERE ready AND collection = ? AND chunks.id > ? ORDER BY chunks.id LIMIT ?""",
            (collection, after, limit),
        )
        return [row["id"] for row in rows], unpack(row["vector"] for row in rows)

    def vectors_of(self, ids: Sequence[int]) -> Vectors:
        """Vectors by id, in the order of `ids`."""
        rows = {row["id"]: row["vector"] for row in self._rows("SELECT id, vector FROM chunks WHERE id IN ({})", ids)}
        return unpack(rows[number] for number in ids)

    def match(self, concepts: Iterable[Concept], collections: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """Best ready chunks by BM25, best first, title and headings counting more; in all collections when none is given."""
        return self._postings.best(self.notes.contents, self._present(concepts), collections, limit)

    def _present(self, concepts: Iterable[Concept]) -> list[Concept]:
        """The concepts without the forms that no passage holds, asked for all at once."""
        wanted = list(concepts)
        frequency = self.document_frequency({stem for concept in wanted for stem in _all_stems(concept)})
        return [
            replace(
                concept,
                own=frozenset(stem for stem in concept.own if frequency[stem]),
                partners=tuple(form for form in concept.partners if all(any(frequency[stem] for stem in word) for word in form)),
            )
            for concept in wanted
        ]

    def candidates(self, ids: Sequence[int]) -> dict[int, Row]:
        """What ranking needs to know of the chunks that are ready."""
        return self._ready(_JUDGED, ids)

    def ready_rows(self, ids: Sequence[int]) -> dict[int, Row]:
        """Chunk with document, of those that search may show: one version of each page, as of one moment."""
        return self._ready(_SHOWN, ids)

    def _ready(self, columns: str, ids: Sequence[int]) -> dict[int, Row]:
        query = f"SELECT {columns} FROM chunks JOIN documents ON documents.id = document WHERE ready AND chunks.id IN ({{}})"
        return {row["id"]: row for row in self._rows(query, ids)}

    def twins(self, ids: Sequence[int], language: str) -> dict[int, int]:
        """For chunks of pages in another language, the chunk at the same place of the version in this one, if there is one.

        Versions have equal paths but for a folder /pl/ or /en/; the place is the section and the chunk's number in it.
        """
        before = "(SELECT count(*) FROM chunks b WHERE b.document = {0}.document AND b.section = {0}.section AND b.id < {0}.id)"
        query = f"""SELECT mine.id AS original, twin.id AS twin FROM chunks mine
            JOIN documents page ON page.id = mine.document AND page.language != :language
            JOIN documents other ON other.ready AND other.collection = page.collection AND other.source = page.source
                AND other.path = replace(replace(page.path, '/pl/', :folder), '/en/', :folder) AND other.id != page.id
            JOIN chunks twin ON twin.document = other.id AND twin.section = mine.section
            WHERE mine.id IN (SELECT value FROM json_each(:ids))
                AND {before.format("twin")} <= {before.format("mine")} ORDER BY twin.id"""
        rows = self.database.read(query, {"language": language, "folder": f"/{language}/", "ids": json.dumps(list(ids))})
        return {row["original"]: row["twin"] for row in rows}

    def stems_of(self, ids: Sequence[int]) -> list[Row]:
        """Title, headings and body of chunks, as stems."""
        return self._rows("SELECT rowid, title, headings, body FROM passages WHERE rowid IN ({})", ids)

    def document_frequency(self, stems: Iterable[str]) -> dict[str, int]:
        """In how many passages each stem occurs. Remembered until the library changes: looking one up takes 0.03 ms."""
        contents = self.notes.contents
        if self._frequencies[0] != contents or len(self._frequencies[1]) > _MOST_REMEMBERED:
            self._frequencies = (contents, {})
        known = self._frequencies[1]
        wanted = list(stems)
        missing = [stem for stem in wanted if stem not in known]
        if missing:
            found = {row["term"]: row["doc"] for row in self._rows("SELECT term, doc FROM terms WHERE term IN ({})", missing)}
            known.update({stem: found.get(stem, 0) for stem in missing})
        return {stem: known[stem] for stem in wanted}

    def _rows(self, query: str, values: Sequence[int] | Sequence[str]) -> list[Row]:
        return self.database.read(query.format(",".join("?" * len(values))), values)


def _all_stems(concept: Concept) -> Iterable[str]:
    return chain(concept.own, *(word for form in concept.partners for word in form))


def _listed(texts: Sequence[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def _half(vector: Vectors) -> bytes:
    return vector.astype(np.float16).tobytes()


def _delete(db: Connection, query: str, values: Sequence[str] = ()) -> None:
    """Delete the documents whose ids the query gives; that their vectors must go is written down in the same transaction."""
    for (number,) in db.execute(query, values).fetchall():
        db.execute(
            """INSERT OR IGNORE INTO forgotten SELECT chunks.id, documents.collection FROM chunks
            JOIN documents ON documents.id = chunks.document WHERE documents.id = ?""",
            (number,),
        )
        db.execute("DELETE FROM passages WHERE rowid IN (SELECT id FROM chunks WHERE document = ?)", (number,))
        db.execute("DELETE FROM documents WHERE id = ?", (number,))


def unpack(blobs: Iterable[bytes]) -> Vectors:
    """Stored vectors as float32 rows."""
    rows = list(blobs)
    if not rows:
        return np.zeros((0, 0), dtype=np.float32)
    return np.frombuffer(b"".join(rows), dtype=np.float16).reshape(len(rows), -1).astype(np.float32)
