"""Foreign text keeps its shape and loses its teeth."""

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from interfaces.web.escaping import escape_label
from interfaces.web.marking import mark
from interfaces.web.safe_markdown import safe_markdown
from tests.interfaces.hostile import HOSTILE, hostile_texts

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(markdown: str) -> list[Token]:
    return [inner for token in _READER.parse(markdown) for inner in (token, *(token.children or []))]


@pytest.mark.parametrize("text", [*HOSTILE, *hostile_texts(300)])
def test_no_picture_link_or_html_survives(text: str) -> None:
    for written in (
        safe_markdown(text, citations=True),
        safe_markdown(mark(text, text[3:]), cited_code="cited"),
        escape_label(text),
    ):
        found = {token.type for token in tokens(written)}
        assert not found & {"image", "link_open", "html_inline", "html_block"}, written


@pytest.mark.parametrize(
    "text",
    [
        "Plain text with **bold**, *italic*, ~~gone~~ and `code`.",
        "- one\n  - nested\n- two",
        "3. three\n4. four\n\n   ```bash\n   echo hi\n   ```",
        "> quoted\n> text",
        "| a | b |\n| --- | --- |\n| 1 | `x` |",
        "```python title=x\nprint('`$1`')\n```",
        "````\n```\ninner\n```\n````",
        "#### heading",
        "Run `docker run -p 8501:8501 image:latest` -- then `a | b`.",
    ],
)
def test_markdown_keeps_its_shape(text: str) -> None:
    def shape(markdown: str) -> list[tuple[str, str]]:
        return [(token.type, token.content.strip()) for token in tokens(markdown) if token.type not in ("inline", "text")]

    assert shape(safe_markdown(text)) == shape(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Costs $5 and $HOME", r"Costs \$5 and \$HOME"),
        (":red[not red] nginx:latest", r"\:red\[not red\] nginx\:latest"),
        ("1 < 2 && <b>", r"1 \< 2 \&\& \<b>"),
        ("See [the page](https://evil.example/x).", "See the page (`https://evil.example/x`)."),
        ("![secret](https://evil.example/x.png)", "secret (`https://evil.example/x.png`)"),
        ("Open http://localhost:8501.", "Open `http://localhost:8501`."),
        ("[x][1]\n\n[1]: https://evil.example", "x (`https://evil.example`)"),
    ],
)
def test_what_streamlit_would_make_of_it_is_shown_as_it_stands(text: str, shown: str) -> None:
    assert safe_markdown(text) == shown


def test_links_lead_to_known_hosts_only() -> None:
    text = "[a](https://docs.example/x) [b](https://docs.example.evil/x) [c](javascript:alert(1)) https://docs.example/y"
    written = safe_markdown(text, known_hosts={"docs.example"})
    links = [token.attrs["href"] for token in tokens(written) if token.type == "link_open"]
    assert links == ["https://docs.example/x", "https://docs.example/y"]


def test_citations_become_badges_but_indexes_do_not() -> None:
    written = safe_markdown("Use DVC. [1][2] In code `rows[1]` and rows[1] stay.", citations=True)
    assert written == r"Use DVC. :primary-badge[1]:primary-badge[2] In code `rows[1]` and rows\[1\] stay."


def test_typed_lines_stay_lines() -> None:
    assert safe_markdown("Error:\nno such file", keep_lines=True) == "Error\\:\\\nno such file"


@pytest.mark.parametrize(
    ("passage", "quote", "shown"),
    [
        ("One. Two. Three.", "Two.", "One. :orange-background[Two.] Three."),
        ("- First.\n- Second.", "- First.\n- Second.", "- :orange-background[First.]\n- :orange-background[Second.]"),
        ("Run `dvc add`, then push.", "Run `dvc add`,", "#Run# #`dvc add`##,# then push."),
        ("A **bold move** here.", "**bold move**", "A **#bold move#** here."),
        ("| a | b |\n| --- | --- |\n| c | d |", "| c | d |", "| a | b |\n| --- | --- |\n| #c# | #d# |"),
        ("Say `x[0]` twice.", "Say `x[0]` twice.", "#Say# `x[0]` #twice.#"),
        ("Nothing of it.", "Something else", "Nothing of it."),
        ("Nothing of it.", " ", "Nothing of it."),
    ],
)
def test_the_cited_sentence_is_marked(passage: str, quote: str, shown: str) -> None:
    wanted = shown
    if "#" in shown:
        parts = shown.split("#")
        wanted = "".join(f":orange-background[{part}]" if index % 2 else part for index, part in enumerate(parts))
    assert safe_markdown(mark(passage, quote)) == wanted


@pytest.mark.parametrize("quote", ["```bash\ndvc add x\n```", "dvc add x", "Run this:\n\n```bash\ndvc add x\n```"])
def test_cited_code_is_pointed_out_above_it_and_stays_whole(quote: str) -> None:
    written = safe_markdown(mark("Run this:\n\n```bash\ndvc add x\n```\n\nThen push.", quote), cited_code="cited below")
    assert ":small[:orange-background[cited below]]\n\n```bash\ndvc add x\n```\n\nThen push." in written
