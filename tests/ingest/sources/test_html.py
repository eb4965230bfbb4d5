"""HTML: the main content, and nothing around it."""

import pytest

from errors import UnreadableSource

PAGE = """
<!doctype html><html><head><title>Serving — Example Docs</title><style>p {{}}</style></head><body>
<div class="cookie-banner">We use cookies.</div>
<header><a href="/">Home</a></header><nav>Menu</nav><aside>Read also</aside>
{main}
<footer>Copyright</footer><script>track()</script></body></html>
"""


@pytest.mark.parametrize("wrapper", ["main", "article", 'div role="main"', 'div id="content"', 'div class="document"', "div"])
def test_only_the_main_part_is_read(texts, read, wrapper):
    tag = wrapper.split()[0]
    main = f"<{wrapper}><h1>Serving</h1><nav class='breadcrumb'>Docs / Serving</nav><p>Run <b>it</b>.</p></{tag}>"
    page = read(PAGE.format(main=main), "a.html")
    assert page.title == "Serving"
    assert [block.text for block in page.blocks] == ["Run **it**."]


@pytest.mark.parametrize(
    ("main", "title"),
    [
        ("<main><p>Text</p></main>", "Serving — Example Docs"),
        ("<header><h1>Above</h1></header><main><p>Text</p></main>", "Above"),
        ("<main><header><h1>Inside</h1></header><p>Text</p></main>", "Inside"),
        ("<main><h2>Only second</h2><pre># a comment</pre></main>", "Serving — Example Docs"),
        ("<main><h1>With <a class='headerlink' href='#x'>¶</a></h1><p>Text</p></main>", "With"),
    ],
)
def test_the_title_is_the_first_heading_or_the_windows(read, main, title):
    assert read(PAGE.format(main=main), "a.html").title == title


def test_code_keeps_its_language_lines_and_blanks(texts):
    main = """<main><div class="highlight-python notranslate"><div class="highlight"><pre><span></span>def f():
    return &lt;x&gt;  # ``` fence
</pre></div></div><pre class="language-bash">a<br>b</pre><pre>plain
  text</pre></main>"""
    assert texts(f"<title>T</title>{main}", "a.html") == [
        "````python\ndef f():\n    return <x>  # ``` fence\n````",
        "```bash\na\nb\n```",
        "```\nplain\n  text\n```",
    ]


def test_boxes_are_text_and_only_their_own_titles_are_kept(texts):
    main = """<main><h1>T</h1><aside class="admonition note"><p class="admonition-title">Note</p><p>One.</p></aside>
    <div class="admonition tip"><p class="admonition-title">On a Mac</p><p>Two.</p></div></main>"""
    assert texts(main, "a.html") == ["One.", "On a Mac:", "Two."]


def test_tables_lists_and_definitions(texts):
    main = """<main><h1>T</h1>
    <table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td><code>x</code></td><td>y<br>z | w</td></tr></tbody></table>
    <ol start="3"><li>three<ul><li>inner</li></ul></li></ol>
    <dl><dt>port</dt><dd>Where it listens.</dd><dt><code>-v</code></dt><dd><p>Verbose.</p><pre>x -v</pre></dd></dl></main>"""
    assert texts(main, "a.html") == [
        "| A | B |\n| --- | --- |\n| `x` | y z \\| w |",
        "3. three",
        "- inner",
        "- **port**: Where it listens.",
        "- `-v`: Verbose.",
        "```\nx -v\n```",
    ]


def test_signs_of_markdown_in_a_pages_text_are_text(texts):
    assert texts("<main><p># 1 * 2 * 3 _x_ &lt;div&gt; {{ x }} [a](b) ::: `c`</p></main>", "a.html") == [
        "# 1 * 2 * 3 _x_ <div> {{ x }} [a](b) ::: `c`"
    ]


def test_hidden_parts_line_numbers_and_permalinks_are_left_out(texts):
    main = """<main><h2>Run<a class="headerlink">#</a></h2><p hidden>No</p><p>Yes<span class="sr-only">no</span></p>
    <table class="highlighttable"><tr><td class="linenos">1 2</td><td class="code"><pre>ls</pre></td></tr></table></main>"""
    found = "\n".join(texts(f"<title>T</title>{main}", "a.html"))
    assert "No" not in found and "1 2" not in found and "no" not in found and "#" not in found
    assert "Yes" in found and "ls" in found


@pytest.mark.parametrize("encoding", ["iso-8859-2", "windows-1250"])
def test_the_declared_encoding_is_honoured(read, encoding):
    page = f'<html><head><meta charset="{encoding}"></head><body><main><h1>Wdrożenie</h1><p>źdźbło</p></main></body></html>'
    read_page = read(page.encode(encoding), "a.html")
    assert (read_page.title, read_page.blocks[0].text) == ("Wdrożenie", "źdźbło")


def test_plain_text_that_calls_itself_html_is_refused(read):
    with pytest.raises(UnreadableSource, match="name it .txt"):
        read("just words, 1 < 2", "a.html")


def test_tags_nested_thousands_deep_are_read_or_refused_with_a_reason(read):
    try:
        page = read("<div>" * 5000 + "deep" + "</div>" * 5000, "a.html")
    except UnreadableSource as refusal:
        assert "nested too deeply" in str(refusal) or "no text" in str(refusal)
    else:
        assert page.blocks
