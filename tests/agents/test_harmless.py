"""Markdown that fetches and opens nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from agents.harmless import harmless, split_code

PARSER = MarkdownIt("commonmark").enable("table")


def reaches_out(text: str) -> bool:
    tokens = [token for block in PARSER.parse(text) for token in [block, *(block.children or [])]]
    return any(token.type in ("image", "link_open") or ("html" in token.type and "src" in token.content) for token in tokens)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a ![x](http://evil/p.png) b", "a x b"),
        ("a [x](https://evil/) b", "a x b"),
        ("[![x](http://a)](http://b)", "x"),
        ("[x](//evil/)", "x"),
        ("[x](javascript:alert)", "x"),
        ("[x](page.md)", "x"),
        ("<http://evil/x>", "http://evil/x"),
        ("see <img src='http://evil'> it", "see  it"),
        ("wait for <pod-name> and 1 < 2", "wait for <pod-name> and 1 < 2"),
        ("`![x](http://evil)` is code", "`![x](http://evil)` is code"),
        ("```\n![x](http://evil)\n```", "```\n![x](http://evil)\n```"),
        ("> ```\n> [a](b)\n> ```", "> ```\n> [a](b)\n> ```"),
        ("1. run\n   ```sh\n   [ -f x ](y)\n   ```", "1. run\n   ```sh\n   [ -f x ](y)\n   ```"),
        ("plain\r\nlines", "plain\nlines"),
    ],
)
def test_pictures_and_links_become_their_words_and_code_stays(text: str, left: str) -> None:
    assert harmless(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "![x][a]\n\n[a]: http://evil/p.png",
        "> [a]: http://evil/p.png\n\n![a]",
        "![a[b[c]]](http://evil)",
        "[a\n](http://evil\n)",
        "    ```\n\n![x](http://evil)\n\n    ```",
        "text ``` ![x](http://evil)",
        "~~~\n```\n~~~\n![x](http://evil)\n```",
        "<pre>\n```\n</pre>\n\n![x](http://evil)\n```",
        "- a\n  ```\n![x](http://evil)\n  ```",
        "`a ``b` ![x](http://evil)`",
        "<img\nsrc='http://evil'>",
        "![x](<http://evil/a b>)",
        '![x](http://evil "t(i(t)l)e")',
    ],
)
def test_what_only_poses_as_code_does_not_get_through(text: str) -> None:
    assert reaches_out(text) and not reaches_out(harmless(text))


PIECES = ["![x](http://e)", "[x](http://e)", "[x][a]", "\n\n[a]: http://e\n\n", "`", "``", "```", "~~~", "\n", "\n    ", "> ", "- ", "<img src=x>", "<http://e>", "\\", "!", "[", "](", ")", "word "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_nothing_gets_through_however_it_is_put_together(pieces: list[str]) -> None:
    assert not reaches_out(harmless("".join(pieces)))


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_prose_and_code_make_up_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert "".join(split_code(text)) == text
