"""Jupyter notebooks of several formats, and files that only call themselves so."""

import json

import pytest

from errors import UnreadableSource


def notebook(*cells, **changes):
    return json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **changes}).encode()


def cell(kind, source):
    code = {"outputs": [{"output_type": "stream", "name": "stdout", "text": "printed"}], "execution_count": 1}
    return {"cell_type": kind, "id": f"c{abs(hash(source)) % 10_000}", "metadata": {}, "source": source} | (
        code if kind == "code" else {}
    )


def test_text_and_code_are_read_and_outputs_left_out(read):
    page = read(
        notebook(
            cell("markdown", "# Training\n\n::: {.callout-tip}\nText.\n:::"), cell("code", "# fit\nmodel.fit(X)"), cell("code", " ")
        ),
        "a.ipynb",
    )
    assert page.title == "Training"
    assert [block.text for block in page.blocks] == ["Text.", "```python\n# fit\nmodel.fit(X)\n```"]


def test_code_is_marked_with_the_notebooks_language_and_may_hold_fences(texts):
    page = notebook(cell("code", 'x <- "```"'), metadata={"language_info": {"name": "R"}})
    assert texts(page, "a.ipynb") == ['````R\nx <- "```"\n````']


def test_notebooks_of_version_3_are_read_too(read):
    cells = [
        {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["Old"]},
        {"cell_type": "markdown", "metadata": {}, "source": ["Text."]},
        {"cell_type": "code", "language": "python", "metadata": {}, "input": ["ls()"], "outputs": [], "collapsed": False},
    ]
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": cells, "metadata": {}}]}
    page = read(json.dumps(old).encode(), "a.ipynb")
    assert (page.title, [block.text for block in page.blocks]) == ("Old", ["Text.", "```python\nls()\n```"])


@pytest.mark.parametrize("old", [cell("markdown", "Text."), {"cell_type": "markdown", "metadata": {}, "source": ["Te", "xt."]}])
def test_cells_without_ids_or_with_lines_apart_are_no_reason_to_refuse(texts, old):
    old = {key: value for key, value in old.items() if key != "id"}
    assert texts(notebook(old), "a.ipynb") == ["Text."]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (notebook(), "no cells with text"),
        (notebook(cell("markdown", "  ")), "no cells with text"),
        (b'{"cells": [', "not a Jupyter notebook"),
        (b"# Markdown", "not a Jupyter notebook"),
        (b"[]", "not a Jupyter notebook"),
        (b'"text"', "not a Jupyter notebook"),
        (b"{}", "not a Jupyter notebook"),
        (b'{"nbformat": 4, "nbformat_minor": 5}', "notebook"),
        (b'{"nbformat": 99, "nbformat_minor": 0, "metadata": {}, "cells": []}', "notebook"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code"}]}', "notebook"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": "none"}', "notebook"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": [], "cells": [1]}', "notebook"),
    ],
)
def test_what_is_no_notebook_is_refused_with_its_name_and_a_reason(read, content, reason):
    with pytest.raises(UnreadableSource, match=f"folder/a.ipynb: .*{reason}"):
        read(content, "folder/a.ipynb")
