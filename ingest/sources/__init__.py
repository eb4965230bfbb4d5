"""One file a kind: each reader turns a page's bytes into a Document. The table below is the registry."""

import importlib
from collections.abc import Callable
from pathlib import PurePosixPath

from errors import UnreadableSource
from ingest.document import Document

Reader = Callable[[bytes, str], Document]

# Readers are imported when first met: each brings a parser, and most libraries hold one or two kinds only.
SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".rst": "restructuredtext",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
    ".asc": "asciidoc",
    ".html": "html",
    ".htm": "html",
    ".ipynb": "notebook",
    ".txt": "text",
    ".pdf": "pdf",
    ".docx": "word",
    ".pptx": "powerpoint",
}


def read_bytes(content: bytes, name: str) -> Document:
    """Read one page, choosing the reader by the ending of its name.

    Raises:
        UnreadableSource: the ending is unknown, the content is not what the ending says, or there is no text in it.
    """
    kind = SUFFIXES.get(PurePosixPath(name).suffix.lower())
    if kind is None:
        raise UnreadableSource(f"{name}: no reader for this ending. Readable: {', '.join(SUFFIXES)}.")
    reader: Reader = importlib.import_module(f"ingest.sources.{kind}").read
    try:
        document = reader(content, name)
    except RecursionError:
        raise UnreadableSource(f"{name}: lists, quotes or tags are nested too deeply in it to be read.") from None
    if not any(block.text.strip() for block in document.blocks):
        raise UnreadableSource(f"{name}: there is no text in it.")
    return document
