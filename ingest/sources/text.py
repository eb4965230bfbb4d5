"""Plain text, and the decoding of bytes that every text format shares."""

import codecs
import re
from pathlib import PurePosixPath

from charset_normalizer import from_bytes

from errors import UnreadableSource
from ingest.document import Block, Document
from ingest.language import detect_language

_PARAGRAPH = re.compile(r"\n\s*\n")
_ONLY_CP1250 = tuple(letter.encode("cp1250") for letter in "ąśźĄŚŹ")
_ONLY_ISO_8859_2 = tuple(letter.encode("iso8859_2") for letter in "ąśźĄŚŹ")
_CONTROL = tuple(bytes([code]) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(content: bytes, name: str) -> Document:
    """Paragraphs, divided by blank lines; the title is the file's name."""
    text = decode(content, name)
    blocks = tuple(Block("text", part.strip("\n")) for part in _PARAGRAPH.split(text) if part.strip())
    return Document(title_from_name(name), detect_language(text), blocks)


def decode(content: bytes, name: str, declared: str = "") -> str:
    """Bytes as text: by a byte order mark, as UTF-8, as `declared`, or in the likeliest encoding (see `_likeliest`).

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
        encoding = _declared(declared) or _likeliest(content, name)
        return _clean(content.decode(encoding, errors="replace"))


def _declared(encoding: str) -> str:
    try:
        return "" if codecs.lookup(encoding).name == "utf-8" else encoding
    except LookupError:
        return ""


def _likeliest(content: bytes, name: str) -> str:
    """UTF-8 with a few broken letters stays UTF-8; old Polish pages are in cp1250 or ISO 8859-2, which differ in ą, ś and ź.

    Raises:
        UnreadableSource: it looks like no text at all.
    """
    repaired = content.decode("utf-8", errors="replace")
    if sum(letter > "\x7f" for letter in repaired) > 3 * repaired.count("\ufffd"):
        return "utf-8"
    if sum(content.count(byte) for byte in _CONTROL) > len(content) // 50:
        raise UnreadableSource(f"{name}: this is a binary file, not text. Give it the ending of its real kind, or leave it out.")
    windows, iso = (sum(content.count(byte) for byte in letters) for letters in (_ONLY_CP1250, _ONLY_ISO_8859_2))
    if windows != iso:
        return "cp1250" if windows > iso else "iso8859_2"
    best = from_bytes(content[:200_000], cp_isolation=["cp1250", "iso8859_2", "cp1252"]).best()
    return best.encoding if best else "cp1250"


def title_from_name(name: str) -> str:
    """The name "first-steps_in-docker.txt" becomes "First steps in docker"; an index page takes its folder's name."""
    path = PurePosixPath(name)
    stem = path.parent.name if path.stem.lower() in ("index", "readme", "_index") and path.parent.name else path.stem
    words = re.sub(r"[-_]+", " ", stem).strip() or path.name
    return words[:1].upper() + words[1:]


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
