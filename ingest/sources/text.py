"""Plain text, and the decoding of bytes that every text format shares."""

import codecs
import re
from pathlib import PurePosixPath

from charset_normalizer import from_bytes

from errors import UnreadableSource
from ingest.document import Block, Document
from ingest.language import detect_language

_PARAGRAPH = re.compile(r"\n\s*\n")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(content: bytes, name: str) -> Document:
    """Paragraphs, divided by blank lines; the title is the file's name."""
    text = decode(content, name)
    blocks = tuple(Block("text", part.strip("\n")) for part in _PARAGRAPH.split(text) if part.strip())
    return Document(title_from_name(name), detect_language(text), blocks)


def decode(content: bytes, name: str) -> str:
    """Bytes as text: UTF-8, a byte order mark, or the likeliest encoding (old Polish pages are often cp1250 or ISO 8859-2).

    Raises:
        UnreadableSource: it is a binary, whatever its name ends in.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _clean(content.decode(encoding, errors="replace"))
    if b"\0" in content[:8192]:
        raise UnreadableSource(f"{name}: this is a binary file, not text. Give it the ending of its real kind, or leave it out.")
    try:
        return _clean(content.decode("utf-8"))
    except UnicodeDecodeError:
        best = from_bytes(content[:200_000], cp_isolation=["cp1250", "iso8859_2", "cp1252", "utf_8"]).best()
        if best is None:
            raise UnreadableSource(f"{name}: its text encoding cannot be told. Save it as UTF-8.") from None
        return _clean(content.decode(best.encoding, errors="replace"))


def title_from_name(name: str) -> str:
    """"first-steps_in-docker.txt" becomes "First steps in docker"; an index page takes its folder's name."""
    path = PurePosixPath(name)
    stem = path.parent.name if path.stem.lower() in ("index", "readme", "_index") and path.parent.name else path.stem
    words = re.sub(r"[-_]+", " ", stem).strip() or path.name
    return words[:1].upper() + words[1:]


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
