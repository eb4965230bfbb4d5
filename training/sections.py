"""The material this project owns: sections of its bilingual pages, and questions written for each of them."""

from collections import defaultdict
from dataclasses import dataclass

from ingest import Chunk, Page, chunk_document
from knowledge import Embedder, builtin_pages, builtin_root

LANGUAGES = ("en", "pl")
# Pages that the training never sees, so that a gain on them is one in understanding and not in memory.
KEPT_BACK = ("tools/en/feast/", "tools/en/grafana/", "tools/en/kserve/", "tools/en/python-packaging/")


@dataclass(frozen=True)
class Section:
    """A section in both languages: its headings, the passages it was cut into (as they are embedded), and what it is asked."""

    page: str
    headings: dict[str, str]
    passages: dict[str, tuple[str, ...]]
    questions: dict[str, tuple[str, ...]]

    @property
    def kept_back(self) -> bool:
        """Whether the training must not see it."""
        return self.page.startswith(KEPT_BACK)


def sections(embedder: Embedder) -> list[Section]:
    """Every section of the built-in pages that has text in both languages, in the order of the pages."""
    pages = {page.path: page for page in builtin_pages(builtin_root()) if isinstance(page, Page)}
    found: list[Section] = []
    for path in sorted(path for path in pages if path.split("/")[1] == "en"):
        both = {language: pages[path.replace("/en/", f"/{language}/", 1)] for language in LANGUAGES}
        chunks = {language: _by_section(page, embedder) for language, page in both.items()}
        numbers = [number for number in chunks["en"] if number in chunks["pl"]]
        found += [_section(both, {language: chunks[language][number] for language in LANGUAGES}) for number in numbers]
    return found


def _by_section(page: Page, embedder: Embedder) -> dict[int, list[Chunk]]:
    by_number: dict[int, list[Chunk]] = defaultdict(list)
    for chunk in chunk_document(page.read(), embedder.count_tokens):
        by_number[chunk.section].append(chunk)
    return by_number


def _section(pages: dict[str, Page], chunks: dict[str, list[Chunk]]) -> Section:
    return Section(
        pages["en"].path,
        {language: (own[0].headings or (own[0].title,))[-1] for language, own in chunks.items()},
        {language: tuple(chunk.embedded_text(pages[language].path) for chunk in own) for language, own in chunks.items()},
        {language: pages[language].asked.get(own[0].anchor, ()) for language, own in chunks.items()},
    )
