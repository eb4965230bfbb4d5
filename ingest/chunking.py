"""Documents become chunks: passages that stand alone, follow the headings and fit the embedder."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ingest.anchors import slug
from ingest.document import Block, Document, shortened
from ingest.place import place_words
from ingest.splitting import split_block

CountTokens = Callable[[str], int]

# Passages of about 220 tokens rank better than whole pages and still hold a step with its code.
TARGET_TOKENS = 220
MOST_TOKENS = 400


@dataclass(frozen=True)
class Chunk:
    """A passage: Markdown `text` below `headings` (outermost first, without the page's title).

    `section` counts the page's headings, so that the same section is found in the page's twin in another language. `asked` are
    questions that the passage is known to answer.
    """

    text: str
    title: str
    headings: tuple[str, ...]
    anchor: str
    language: str
    section: int
    tokens: int
    asked: tuple[str, ...] = ()

    def embedded_text(self, path: str) -> str:
        """What is embedded: the passage with its heading path before it: what the page's folders tell, its title, its headings."""
        told = " > ".join((self.title, *self.headings))
        place = place_words(path, told)
        return f"{place} > {told}\n{self.text}" if place else f"{told}\n{self.text}"


@dataclass
class _Section:
    headings: tuple[str, ...]
    anchor: str
    number: int
    blocks: list[Block] = field(default_factory=list)


def chunk_document(
    document: Document, count_tokens: CountTokens, *, target: int = TARGET_TOKENS, most: int = MOST_TOKENS
) -> list[Chunk]:
    """All text of the document once, in order. Code blocks and tables stay whole unless one alone exceeds `most` tokens.

    Sizes are in tokens of `count_tokens`, of the passage without its title and headings.
    """
    chunks: list[Chunk] = []
    for section in _sections(document.blocks):
        for text, tokens in _pack(section.blocks, count_tokens, target, most):
            chunks.append(Chunk(text, document.title, section.headings, section.anchor, document.language, section.number, tokens))
    return chunks


def _sections(blocks: Iterable[Block]) -> list[_Section]:
    current = _Section((), "", 0)
    sections = [current]
    path: list[tuple[int, str]] = []
    seen: dict[str, int] = {}
    for block in blocks:
        if block.kind != "heading":
            current.blocks.append(block)
            continue
        while path and path[-1][0] >= block.level:
            path.pop()
        path.append((block.level, shortened(block.text)))
        anchor = block.anchor or slug(path[-1][1], seen)
        current = _Section(tuple(text for _, text in path), anchor, len(sections))
        if path[-1][1] != block.text:
            current.blocks.append(Block("text", block.text))
        sections.append(current)
    return [_with_text(section, following) for section, following in zip(sections, [*sections[1:], None], strict=True)]


def _with_text(section: _Section, following: _Section | None) -> _Section:
    """A heading with nothing below it is text itself, or it would be lost; one with subsections lives on in their paths."""
    inherited = following is not None and following.headings[: len(section.headings)] == section.headings
    if section.headings and not section.blocks and not inherited:
        section.blocks.append(Block("text", section.headings[-1]))
    return section


def _pack(blocks: Iterable[Block], count: CountTokens, target: int, most: int) -> Iterator[tuple[str, int]]:
    held: list[Block] = []
    size = 0
    for block, tokens in (piece for whole in blocks for piece in split_block(whole, count, most)):
        # Code and tables belong to the sentence before them, so they may fill a passage up to the limit.
        room = most if block.kind in ("code", "table") else target
        if held and size + tokens > room:
            yield _join(held), size
            held, size = [], 0
        held.append(block)
        size += tokens
    if held:
        yield _join(held), size


def _join(blocks: list[Block]) -> str:
    text = ""
    for before, block in zip([None, *blocks], blocks, strict=False):
        if before is not None:
            text += "\n" if before.kind == block.kind == "item" else "\n\n"
        indent = "  " * block.level if block.kind == "item" else ""
        text += indent + block.text.replace("\n", "\n" + indent) if indent else block.text
    return text
