"""PowerPoint presentations, read by python-pptx; each slide is a section."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.shapes.group import GroupShape

from errors import UnreadableSource
from ingest.document import Block, Document
from ingest.language import detect_language
from ingest.sources.office import open_archive
from ingest.sources.text import title_from_name


def read(content: bytes, name: str) -> Document:
    """Each slide's title, text, tables and speaker's notes.

    Raises:
        UnreadableSource: it is not a PowerPoint presentation.
    """
    open_archive(content, name, "ppt/presentation.xml", "PowerPoint presentation (.pptx)")
    try:
        slides = list(Presentation(io.BytesIO(content)).slides)
    except (zipfile.BadZipFile, SyntaxError, KeyError, ValueError, OSError) as error:  # broken XML is a SyntaxError of lxml
        raise UnreadableSource(f"{name}: this presentation is damaged ({error}).") from error
    blocks = [block for number, slide in enumerate(slides, 1) for block in _slide(slide, number)]
    text = "\n".join(block.text for block in blocks)
    first = next((block.text for block in blocks if block.kind == "heading"), "")
    return Document(first or title_from_name(name), detect_language(text), tuple(blocks))


def _slide(slide: Any, number: int) -> Iterator[Block]:
    heading = slide.shapes.title
    title = heading.text_frame.text.strip() if heading is not None else ""
    yield Block("heading", title or f"{number}", 2, f"slide={number}")
    for shape in _shapes(slide.shapes):
        if heading is not None and shape.shape_id == heading.shape_id:
            continue
        if shape.has_text_frame:
            yield from _paragraphs(shape.text_frame.paragraphs)
        elif getattr(shape, "has_table", False):
            yield _table([[" ".join(cell.text.split()).replace("|", "\\|") for cell in row.cells] for row in shape.table.rows])
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame.text.strip():
        yield Block("text", slide.notes_slide.notes_text_frame.text.strip())


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _shapes(shape.shapes)
        else:
            yield shape


def _paragraphs(paragraphs: Any) -> Iterator[Block]:
    for paragraph in paragraphs:
        if paragraph.text.strip():
            yield Block("item", f"- {paragraph.text.strip()}", paragraph.level)


def _table(rows: list[list[str]]) -> Block:
    rows.insert(1, ["---"] * len(rows[0]))
    return Block("table", "\n".join("| " + " | ".join(row) + " |" for row in rows))
