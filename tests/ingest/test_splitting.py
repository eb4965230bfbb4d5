"""Blocks too large for the embedder."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Block
from ingest.splitting import split_block


def pieces(kind: str, text: str, most: int, count=len) -> list[str]:
    return [piece.text for piece, _ in split_block(Block(kind, text), count, most)]


def test_a_block_that_fits_is_left_alone():
    block = Block("item", "- a", 3)
    assert list(split_block(block, len, 3)) == [(block, 3)]


def test_text_is_divided_between_sentences():
    assert pieces("text", "One two three. Four five six! Seven?", 25) == ["One two three.", "Four five six! Seven?"]


def test_code_is_divided_between_lines_and_every_piece_is_fenced():
    lines = "\n".join(f"    step {n}" for n in range(6))
    found = pieces("code", f"```sh\n{lines}\n```", 50)
    assert all(piece.startswith("```sh\n") and piece.endswith("\n```") for piece in found)
    assert "\n".join(piece.removeprefix("```sh\n").removesuffix("\n```") for piece in found) == lines


def test_tables_are_divided_between_rows_and_every_piece_has_the_head():
    head = "| name |\n| --- |"
    found = pieces("table", head + "".join(f"\n| row {n} |" for n in range(9)), 60)
    assert len(found) > 1
    assert [row for piece in found for row in piece.removeprefix(head).split()].count("row") == 9
    assert all(piece.startswith(head + "\n| row") for piece in found)


@pytest.mark.parametrize(
    ("kind", "text"),
    [("code", "```" + "i" * 500 + "\n" + "x\n" * 500 + "```"), ("table", f"| {'h' * 500} |\n| --- |" + "\n| 1 |" * 99)],
)
def test_a_frame_larger_than_its_contents_is_not_repeated(kind, text):
    found = pieces(kind, text, 100)
    assert all(len(piece) <= 100 for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_line_that_is_too_long_is_cut_at_spaces():
    found = pieces("text", "word " * 500, 60)
    assert all(piece.strip().replace(" ", "").replace("word", "") == "" for piece in found)
    assert " ".join(found).split() == ["word"] * 500


def test_a_megabyte_without_a_space_is_divided_in_moments(count_tokens):
    found = pieces("code", "```\n" + "x9Qz" * 250_000 + "\n```", 400, count_tokens)
    assert sum(piece.count("x9Qz") for piece in found) >= 249_000
    assert all(count_tokens(piece) <= 400 for piece in found)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=80), max_size=40), st.integers(40, 200))
@settings(max_examples=150, deadline=None, database=None)
def test_pieces_of_text_hold_every_letter_in_order_and_keep_to_the_limit(lines, most):
    text = "\n".join(lines)
    found = pieces("text", text, most)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(len(piece) <= most for piece in found)


@given(st.lists(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1, max_size=80), max_size=40))
@settings(max_examples=100, deadline=None, database=None)
def test_pieces_are_not_smaller_than_they_need_be(lines):
    found = pieces("text", "\n".join(lines), 100)
    assert all(len(first) + len(second) + 1 > 90 for first, second in pairwise(found))
