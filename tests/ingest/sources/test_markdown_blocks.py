"""Paragraphs, lists, code, tables and HTML inside Markdown."""

import pytest


def test_lists_keep_their_marks_numbers_and_depth(read):
    page = read(
        """
        3. three
           - inner
             - innermost
        4. four

           more of four
        """
    )
    assert [(block.kind, block.text, block.level) for block in page.blocks] == [
        ("item", "3. three", 0),
        ("item", "- inner", 1),
        ("item", "- innermost", 2),
        ("item", "4. four", 0),
        ("item", "more of four", 0),
    ]


def test_code_is_kept_to_the_letter_with_its_language(texts):
    assert texts("```yaml title='a.yaml'\nkey:\n    - {{ x }}  # <b>\n\n\ttab\n```\n") == [
        "```yaml title='a.yaml'\nkey:\n    - {{ x }}  # <b>\n\n\ttab\n```"
    ]


def test_code_that_holds_a_fence_gets_a_longer_one(texts):
    assert texts("~~~~md\n```bash\nls\n```\n~~~~\n") == ["````md\n```bash\nls\n```\n````"]


def test_text_that_was_indented_with_its_code_is_text(texts):
    assert texts("`json`\n:   Reads JSON.\n\n    Like this:\n\n    ```json\n    {}\n    ```\n") == [
        "`json` : Reads JSON.",
        "Like this:",
        "```json\n{}\n```",
    ]


def test_an_endless_info_line_does_not_follow_every_piece_of_the_code(texts):
    assert len(texts(f"```{'x' * 5000}\nls\n```\n")[0]) < 120


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [("a<br>b", "a b"), ("`x | y`", "`x \\| y`"), ("**b** and [link](http://x.pl)", "**b** and link"), ("", "")],
)
def test_tables_keep_one_line_a_row(texts, cell, read_as):
    cell = cell.replace("|", "\\|")
    assert texts(f"| A | B |\n|---|---|\n| {cell} | 2 |\n") == [f"| A | B |\n| --- | --- |\n| {read_as} | 2 |"]


def test_anchors_of_headings_are_taken_off_and_remembered(read):
    page = read("# T\n\n## Install {#setup}\n\na\n\n## Run it [run-it-now]\n\nb\n\n## Plain\n\nc\n")
    headings = [(block.text, block.anchor) for block in page.blocks if block.kind == "heading"]
    assert headings == [("Install", "setup"), ("Run it", "run-it-now"), ("Plain", "")]


def test_headings_without_words_are_no_headings(texts):
    assert texts("# T\n\n##\n\n## ![](logo.png)\n\nText.\n") == ["Text."]


def test_html_blocks_become_text_code_lists_and_tables(texts):
    page = """
        # T

        <p align="center"><img src="x.png" alt=""><strong>Fast</strong> and small</p>

        <pre><code class="language-bash">kubectl get pods
          -w</code></pre>

        <table>
        <tr><th>Name</th><th>Port</th></tr>

        <tr><td>web</td><td>8501</td></tr>
        </table>

        <ul><li>one</li><li>two</li></ul>
        """
    assert texts(page) == [
        "**Fast** and small",
        "```bash\nkubectl get pods\n  -w\n```",
        "| Name | Port |\n| --- | --- |\n| web | 8501 |",
        "- one",
        "- two",
    ]


def test_scripts_styles_comments_and_anchors_leave_nothing_behind(texts):
    page = """
        # T

        <!-- a comment
        over lines -->
        <script>alert(1)</script>

        <style>p { color: red }</style>

        <a id="here"></a>
        Text <!-- hidden --> with <a name="x"></a>anchor.
        """
    assert texts(page) == ["Text with anchor."]


def test_markdown_inside_html_is_read_as_markdown(texts):
    assert texts("<figure markdown>\n![A pipeline](x.png){ width=500 }\n<figcaption>Source: *us*</figcaption>\n</figure>\n") == [
        "A pipeline Source: us"
    ]


def test_a_list_forty_levels_deep_keeps_its_last_word(texts):
    page = "\n".join("  " * depth + f"- level{depth}" for depth in range(40))
    joined = " ".join(texts(page))
    assert all(f"level{depth}" in joined for depth in range(40))


@pytest.mark.parametrize("mark", ["> ", "- ", ">", "- > "])
def test_thousands_of_quotes_or_bullets_on_a_line_are_read_in_no_time(texts, mark):
    assert "deep" in texts(mark * 5000 + "deep\n")[-1]
