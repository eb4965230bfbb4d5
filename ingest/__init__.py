"""Pages become chunks."""

from ingest.chunking import Chunk, chunk_document
from ingest.clone import Copy, clone
from ingest.document import Block, Document
from ingest.fetch import fetch
from ingest.language import detect_language, fold, polish_score
from ingest.sources import SUFFIXES, read_bytes
from ingest.walk import Page, Skipped, walk

__all__ = [
    "SUFFIXES",
    "Block",
    "Chunk",
    "Copy",
    "Document",
    "Page",
    "Skipped",
    "chunk_document",
    "clone",
    "detect_language",
    "polish_score",
    "fetch",
    "fold",
    "read_bytes",
    "walk",
]
