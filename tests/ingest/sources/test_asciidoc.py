"""AsciiDoc pages."""

import time

import pytest


def test_sections_paragraphs_and_inline_marks(read):
    page = read(
        """
        = First steps
        :toc:
        :tool: Jenkins

        [[install]]
        == Install {tool}

        Read xref:guide.adoc[the
        guide], link:https://x.pl[a page^] and https://y.pl[another]; see <<install>> or <<other#_run_it,Run it>>.
        A *bold* word, `code`, `+literal+`, kbd:[Ctrl] and menu:File[Save].((index))(((a, b)))

        // a comment
        image::diagram.png[A diagram]
        """,
        "a.adoc",
    )
    assert page.title == "First steps"
    assert [block.text for block in page.blocks] == [
        "Install Jenkins",
        "Read the guide, a page and another; see install or Run it. A **bold** word, `code`, `literal`, Ctrl and File > Save.index",
    ]


@pytest.mark.parametrize(
    ("listing", "code"),
    [
        (
            "[source,bash]\n----\nif x; then\n    y  # <1>\nfi <2>\n----\n<1> first\n<2> second",
            "```bash\nif x; then\n    y\nfi\n```",
        ),
        ('[source,groovy,subs="attributes"]\n----\na {\n\tb\n}\n----', "```groovy\na {\n\tb\n}\n```"),
        ('[source,subs="attributes"]\n----\na\n----', "```\na\n```"),
        ("[,yaml]\n----\na: 1\n----", "```yaml\na: 1\n```"),
        ("[source,bash]\n$ ls\n$ pwd", "```bash\n$ ls\n$ pwd\n```"),
        ("....\n  a\n    b\n....", "```\n  a\n    b\n```"),
        ("```console\n$ ls\n```", "```console\n$ ls\n```"),
        ("----\n```\na\n```\n----", "````\n```\na\n```\n````"),
    ],
)
def test_listings_keep_every_blank_and_lose_only_callouts(texts, listing, code):
    assert texts(f"Before.\n\n{listing}\n\nAfter.\n", "a.adoc")[1] == code


def test_explanations_of_callouts_are_a_numbered_list(texts):
    page = "----\na <.>\nb <.>\n----\n<.> First.\n<.> Second.\n"
    assert texts(page, "a.adoc") == ["```\na\nb\n```", "1. First.", "2. Second."]


def test_numbers_go_on_after_an_attached_listing_and_start_again_after_text(texts):
    page = ". One.\n+\n----\nls\n----\n\n. Two.\n.. Inner.\n. Three.\n\nText.\n\n. Again.\n"
    assert texts(page, "a.adoc") == ["1. One.", "```\nls\n```", "2. Two.", "1. Inner.", "3. Three.", "Text.", "1. Again."]


def test_nested_bullets_keep_their_depth(read):
    page = read("* a\n** b\n*** c\n* d\n- [x] done\n", "a.adoc")
    assert [(block.text, block.level) for block in page.blocks] == [("- a", 0), ("- b", 1), ("- c", 2), ("- d", 0), ("- done", 0)]


@pytest.mark.parametrize(
    ("block", "reads"),
    [
        ("[NOTE]\n====\nMind it.\n====", ["Mind it."]),
        ("WARNING: Mind it.", ["WARNING: Mind it."]),
        (".A title\n====\nText.\n====", ["A title:", "Text."]),
        ("term:: Meaning.\nother::\nMore.", ["- **term**: Meaning.", "- **other**: More."]),
        ("////\nhidden\n////\nText.", ["Text."]),
        ("ifdef::x[]\nText.\nendif::[]", ["Text."]),
        ("Text.footnote:[With a https://x.pl[link].]", ["Text. (With a link.)"]),
        ("--\nText.\n--", ["Text."]),
        ("____\nQuote.\n____", ["Quote."]),
    ],
)
def test_blocks_give_their_text(texts, block, reads):
    assert texts(f"{block}\n", "a.adoc") == reads


@pytest.mark.parametrize("mark", ["<<", "((", "{", "`", "*", "+", "[", "link:", "|", "<1>"])
def test_a_line_of_nothing_but_marks_takes_no_more_than_moments(texts, mark):
    start = time.perf_counter()
    texts(f"Text.\n\n{mark * 10_000}\n", "a.adoc")
    assert time.perf_counter() - start < 10
