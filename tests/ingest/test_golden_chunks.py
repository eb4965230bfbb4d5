"""Small pages of several formats against the chunks they should become; `tests/golden/chunks/README.md` tells how to renew them."""

import os
from pathlib import Path

import pytest

from ingest import chunk_document, read_bytes

FOLDER = Path(__file__).parents[1] / "golden" / "chunks"
PAGES = sorted(path.name for path in (FOLDER / "pages").iterdir())


def rendered(name: str) -> str:
    document = read_bytes((FOLDER / "pages" / name).read_bytes(), name)
    chunks = chunk_document(document, lambda text: len(text.split()), target=40, most=80)
    parts = [f"{document.title} ({document.language})"]
    for chunk in chunks:
        parts.append(f"=== {chunk.section}: {' > '.join(chunk.headings)} #{chunk.anchor} ({chunk.tokens} words)\n{chunk.text}")
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_becomes_the_chunks_that_were_agreed_on(name):
    expected = FOLDER / "expected" / f"{name}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(rendered(name), encoding="utf-8")
    assert rendered(name) == expected.read_text("utf-8")


def test_no_agreed_chunks_are_left_of_a_page_that_is_gone():
    assert sorted(path.stem for path in (FOLDER / "expected").iterdir()) == PAGES
