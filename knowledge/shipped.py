"""Vectors of the built-in pages that ship with the product, so that the first start takes seconds instead of minutes.

They are looked up by the hash of what was embedded: a page that was edited since is simply embedded on the spot.
`make vectors` writes the file again; a test tells when that was forgotten.
"""

import hashlib
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from ingest import Page, chunk_document
from knowledge.blending import Embed, blending
from knowledge.embeddings import Embedder, Vectors, load_embedder
from knowledge.pages import builtin_pages, builtin_root

_FILE = "builtin-vectors.npz"
_KEY_BYTES = 12
_BATCH = 256

Passage = tuple[str, tuple[str, ...]]  # what is embedded of it, and what it is asked


def shipped(embedder: Embedder) -> Embed:
    """Embeds passages, taking those that ship from the file when they were made by this model."""
    known = _load(embedder.name)
    embed = blending(embedder.embed_passages)

    def lookup(texts: Sequence[str], asked: Sequence[Sequence[str]]) -> Vectors:
        keys = [_key(text, own) for text, own in zip(texts, asked, strict=True)]
        missing = [at for at, key in enumerate(keys) if key not in known]
        fresh = iter(embed([texts[at] for at in missing], [asked[at] for at in missing]))
        rows = [known[key] if key in known else next(fresh) for key in keys]
        return np.asarray(rows, dtype=np.float32)

    return lookup


def builtin_passages(embedder: Embedder) -> list[Passage]:
    """What is embedded of the built-in pages, each passage once."""
    pages = [page for page in builtin_pages(builtin_root()) if isinstance(page, Page)]
    return list(
        dict.fromkeys(
            (chunk.embedded_text(page.path), page.asked.get(chunk.anchor, ()))
            for page in pages
            for chunk in chunk_document(page.read(), embedder.count_tokens)
        )
    )


def write(embedder: Embedder, path: Path) -> int:
    """Write the file for all built-in pages; returns how many vectors had to be made."""
    passages = builtin_passages(embedder)
    known = _load(embedder.name)
    embed = blending(embedder.embed_passages)
    missing = [passage for passage in passages if _key(*passage) not in known]
    for start in range(0, len(missing), _BATCH):
        part = missing[start : start + _BATCH]
        vectors = embed([text for text, _ in part], [asked for _, asked in part]).astype(np.float16)
        known.update({_key(*passage): vector for passage, vector in zip(part, vectors, strict=True)})
    keys = [_key(*passage) for passage in passages]
    rows = np.asarray([known[key] for key in keys])
    np.savez(path, model=embedder.name, keys=np.array(keys, dtype=f"V{_KEY_BYTES}"), vectors=rows)
    return len(missing)


def _load(model: str) -> dict[bytes, np.ndarray[tuple[int], np.dtype[np.float16]]]:
    with as_file(files("knowledge").joinpath("models", _FILE)) as path:
        if not path.is_file():
            return {}
        with np.load(path) as data:
            if str(data["model"]) != model:
                return {}
            return {key.tobytes(): vector for key, vector in zip(data["keys"], data["vectors"], strict=True)}


def _key(text: str, asked: Sequence[str]) -> bytes:
    return hashlib.sha256("\n".join((text, *asked)).encode()).digest()[:_KEY_BYTES]


if __name__ == "__main__":
    write(load_embedder("embedded"), Path(__file__).parent / "models" / _FILE)
