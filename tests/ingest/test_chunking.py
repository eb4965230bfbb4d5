"""Documents become chunks: headings, sections and what stays together."""

from ingest import Block, Document, chunk_document


def words(text: str) -> int:
    return len(text.split())


def chunks(*blocks: Block, title: str = "Title", target: int = 20, most: int = 40):
    return chunk_document(Document(title, "en", blocks), words, target=target, most=most)


def heading(text: str, level: int = 2, anchor: str = "") -> Block:
    return Block("heading", text, level, anchor)


def text(count: int, word: str = "word") -> Block:
    return Block("text", " ".join([word] * count))


def test_a_chunk_carries_title_path_anchor_language_and_section():
    [first, second] = chunks(heading("Run"), heading("On a Mac", 3), text(3), heading("Stop", 2, "halt"), text(2))
    assert (first.headings, first.anchor, first.section, first.tokens) == (("Run", "On a Mac"), "on-a-mac", 2, 3)
    assert (second.headings, second.anchor, second.section, second.language) == (("Stop",), "halt", 3, "en")
    assert first.embedded_text("page.md") == "Title > Run > On a Mac\nword word word"


def test_a_heading_of_the_same_level_replaces_and_a_higher_one_clears():
    paths = [
        chunk.headings
        for chunk in chunks(heading("A", 2), heading("B", 4), text(1), heading("C", 4), text(1), heading("D", 1), text(1))
    ]
    assert paths == [("A", "B"), ("A", "C"), ("D",)]


def test_a_heading_with_nothing_below_is_text_itself():
    assert [(chunk.headings, chunk.text) for chunk in chunks(heading("Empty"), heading("Next"), text(1))] == [
        (("Empty",), "Empty"),
        (("Next",), "word"),
    ]


def test_a_heading_longer_than_its_passages_is_cut_and_kept_as_text():
    long = "heading " * 60
    [chunk] = chunks(heading(long.strip()), most=100)
    assert len(chunk.headings[0]) <= 201
    assert chunk.text == long.strip()


def test_paragraphs_are_gathered_to_the_target_and_no_further():
    assert [chunk.tokens for chunk in chunks(text(9), text(9), text(9), text(30), text(5))] == [18, 9, 30, 5]


def test_code_joins_the_sentence_before_it_up_to_the_limit():
    code = Block("code", "```\n" + "x " * 15 + "\n```")
    assert [chunk.tokens for chunk in chunks(text(18), code, text(4))] == [35, 4]


def test_sections_are_never_mixed():
    assert [chunk.text for chunk in chunks(heading("A"), text(1, "a"), heading("B"), text(1, "b"))] == ["a", "b"]


def test_items_stand_on_lines_of_their_own_indented_by_depth():
    [chunk] = chunks(Block("item", "- a"), Block("item", "- b\nmore", 1), text(1), Block("item", "1. c"))
    assert chunk.text == "- a\n  - b\n  more\n\nword\n\n1. c"


def test_a_document_without_headings_is_one_section_without_an_anchor():
    [chunk] = chunks(text(1))
    assert (chunk.headings, chunk.anchor, chunk.section) == ((), "", 0)


def test_repeated_headings_have_anchors_of_their_own():
    assert [chunk.anchor for chunk in chunks(heading("Run"), text(1), heading("Run"), text(1))] == ["run", "run-1"]
