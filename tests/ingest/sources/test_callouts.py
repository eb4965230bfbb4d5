"""Notes, tips and tabs: their text and their own titles stay, labels go."""

import pytest


@pytest.mark.parametrize(
    ("callout", "reads"),
    [
        pytest.param("::: {.callout-tip}\nText.\n:::", ["Text."], id="quarto"),
        pytest.param('::: {.callout-note title="Mind the port"}\nText.\n:::', ["Mind the port:", "Text."], id="quarto title"),
        pytest.param("::: {.callout-note}\n## Mind the port\nText.\n:::", ["2 Mind the port", "Text."], id="quarto heading"),
        pytest.param(":::tip[Expected output]\n\nText.\n\n:::", ["Expected output:", "Text."], id="docusaurus"),
        pytest.param(":::note Why?\nText.\n:::", ["Why?", "Text."], id="docusaurus older"),
        pytest.param("::::{note}\nText.\n::::", ["Text."], id="myst colons"),
        pytest.param("::::{admonition} On a Mac\nText.\n::::", ["On a Mac:", "Text."], id="myst title"),
        pytest.param("```{warning}\nText.\n```\n\nAfter.", ["Text.", "After."], id="myst backticks"),
        pytest.param("> [!NOTE]\n> Text.", ["Text."], id="github"),
        pytest.param("> [!tip]- Text.", ["Text."], id="obsidian"),
        pytest.param('!!! note "Mind"\n    Text.\n\n    - item\n\nAfter.', ["Mind:", "Text.", "- item", "After."], id="mkdocs"),
        pytest.param(
            '??? success "Solution"\n\n    ```bash\n    ls\n    ```\n', ["Solution:", "```bash\nls\n```"], id="mkdocs code"
        ),
        pytest.param('=== "pip"\n\n    Text.\n\n=== "uv"\n\n    More.\n', ["pip:", "Text.", "uv:", "More."], id="mkdocs tabs"),
        pytest.param('!!! tip\n\n    === "pip"\n\n        Text.\n', ["pip:", "Text."], id="mkdocs nested"),
    ],
)
def test_the_text_of_a_callout_reads_as_text(texts, callout, reads):
    assert texts(f"# T\n\n{callout}\n") == reads


def test_a_callout_inside_a_list_stays_there(texts):
    page = "1. Do it.\n\n    !!! note\n        Mind it.\n\n2. Again.\n"
    assert texts(page) == ["1. Do it.", "Mind it.", "2. Again."]
