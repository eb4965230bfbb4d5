"""Markdown in Slack's notation, within Slack's limits."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents import Answer, Source
from interfaces.slack.mrkdwn import escape, to_mrkdwn
from interfaces.slack.showing import show
from interfaces.slack.splitting import sections
from tests.interfaces.slack.limits import faults_of_message


@pytest.mark.parametrize(
    ("markdown", "mrkdwn"),
    [
        ("**bold** and *italic* and ~~gone~~", ["*bold* and _italic_ and ~gone~"]),
        ("# A *title*", ["*A title*"]),
        ("use `dvc pull <remote>`", ["use `dvc pull &lt;remote&gt;`"]),
        ("```bash\ndvc pull && ls\n```", ["```\ndvc pull &amp;&amp; ls\n```"]),
        ("- one\n- two\n  1. deep", ["• one\n• two\n    1. deep"]),
        ("> said", ["> said"]),
        ("[docs](https://known.example/a?b=1&c=2)", ["<https://known.example/a?b=1&amp;c=2|docs>"]),
        ("[docs](https://evil.example/)", ["docs (`https://evil.example/`)"]),
        ("![tracker](https://evil.example/x.png)", ["tracker (`https://evil.example/x.png`)"]),
        ("[x](javascript:alert(1))", ["[x](javascript:alert(1))"]),
        ("| a | b |\n|---|---|\n| long cell | 2 |", ["```\na          b\n---------  -\nlong cell  2\n```"]),
        ("<!channel> <@U1> a & b", ["&lt;!channel&gt; &lt;@U1&gt; a &amp; b"]),
    ],
)
def test_markdown_becomes_mrkdwn(markdown: str, mrkdwn: list[str]) -> None:
    assert to_mrkdwn(markdown, {"known.example"}) == mrkdwn


@pytest.mark.parametrize(
    "call", ["@here", "@channel", "@everyone", "@HERE", "`@here`", "**@channel**", "```\n@here\n```", "[@here](http://x/)"]
)
def test_a_call_to_everybody_is_only_words(call: str) -> None:
    written = "".join(to_mrkdwn(call))
    assert not re.search(r"@(here|channel|everyone)", written, re.IGNORECASE) and "here" in written.lower() + "here"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("<!@U1>&|`*_~#\n -[](:/)hereczanl0.|"), max_size=300), st.text(max_size=200))
def test_no_text_whatsoever_pings_or_breaks_a_limit(first: str, second: str) -> None:
    source = Source(1, first or "t", second, second, f"https://x/{first}", "", "", "en", "c", 0.0)
    answer = Answer(f"{first}\n\n{second}", "en", False, "m", (source,), (second or "?",))
    outcome = show(answer, first, conversation="p c", turn=0, private=True, request="r")
    for message in outcome.messages:
        assert faults_of_message(message["text"], message["blocks"]) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="ab &<\n", max_size=400), max_size=10), st.integers(20, 200))
def test_splitting_keeps_every_character_that_is_not_a_space(parts: list[str], most: int) -> None:
    escaped = [escape(part) for part in parts]
    cut = list(sections(escaped, most))
    assert all(len(piece) <= most for piece in cut)
    assert re.sub(r"\s", "", "".join(cut)) == re.sub(r"\s", "", "".join(escaped))
    assert all(not re.search(r"&(?!amp;|lt;|gt;)", piece) for piece in cut)


def test_long_answers_are_cut_between_paragraphs_and_code_stays_code() -> None:
    code = "\n".join(f"line {number}" for number in range(900))
    paragraphs = "\n\n".join(f"Paragraph {number} " + "word " * 80 for number in range(60))
    outcome = show(
        Answer(f"{paragraphs}\n\n```\n{code}\n```", "en", False, "m"), "q", conversation="p c", turn=0, private=False, request="r"
    )
    assert len(outcome.messages) > 2
    texts = [block["text"]["text"] for message in outcome.messages for block in message["blocks"] if block["type"] == "section"]
    assert all(text.count("```") % 2 == 0 for text in texts) and any(text.startswith("Paragraph") for text in texts[1:])
    assert all(faults_of_message(message["text"], message["blocks"]) == [] for message in outcome.messages)
    joined = "\n".join(texts)
    assert all(f"line {number}" in joined for number in (0, 450, 899))
