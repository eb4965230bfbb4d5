"""What dialects add to Markdown goes, and the text stays."""

import time

import pytest

from ingest.sources.dialects import plain_markdown


@pytest.mark.parametrize(
    ("dialect", "reads"),
    [
        pytest.param("# Start {.unnumbered}\n\na", ["a"], id="quarto class"),
        pytest.param("# T\n\n## Use {#use .wide}\n\na", ["2 Use", "a"], id="quarto anchor"),
        pytest.param("[text]{.underline} and ![A plot](a.png){width=40%}", ["text and A plot"], id="quarto span"),
        pytest.param("{{< include _setup.qmd >}}\n\nText {{< var version >}}.", ["Text ."], id="quarto shortcode"),
        pytest.param('Use {{< glossary_tooltip text="a Pod" term_id="pod" >}}.', ["Use a Pod."], id="hugo tooltip"),
        pytest.param('{{< carousel\n  image="a.png"\n  alt="b" >}}\n\nText', ["Text"], id="hugo over lines"),
        pytest.param("{{% tab %}}\nText\n{{% /tab %}}", ["Text"], id="hugo block"),
        pytest.param("{% raw %}Use `${{ secrets.TOKEN }}` here{% endraw %}", ["Use `${{ secrets.TOKEN }}` here"], id="liquid raw"),
        pytest.param("Version {{ site.version }} is out", ["Version is out"], id="liquid value"),
        pytest.param("Click **{% octicon 'play' %} Actions** now", ["Click **Actions** now"], id="liquid in bold"),
        pytest.param("A line.\n{:.warning}\n\nMore {: #id }text", ["A line.", "More text"], id="kramdown"),
        pytest.param("import Tabs from '@theme/Tabs';\nexport const x = 1;\n\nText {/* note */}here", ["Text here"], id="mdx"),
        pytest.param("~> **Note:** careful", ["**Note:** careful"], id="terraform"),
        pytest.param('[Guide](a.md){:target="_blank"} ends', ["Guide ends"], id="link attributes"),
    ],
)
def test_marks_of_a_dialect_are_gone(texts, dialect, reads):
    assert texts(dialect) == reads


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        ("```{r setup, echo=FALSE}", "```r"),
        ("```{python}", "```python"),
        ('```{.bash filename="a.sh"}', "```bash"),
        ("~~~{sql}", "```sql"),
    ],
)
def test_chunks_of_r_markdown_and_quarto_become_code_of_their_language(texts, header, kept):
    close = header[:3]
    assert texts(f"{header}\nx <- 1 # {{{{ kept }}}}\n{close}\n", "a.Rmd") == [f"{kept}\nx <- 1 # {{{{ kept }}}}\n```"]


def test_options_of_a_chunk_are_left_out_and_comments_stay(texts):
    assert texts("```{python}\n#| echo: false\n# a comment\nx = 1\n```\n\n```python\n#| kept\n```\n", "a.qmd") == [
        "```python\n# a comment\nx = 1\n```",
        "```python\n#| kept\n```",
    ]


@pytest.mark.parametrize("indent", ["", "    ", "> "])
def test_code_is_never_touched(indent):
    code = "\n".join(indent + line for line in ("```jinja", "{{ value }} {% if x %} ::: !!! note", "import a from 'b'", "```"))
    assert plain_markdown(code) == code


def test_template_tags_in_inline_code_are_what_the_page_is_about(texts):
    assert texts("Write `{{ item }}` and `{% for %}`.") == ["Write `{{ item }}` and `{% for %}`."]


@pytest.mark.parametrize("letter", ["{", "{{", "{{<", "<A ", "{%", "[", "`", ":::", "<table>", "![", "<!--", "{#", "{/*"])
def test_a_page_of_nothing_but_marks_takes_no_more_than_moments(letter):
    start = time.perf_counter()
    plain_markdown(letter * 20_000)
    assert time.perf_counter() - start < 10
