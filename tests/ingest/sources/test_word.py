"""Word documents, made by python-docx."""

import io
import zipfile

import pytest
from docx import Document as WordDocument

from errors import UnreadableSource


def saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_headings_lists_tables_and_emphasis_are_read(read):
    word = WordDocument()
    word.add_heading("Wdrożenie modelu", 1)
    word.add_paragraph("To jest ").add_run("ważne").bold = True
    word.add_heading("Kroki", 2)
    word.add_paragraph("Pierwszy", style="List Bullet")
    word.add_paragraph("Drugi <nazwa> i * gwiazdka", style="List Bullet")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), ("A", "B", "1", "x | y"), strict=True):
        cell.text = text
    page = read(saved(word), "a.docx")
    assert (page.title, page.language) == ("Wdrożenie modelu", "pl")
    assert [block.text for block in page.blocks] == [
        "To jest **ważne**",
        "Kroki",
        "- Pierwszy",
        "- Drugi <nazwa> i * gwiazdka",
        "| A | B |\n| --- | --- |\n| 1 | x \\| y |",
    ]


def test_an_empty_document_is_refused(read):
    with pytest.raises(UnreadableSource, match="a.docx: there is no text in it"):
        read(saved(WordDocument()), "a.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml"])
def test_a_document_with_a_broken_part_is_called_damaged(read, part):
    word = WordDocument()
    word.add_paragraph("Text.")
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(word))) as whole, zipfile.ZipFile(broken, "w") as copy:
        for name in whole.namelist():
            copy.writestr(name, b"<not xml" if name == part else whole.read(name))
    with pytest.raises(UnreadableSource, match="a.docx: this Word document is damaged"):
        read(broken.getvalue(), "a.docx")
