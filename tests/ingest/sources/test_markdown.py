"""Titles, language and headings of Markdown pages."""

import pytest

from ingest import chunk_document, read_bytes


def test_title_comes_from_front_matter_and_its_twin_heading_is_not_repeated(read):
    page = read("---\ntitle: First steps\n---\n# First steps\n\nInstall it.\n")
    assert page.title == "First steps"
    assert [block.text for block in page.blocks] == ["Install it."]


def test_a_heading_that_differs_from_the_front_matters_title_stays(read):
    page = read("---\ntitle: Docker\n---\n# First steps\n\nInstall it.\n")
    assert (page.title, page.blocks[0].text) == ("Docker", "First steps")


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ('+++\ntitle = "Guide in TOML"\ndate = 2024-01-02\n+++\n', "Guide in TOML"),
        ("---\ntitle: 2024\n---\n", "2024"),
        ("---\ntitle: `mlflow` tracking\n---\n", "Heading"),  # not YAML, so the heading counts
        ('---\ntitle: "The `mlflow` command"\n---\n', "The mlflow command"),
        ("---\ntitle: '{{ site.title }}'\n---\n", "Heading"),
        ("---\ndate: 2024-13-45\ntitle: Wrong date\n---\n", "Heading"),
        ("---\n- a list\n---\n", "Heading"),
        ("---\n" + "[" * 3000 + "\n---\n", "Heading"),
        ("<!-- copyright -->\n---\ntitle: Below a comment\n---\n", "Below a comment"),
        ("", "Heading"),
    ],
)
def test_front_matter_of_every_shape_gives_a_title_or_is_passed_over(read, front, title):
    page = read(f"{front}# Heading\n\nText below.\n")
    assert page.title == title
    assert page.blocks[-1].text == "Text below."


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("docs/first-steps_in-docker.md", "First steps in docker"),
        ("docs/mlflow/index.md", "Mlflow"),
        ("README.md", "README"),
        ("wdrożenie modelu.md", "Wdrożenie modelu"),
    ],
)
def test_a_page_without_headings_is_named_after_its_file(read, name, title):
    assert read("Only text.", name).title == title


def test_the_highest_heading_is_the_title_wherever_it_stands(read):
    assert read("### Small\n\na\n\n# Big\n\nb\n").title == "Big"


def test_language_of_the_front_matter_wins_over_the_text(read):
    assert read("---\nlang: pl\n---\nThis is English.\n").language == "pl"
    assert read("---\nlanguage: fr\n---\nTo jest po polsku i nic więcej.\n").language == "pl"


def test_code_does_not_decide_the_language(read):
    page = "Uruchom to i sprawdź:\n\n```python\n" + "# the model is in the registry and it is the best\n" * 9 + "```\n"
    assert read(page).language == "pl"


def test_bold_lines_stand_for_headings_as_in_hand_made_quarto_pages(texts, read):
    page = """
        # Wprowadzenie {.unnumbered}

        **Po co to wszystko?**

        Bo modele się starzeją. **ODP:** Tak.

        ___

        **Narzędzia**

        1. **Kontenery**

        - **Podman**: uruchamia kontenery.
        - **Nomad**: rozmieszcza je.

        2. **Monitorowanie:**

        - **Grafana**: rysuje wykresy.
        """
    assert read(page, "intro.qmd").title == "Wprowadzenie"
    assert texts(page, "intro.qmd") == [
        "2 Po co to wszystko?",
        "Bo modele się starzeją. **ODP:** Tak.",
        "2 Narzędzia",
        "3 Kontenery",
        "- **Podman**: uruchamia kontenery.",
        "- **Nomad**: rozmieszcza je.",
        "3 Monitorowanie",
        "- **Grafana**: rysuje wykresy.",
    ]


def test_a_sentence_that_only_starts_bold_is_no_heading(texts):
    assert texts("**Note** that it restarts.") == ["**Note** that it restarts."]


def test_a_heading_as_long_as_a_paragraph_is_shortened_and_its_text_kept(read):
    long = "słowo " * 100
    page = read(f"# {long}\n\nText.\n")
    assert len(page.title) <= 201
    assert long.strip() in [block.text for block in page.blocks]


def test_long_pages_are_read_in_pieces_without_losing_or_breaking_anything(read):
    section = "## Part {n}\n\nText {n}.\n\n```yaml\nkey: {n}\n\n# comment\n```\n\n"
    page = read("# Long\n\n" + "".join(section.replace("{n}", str(n)) for n in range(4_000)))
    assert [block.text for block in page.blocks if block.kind == "heading"] == [f"Part {n}" for n in range(4_000)]
    assert [block.text for block in page.blocks if block.kind == "code"] == [
        f"```yaml\nkey: {n}\n\n# comment\n```" for n in range(4_000)
    ]


def test_a_long_code_block_is_not_parted_where_pages_are(read):
    code = "\n".join(f"line {n}\n\n## not a heading" for n in range(12_000))
    page = read(f"# T\n\nBefore.\n\n```text\n{code}\n```\n\nAfter.\n")
    assert [block.kind for block in page.blocks] == ["text", "code", "text"]
    assert page.blocks[1].text == f"```text\n{code}\n```"


@pytest.mark.parametrize(
    "text", ["Replace psycopg2 with psycopg2-binary.\nThen source the script again", "Docker has to run first."]
)
def test_what_stands_above_a_ruler_is_a_paragraph_when_it_reads_like_one(read, text):
    page = read(f"# Psycopg2\n\n{text}\n---\n")
    assert [(block.kind, " ".join(block.text.split())) for block in page.blocks] == [("text", " ".join(text.split()))]


def test_a_short_line_above_a_ruler_is_a_heading(read):
    page = read("# Psycopg2\n\nFirst steps\n---\n\nInstall it.\n")
    assert [block.kind for block in page.blocks] == ["heading", "text"]


def test_a_page_of_headings_alone_has_text():
    chunks = chunk_document(read_bytes(b"# Kafka\n\n## Restart the broker first\n", "a.md"), lambda text: len(text.split()))
    assert [chunk.text for chunk in chunks] == ["Restart the broker first"]
