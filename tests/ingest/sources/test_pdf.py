"""PDF, written by hand here: a page is a few objects."""

import pytest

from errors import UnreadableSource

# A PDF with the standard security handler needs keys; PDFium asks for a password when they do not fit.
ENCRYPT = (
    b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>",
    b"/Encrypt 9 0 R /ID [<" + b"43" * 16 + b"><" + b"43" * 16 + b">]",
)


def pdf(*pages: str, title: str = "", encrypted: bool = False) -> bytes:
    """A PDF with a page for each text; "|" starts a new line, an empty text leaves a page without words."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
    kids = []
    for number, text in enumerate(pages):
        lines = " T* ".join(f"({line}) Tj" for line in text.split("|")) if text else ""
        stream = f"BT /F1 12 Tf 14 TL 50 700 Td {lines} ET".encode("latin-1")
        page, content = 10 + 2 * number, 11 + 2 * number
        kids.append(f"{page} 0 R")
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 600 800]"
        objects[page] = f"<< /Type /Page /Parent 2 0 R {resources} /Contents {content} 0 R >>".encode()
        objects[content] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects[4] = f"<< /Title ({title}) >>".encode()
    if encrypted:
        objects[9] = ENCRYPT[0]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % item for item in sorted(objects.items()))
    trailer = b"<< /Root 1 0 R /Info 4 0 R /Size 99 " + (ENCRYPT[1] if encrypted else b"") + b" >>"
    offsets = b"".join(b"%d 1\n%010d 00000 n \n" % (number, body.index(b"%d 0 obj" % number)) for number in sorted(objects))
    return body + b"xref\n0 1\n0000000000 65535 f \n" + offsets + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF" % len(body)


def test_each_page_is_a_section_with_its_number_as_anchor(read):
    page = read(pdf("The model is here.|It is fast.", "", "And it is small.", title="Serving models"), "a.pdf")
    assert (page.title, page.language) == ("Serving models", "en")
    assert [(block.kind, block.text, block.anchor) for block in page.blocks] == [
        ("heading", "Page 1", "page=1"),
        ("text", "The model is here. It is fast.", ""),
        ("heading", "Page 3", "page=3"),
        ("text", "And it is small.", ""),
    ]


def test_words_divided_at_a_lines_end_are_joined_and_polish_pages_are_called_strona(read):
    page = read(pdf("To jest model, a jego wdro-|zenie trwa od rana do nocy."), "opis-modelu.pdf")
    assert (page.title, page.language) == ("Opis modelu", "pl")
    assert [block.text for block in page.blocks] == ["Strona 1", "To jest model, a jego wdrozenie trwa od rana do nocy."]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4 and then nothing", "cannot be opened"),
        (b"just text", "cannot be opened"),
        (pdf("Text.")[:200], "cannot be opened"),
        (pdf("Secret.", encrypted=True), "password"),
        (pdf("", ""), "only pictures"),
    ],
)
def test_a_pdf_without_readable_text_says_why(read, content, reason):
    with pytest.raises(UnreadableSource, match=f"folder/a.pdf: .*{reason}"):
        read(content, "folder/a.pdf")
