"""Jupyter notebooks, checked and upgraded by nbformat."""

import nbformat
from nbformat import reader
from nbformat.reader import NotJSONError

from errors import UnreadableSource
from ingest.document import Document
from ingest.sources.dialects import plain_markdown
from ingest.sources.html_markdown import fenced
from ingest.sources.markdown import document_from_markdown
from ingest.sources.text import decode


def read(content: bytes, name: str) -> Document:
    """Markdown cells as text, code cells as code in the notebook's language; outputs are left out.

    Raises:
        UnreadableSource: it is not a notebook, or it has no cells.
    """
    try:
        # nbformat.reads would validate too, and refuse or warn about notebooks that can be read.
        notebook = nbformat.convert(reader.reads(decode(content, name)), 4)  # type: ignore[no-untyped-call]
        language = str(notebook.metadata.get("language_info", {}).get("name", "python"))
        cells = [_cell(cell.cell_type, cell.source, language) for cell in notebook.cells if cell.source.strip()]
    except (NotJSONError, nbformat.ValidationError, AttributeError, KeyError, TypeError, ValueError) as error:
        reason = type(error).__name__
        raise UnreadableSource(f"{name}: this is not a Jupyter notebook ({reason}). Open and save it in Jupyter.") from error
    if not cells:
        raise UnreadableSource(f"{name}: the notebook has no cells with text.")
    return document_from_markdown("\n\n".join(cells), name)


def _cell(kind: str, source: str, language: str) -> str:
    return fenced(source, language) if kind == "code" else plain_markdown(source)
