"""What the tests of ingest/ share: short ways to read a page, and the tokenizer that the product measures with."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from tokenizers import Tokenizer

from ingest import Block, Document, read_bytes

TOKENIZER = Path(__file__).parents[2] / "knowledge" / "models" / "multilingual-e5-small-en-pl" / "tokenizer.json"


@pytest.fixture(scope="session")
def count_tokens() -> Callable[[str], int]:
    """The embedded model's own count."""
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return lambda text: len(tokenizer.encode(text, add_special_tokens=False).ids)


@pytest.fixture
def read() -> Callable[..., Document]:
    """Reads a page written in the test (indented as the test is) under a name whose ending chooses the reader."""

    def _read(page: str | bytes, name: str = "folder/page.md") -> Document:
        return read_bytes(page if isinstance(page, bytes) else dedent(page).lstrip("\n").encode(), name)

    return _read


@pytest.fixture
def texts(read: Callable[..., Document]) -> Callable[..., list[str]]:
    """The texts of a page's blocks; headings carry their level: "2 Install"."""

    def _texts(page: str | bytes, name: str = "folder/page.md") -> list[str]:
        return [_plain(block) for block in read(page, name).blocks]

    return _texts


def _plain(block: Block) -> str:
    return f"{block.level} {block.text}" if block.kind == "heading" else block.text
