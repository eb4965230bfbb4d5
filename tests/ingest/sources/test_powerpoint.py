"""PowerPoint presentations, made by python-pptx."""

import io
import zipfile

import pytest
from pptx import Presentation
from pptx.util import Inches

from errors import UnreadableSource

INCH = Inches(1)


def saved(presentation) -> bytes:
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def test_titles_points_tables_groups_and_notes_are_read(read):
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "Co to jest potok?"
    body = first.placeholders[1].text_frame
    body.text = "Kroki po kolei"
    body.add_paragraph().text = "Głębiej"
    body.paragraphs[1].level = 1
    first.notes_slide.notes_text_frame.text = "Powiedz to na głos."
    second = deck.slides.add_slide(deck.slide_layouts[6])
    table = second.shapes.add_table(2, 2, INCH, INCH, INCH, INCH).table
    for place, text in (((0, 0), "A"), ((0, 1), "B"), ((1, 0), "1"), ((1, 1), "x | y\nz")):
        table.cell(*place).text = text
    second.shapes.add_group_shape().shapes.add_textbox(INCH, INCH, INCH, INCH).text_frame.text = "W grupie"
    page = read(saved(deck), "a.pptx")
    assert (page.title, page.language) == ("Co to jest potok?", "pl")
    assert [(block.text, block.level, block.anchor) for block in page.blocks] == [
        ("Co to jest potok?", 2, "slide=1"),
        ("- Kroki po kolei", 0, ""),
        ("- Głębiej", 1, ""),
        ("Powiedz to na głos.", 0, ""),
        ("2", 2, "slide=2"),
        ("| A | B |\n| --- | --- |\n| 1 | x \\| y z |", 0, ""),
        ("- W grupie", 0, ""),
    ]


@pytest.mark.parametrize("part", ["ppt/presentation.xml", "ppt/slides/slide1.xml", "[Content_Types].xml"])
def test_a_presentation_with_a_broken_part_is_called_damaged(read, part):
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Title"
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(deck))) as whole, zipfile.ZipFile(broken, "w") as copy:
        for name in whole.namelist():
            copy.writestr(name, b"<not xml" if name == part else whole.read(name))
    with pytest.raises(UnreadableSource, match="a.pptx: this presentation is damaged"):
        read(broken.getvalue(), "a.pptx")
