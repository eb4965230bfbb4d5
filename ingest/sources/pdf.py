"""PDF, read by PDFium; each page is a section."""

import re

import pypdfium2

from errors import UnreadableSource
from ingest.document import Block, Document
from ingest.language import detect_language
from ingest.sources.text import title_from_name

# PDFium writes U+0002 or U+FFFE for a hyphen that divides a word, with or without the line's end.
_HYPHEN = re.compile(r"(\w)(?:[-\xad\ufffe\x02]\r?\n|[\ufffe\x02])(\w)")


def read(content: bytes, name: str) -> Document:
    """The text of each page below a heading with its number.

    Raises:
        UnreadableSource: it is damaged, needs a password, or holds pictures only.
    """
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(f"{name}: this PDF cannot be opened ({error}). It may be damaged or need a password.") from error
    with pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
        title = pdf.get_metadata_value("Title").strip() or title_from_name(name)
    language = detect_language("\n".join(pages))
    word = "Strona" if language == "pl" else "Page"
    blocks: list[Block] = []
    for number, page in enumerate(pages, 1):
        if page.strip():
            blocks += [Block("heading", f"{word} {number}", 2, f"page={number}"), *_paragraphs(page)]
    if not blocks:
        raise UnreadableSource(f"{name}: no text in this PDF, only pictures. Run text recognition (OCR) on it first.")
    return Document(title, language, tuple(blocks))


def _paragraphs(page: str) -> list[Block]:
    joined = _HYPHEN.sub(r"\1\2", page).replace("\r\n", "\n")
    return [Block("text", re.sub(r"\s*\n\s*", " ", part).strip()) for part in re.split(r"\n\s*\n", joined) if part.strip()]
