"""The converter itself: where HTML may hold Markdown."""

from bs4 import BeautifulSoup

from ingest.sources.html_markdown import fenced, html_to_markdown


def test_markdown_inside_html_keeps_its_marks_and_entities_stay_text():
    soup = BeautifulSoup("<div>a **bold** `word`, &lt;name&gt;</div>", "lxml")
    assert html_to_markdown(soup, holds_markdown=True).strip() == "a **bold** `word`, \\<name>"


def test_a_term_with_two_meanings_and_a_list_inside_a_list():
    soup = BeautifulSoup("<dl><dt>a</dt><dd>one</dd><dd>two<dl><dt>b</dt><dd>three</dd></dl></dd></dl>", "lxml")
    words = html_to_markdown(soup).split()
    assert [word.strip(":") for word in words if word != "-"] == ["**a**", "one", "two", "**b**", "three"]


def test_a_fence_is_always_longer_than_what_it_holds():
    assert fenced("a\n`````\nb", "md") == "``````md\na\n`````\nb\n``````"
