"""As many pages as one wants, out of the built-in pages' own sentences put together anew."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from ingest import Page, Skipped, walk
from knowledge import Embedder, builtin_root

Vectors = NDArray[np.float32]
SECTIONS = 25  # of a page, each small enough to be one chunk
_SENTENCES = (3, 4, 5)
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ])")
_REAL = 200  # passages that are embedded for real
_NOISE = 0.8


class Material:
    """Sentences and headings by language."""

    def __init__(self) -> None:
        self.sentences: dict[str, list[str]] = {"pl": [], "en": []}
        self.headings: dict[str, list[str]] = {"pl": [], "en": []}
        for folder in ("course", "tools"):
            for page in walk(builtin_root() / folder):
                if not isinstance(page, Skipped):
                    self._add(page)

    def _add(self, page: Page) -> None:
        document = page.read()
        for block in document.blocks:
            if block.kind == "heading":
                self.headings[document.language].append(block.text)
            elif block.kind == "text":
                found = _SENTENCE.split(block.text.replace("\n", " "))
                self.sentences[document.language] += [text for text in found if 40 <= len(text) <= 220]

    def pages(self, first: int, count: int, sections: int = SECTIONS) -> Iterator[Page]:
        """Pages by number; the same number is always the same page."""
        for number in range(first, first + count):
            yield self._page(number, sections)

    def _page(self, number: int, sections: int) -> Page:
        chance = random.Random(number)
        language = "pl" if number % 2 else "en"
        lines = [f"# {chance.choice(self.headings[language])} {number}"]
        for _ in range(sections):
            sentences = chance.sample(self.sentences[language], chance.choice(_SENTENCES))
            lines += [f"## {chance.choice(self.headings[language])}", " ".join(sentences)]
        path = PurePosixPath(language) / f"page-{number:06}.md"
        return Page(str(path), "\n\n".join(lines).encode(), 0.0)


def invented_vectors(material: Material, embedder: Embedder) -> Callable[[Sequence[str], Sequence[Sequence[str]]], Vectors]:
    """A stand-in for embedding: unit vectors around those of real passages, so that they lie as unevenly as real ones do."""
    texts = [text for page in material.pages(0, _REAL // 10, 10) for text in page.content.decode().split("\n\n## ")[1:]]
    real = embedder.embed_passages(texts[:_REAL])
    chance = np.random.default_rng(0)

    def embed(texts: Sequence[str], asked: Sequence[Sequence[str]]) -> Vectors:
        noise = chance.standard_normal((len(texts), real.shape[1]), dtype=np.float32)
        noise *= _NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
        near = real[chance.integers(len(real), size=len(texts))] + noise
        unit: Vectors = (near / np.linalg.norm(near, axis=1, keepdims=True)).astype(np.float32)
        return unit

    return embed
