"""The values that readers make."""

from ingest.document import shortened


def test_only_headings_of_over_two_hundred_characters_are_shortened_at_a_word():
    assert shortened("x" * 200) == "x" * 200
    assert shortened("word " * 41) == "word " * 39 + "word…"
    assert shortened("x" * 300) == "x" * 200 + "…"
