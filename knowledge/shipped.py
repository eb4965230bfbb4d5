"""Vectors of the built-in pages that ship with the product, so that the first start takes seconds instead of minutes.

They are looked up by the hash of the embedded text: a page that was edited since is simply embedded on the spot.
`make vectors` writes the file again; a test tells when that was forgotten.
"""

import hashlib
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from ingest import Page, chunk_document
from knowledge.embeddings import Embedder, Vectors, load_embedder
from knowledge.ingesting import Embed
from knowledge.pages import builtin_pages, builtin_root

_FILE = "builtin-vectors.npz"
_KEY_BYTES = 12
_BATCH = 256


def shipped(embedder: Embedder) -> Embed:
    """Embeds passages, taking those that ship from the file when they were made by this model."""
    known = _load(embedder.name)

    def embed(texts: list[str]) -> Vectors:
        missing = [text for text in texts if _key(text) not in known]
        fresh = iter(embedder.embed_passages(missing)) if missing else iter(())
        rows = [known[_key(text)] if _key(text) in known else next(fresh) for text in texts]
        return np.asarray(rows, dtype=np.float32)

    return embed


def builtin_texts(embedder: Embedder) -> list[str]:
    """What is embedded of the built-in pages, each text once."""
    pages = [page for page in builtin_pages(builtin_root()) if isinstance(page, Page)]
    texts = (chunk.embedded_text(page.path) for page in pages for chunk in chunk_document(page.read(), embedder.count_tokens))
    return list(dict.fromkeys(texts))


def write(embedder: Embedder, path: Path) -> int:
    """Write the file for all built-in pages; returns how many vectors had to be made."""
    texts = builtin_texts(embedder)
    known = _load(embedder.name)
    missing = [text for text in texts if _key(text) not in known]
    for start in range(0, len(missing), _BATCH):
        part = missing[start : start + _BATCH]
        vectors = embedder.embed_passages(part).astype(np.float16)
        known.update({_key(text): vector for text, vector in zip(part, vectors, strict=True)})
    keys = [_key(text) for text in texts]
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


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:_KEY_BYTES]


if __name__ == "__main__":
    write(load_embedder("embedded"), Path(__file__).parent / "models" / _FILE)
