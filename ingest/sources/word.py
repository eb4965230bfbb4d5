"""Word documents, turned into HTML by mammoth."""

import io
import zipfile
from xml.parsers.expat import ExpatError

import mammoth

from errors import UnreadableSource
from ingest.document import Document
from ingest.sources.html import document_from_html
from ingest.sources.office import open_archive


def read(content: bytes, name: str) -> Document:
    """Headings by style, lists and tables; pictures are left out.

    Raises:
        UnreadableSource: it is not a Word document (an old .doc, a renamed file, a damaged archive).
    """
    open_archive(content, name, "word/document.xml", "Word document (.docx)")
    try:
        html = mammoth.convert_to_html(io.BytesIO(content), convert_image=mammoth.images.img_element(lambda _: {"src": ""})).value
    except (zipfile.BadZipFile, ExpatError, KeyError, ValueError, OSError) as error:
        raise UnreadableSource(f"{name}: this Word document is damaged ({error}).") from error
    return document_from_html(f"<main>{html}</main>", name)
