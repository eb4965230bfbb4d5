"""Plain text and the encodings of old pages."""

import random

import pytest

from errors import UnreadableSource
from ingest.sources.text import decode, title_from_name

PANGRAM = "Zażółć gęślą jaźń, pchnąć w tę łódź jeża lub ośm skrzyń fig."


def test_paragraphs_are_divided_by_blank_lines_and_named_after_the_file(read):
    page = read("One\nline.\n\n  \n  Two.\n", "docs/how-to_run.txt")
    assert page.title == "How to run"
    assert [block.text for block in page.blocks] == ["One\nline.", "  Two."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso8859_2"])
@pytest.mark.parametrize("text", [PANGRAM, "Wdrożenie modelu śledzi się tu.", "# Łódź\r\n\r\nmała ósma\r\n" * 300])
def test_polish_letters_arrive_whatever_the_encoding(encoding, text):
    assert decode(text.encode(encoding), "a.txt") == text.replace("\r\n", "\n")


def test_utf_16_without_polish_letters_is_told_by_its_mark(read):
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read("\ufeffText.".encode(encoding), "a.txt").blocks[0].text == "Text."


def test_one_broken_letter_does_not_turn_a_utf_8_page_into_another_encoding():
    page = ((PANGRAM + "\n") * 50).encode()
    assert decode(page[:100] + b"\xff" + page[100:], "a.txt").count("Zażółć gęślą") == 50


def test_english_text_with_typographic_quotes_of_windows():
    assert decode("It\u2019s a \u201cmodel\u201d \u2013 caf\xe9.".encode("cp1252"), "a.txt").startswith("It\u2019s a")


@pytest.mark.parametrize(
    "content",
    [
        b"\x7fELF\x02\x01\x01\0\0\0",
        b"\x89PNG\r\n\x1a\n\0\0",
        random.Random(1).randbytes(5000).replace(b"\0", b"\1"),
        b"PK\x03\x04\x14\0",
    ],
)
@pytest.mark.parametrize(
    "name", ["folder/a.md", "folder/a.txt", "folder/a.rst", "folder/a.adoc", "folder/a.html", "folder/a.ipynb"]
)
def test_a_binary_with_a_texts_ending_is_refused_by_name(read, content, name):
    with pytest.raises(UnreadableSource, match=f"{name}: .*"):
        read(content, name)


def test_nul_bytes_late_in_a_text_are_dropped():
    assert decode(b"a" * 9000 + b"\0b", "a.txt") == "a" * 9000 + "b"


@pytest.mark.parametrize(
    ("name", "title"),
    [("a/b/_index.md", "B"), ("index.md", "Index"), ("___.md", "___.md"), ("żółw.txt", "Żółw"), ("a/B-c.d.md", "B c.d")],
)
def test_titles_from_names(name, title):
    assert title_from_name(name) == title
