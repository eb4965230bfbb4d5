"""The registry of readers, and what is true of all of them."""

from pathlib import Path

import pytest

import ingest.sources
from errors import UnreadableSource
from ingest import SUFFIXES, read_bytes

READERS = sorted(set(SUFFIXES.values()))


def test_every_file_in_sources_with_a_reader_is_reachable():
    files = Path(ingest.sources.__file__).parent.glob("*.py")
    with_reader = {file.stem for file in files if "\ndef read(" in file.read_text("utf-8")}
    assert with_reader == set(READERS)


def test_an_unknown_ending_is_refused_with_the_known_ones():
    with pytest.raises(UnreadableSource, match=r"a.exe: no reader for this ending. Readable: .md, .*\.pptx"):
        read_bytes(b"x", "a.exe")


def test_endings_are_read_whatever_their_case():
    assert read_bytes(b"# T\n\nText.", "A.MD").title == "T"


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix not in (".pdf", ".docx", ".pptx")])
@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"# Only a heading\n"])
def test_a_page_without_text_is_refused_by_name(suffix, content):
    name = f"folder/strona główna{suffix}"
    if content.startswith(b"#") and SUFFIXES[suffix] in ("text", "restructuredtext"):
        assert read_bytes(content, name).blocks
        return
    with pytest.raises(UnreadableSource, match=f"{name}: "):
        read_bytes(content, name)


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix not in (".ipynb", ".pdf", ".docx", ".pptx")])
def test_a_single_line_of_a_megabyte_is_read_whole(suffix):
    words = "słowo " * 160_000
    page = read_bytes(f"<p>{words}</p>".encode() if suffix.startswith(".htm") else words.encode(), f"a{suffix}")
    assert sum(block.text.count("słowo") for block in page.blocks) == 160_000
