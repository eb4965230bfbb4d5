"""What is true of the chunks of every document, whatever its shape. Documents are made of words that occur once."""

import re
from itertools import count as counting

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import Block, Document, chunk_document

EVERY = settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
WORD = re.compile(r"w\d+w")
TARGET, MOST = 30, 60


@st.composite
def documents(draw) -> Document:
    number = counting()

    def unique(most: int) -> str:
        return " ".join(
            f"w{next(number)}w" + draw(st.sampled_from(["", ".", ",", "!", " żółć"])) for _ in range(draw(st.integers(1, most)))
        )

    def block() -> Block:
        kind = draw(st.sampled_from(["heading", "text", "text", "item", "code", "table"]))
        if kind == "heading":
            return Block("heading", unique(3), draw(st.integers(1, 6)))
        if kind == "code":
            return Block("code", "```sh\n" + "\n".join(unique(12) for _ in range(draw(st.integers(1, 12)))) + "\n```")
        if kind == "table":
            rows = "\n".join(f"| {unique(5)} |" for _ in range(draw(st.integers(0, 10))))
            return Block("table", f"| a |\n| --- |\n{rows}".rstrip())
        return Block("text", unique(150)) if kind == "text" else Block("item", f"- {unique(20)}", draw(st.integers(0, 4)))

    return Document("Title", "pl", tuple(block() for _ in range(draw(st.integers(1, 14)))))


def words(text: str) -> int:
    return len(text.split())


def chunked(document: Document, count=words):
    return chunk_document(document, count, target=TARGET, most=MOST)


def in_order(texts) -> list[str]:
    return [word for text in texts for word in WORD.findall(text)]


@given(documents())
@EVERY
def test_no_text_is_lost_none_doubled_and_the_order_kept(document):
    body = in_order(block.text for block in document.blocks if block.kind != "heading")
    headings = set(in_order(block.text for block in document.blocks if block.kind == "heading"))
    chunks = chunked(document)
    found = [word for word in in_order(chunk.text for chunk in chunks) if word not in headings]
    assert found == body
    assert headings <= set(in_order(part for chunk in chunks for part in (*chunk.headings, chunk.text)))


@given(documents())
@EVERY
def test_every_passage_carries_the_headings_above_it(document):
    above: dict[str, tuple[str, ...]] = {}
    path: dict[int, str] = {}
    for block in document.blocks:
        if block.kind == "heading":
            path = {level: text for level, text in path.items() if level < block.level} | {block.level: block.text}
        for word in WORD.findall(block.text):
            above[word] = tuple(path.values())
    for chunk in chunked(document):
        assert all(above[word] == chunk.headings for word in WORD.findall(chunk.text))


@given(documents())
@EVERY
def test_code_and_tables_that_fit_stay_whole(document):
    chunks = chunked(document)
    for block in document.blocks:
        if block.kind in ("code", "table") and words(block.text) <= MOST and WORD.search(block.text):
            assert sum(block.text in chunk.text for chunk in chunks) == 1


@given(documents())
@EVERY
def test_parts_of_code_and_tables_are_code_and_tables_again(document):
    for chunk in chunked(document):
        assert chunk.text.count("```") % 2 == 0
        for table in re.findall(r"(?:^\|.*\n?)+", chunk.text, re.M):
            assert "| --- |" in table


@given(documents())
@EVERY
def test_no_passage_is_over_the_limit_in_words(document):
    for chunk in chunked(document):
        assert chunk.tokens == words(chunk.text) <= MOST


@given(document=documents())
@EVERY
def test_no_passage_is_over_the_limit_of_the_real_tokenizer(count_tokens, document):
    for chunk in chunked(document, count_tokens):
        assert count_tokens(chunk.text) <= MOST


@given(text=st.text(min_size=1, max_size=3000), kind=st.sampled_from(["text", "item", "code", "table"]))
@EVERY
def test_even_text_of_any_letters_without_spaces_keeps_to_the_limit(count_tokens, text, kind):
    document = Document("Title", "en", (Block(kind, f"```\n{text}\n```" if kind == "code" else text),))
    chunks = chunked(document, count_tokens)
    assert all(count_tokens(chunk.text) <= MOST for chunk in chunks)
    if kind in ("text", "item"):
        assert "".join("".join(chunk.text for chunk in chunks).split()) == "".join(text.split())
