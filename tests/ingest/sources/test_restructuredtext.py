"""reStructuredText, with what only Sphinx knows."""

import pytest


def test_sections_code_and_inline_marks(read):
    page = read(
        """
        .. _start:

        ===========
        First steps
        ===========

        See :ref:`start` and :doc:`Guide <guide>`; run ``kubectl`` via :func:`~pkg.mod.run` or `a link <http://x.pl>`_.

        Install
        -------

        Type this::

            pip install x
              --user

        .. code-block:: yaml+jinja
           :caption: a.yaml

           key: {{ value }}
        """,
        "a.rst",
    )
    assert page.title == "First steps"
    assert [block.text for block in page.blocks] == [
        "See start and Guide; run `kubectl` via `pkg.mod.run` or a link.",
        "Install",
        "Type this:",
        "```\npip install x\n  --user\n```",
        "```yaml+jinja\nkey: {{ value }}\n```",
    ]


@pytest.mark.parametrize("name", ["note", "warning", "tip", "important", "seealso", "danger", "topic", "sidebar"])
def test_the_text_of_a_box_is_never_lost(texts, name):
    title = " Mind" if name in ("topic", "sidebar") else ""
    page = f".. {name}::{title}\n\n   Never **skip** this.\n\n   .. code-block:: bash\n\n      ls\n\nAfter.\n"
    found = "\n".join(texts(page, "a.rst"))
    assert "Never **skip** this." in found
    assert "```bash\nls\n```" in found
    assert "After." in found
    assert name not in found.lower().replace("mind", "")


def test_a_boxs_own_title_is_kept(texts):
    assert texts(".. admonition:: On a Mac\n\n   Use brew.\n", "a.rst") == ["On a Mac:", "Use brew."]


@pytest.mark.parametrize(
    ("directive", "reads"),
    [
        (".. versionadded:: 2.4\n\n   Text.\n", ["2.4", "Text."]),
        (".. tab:: Linux\n\n   Text.\n\n   .. tip::\n      :class: x\n\n      Inner.\n", ["Linux", "Text.", "Inner."]),
        (".. toctree::\n   :maxdepth: 2\n\n   a\n   b\n\nText.\n", ["Text."]),
        (".. contents::\n   :local:\n\nText.\n", ["Text."]),
        (".. include:: /etc/passwd\n\nText.\n", ["Text."]),
        (".. raw:: html\n\n   <script>x</script>\n\nText.\n", ["Text."]),
        (".. literalinclude:: /etc/passwd\n\nText.\n", ["Text."]),
        (".. unheard-of:: argument\n   :option: 1\n\n   Text.\n", ["Text."]),
        (".. py:function:: run(x)\n\n   Text.\n", ["`run(x)`", "Text."]),
        (".. option:: -k <word>, --keyword <word>\n\n   Text.\n", ["`-k <word>, --keyword <word>`", "Text."]),
        (".. versionchanged:: 2.4\n   Now ``fast``.\n", ["2.4 Now `fast`."]),
        (".. remark:: Text on *this* line\n   and the next.\n", ["Text on this line and the next."]),
        (".. tabs::\n\n   .. code-tab:: bash\n\n      ls\n", ["```bash\nls\n```"]),
        (".. image:: x.png\n   :alt: A diagram\n\nText.\n", ["A diagram", "Text."]),
        (".. comment without colons\n\nText.\n", ["Text."]),
    ],
)
def test_directives_give_their_content(texts, directive, reads):
    assert texts(directive, "a.rst") == reads


def test_definition_lists_become_items_and_tables_stay_tables(texts):
    page = """
        ``-v``
            Verbose.

            More of it.
        term:
            Meaning.

        ====  ====
        A     B
        ====  ====
        1     x|y
        ====  ====
        """
    assert texts(page, "a.rst") == [
        "- `-v`: Verbose.",
        "More of it.",
        "- **term:** Meaning.",
        "| A | B |\n| --- | --- |\n| 1 | x\\|y |",
    ]


def test_placeholders_and_template_values_survive(texts):
    assert texts("Use <name> and ``{{ item }}`` and {{ other }}.\n", "a.rst") == ["Use <name> and `{{ item }}` and {{ other }}."]


def test_markup_errors_cost_no_text(texts):
    page = "Title\n===\n\nText with `unclosed and **half bold.\n\n.. code-block::\n\n   x\n\nBad `ref`_ end.\n"
    found = " ".join(texts(page, "a.rst"))
    assert "unclosed and" in found and "half bold." in found and "end." in found
