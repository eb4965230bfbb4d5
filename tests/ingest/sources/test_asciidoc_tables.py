"""Tables of AsciiDoc, however their cells stand."""

import pytest

EXPECTED = ["| A | B |\n| --- | --- |\n| `1` | two words |\n| 3 |  |"]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("|===\n|A |B\n\n|`1` |two words\n|3 |\n|===", id="cells on one line"),
        pytest.param('[cols="1,2",options="header"]\n|===\n|A\n|B\n\n|`1`\n|two\nwords\n\n|3\n|\n|===', id="each on its own"),
        pytest.param("[cols=2*]\n|===\n|A\n|B\n|`1`\n|two words\n|3\n|===", id="repeated columns, last cell missing"),
        pytest.param('[cols="1,2"]\n|=====\n| A | B\n| `1` | two words\n| 3 |\n|=====', id="a longer delimiter"),
        pytest.param('[cols="1,2"]\n|===\n|A a|B\n|`1` a|two words\n|3 |\n|===', id="styled cells"),
    ],
)
def test_rows_follow_the_number_of_columns(texts, table):
    assert texts(f"{table}\n", "a.adoc") == EXPECTED


def test_text_after_a_table_is_not_swallowed_by_it(texts):
    page = "= T\n\n|====\n|A |B\n|====\n\n== Next\n\nText.\n"
    assert texts(page, "a.adoc") == ["| A | B |\n| --- | --- |", "2 Next", "Text."]


def test_an_empty_table_leaves_nothing(texts):
    assert texts("Text.\n\n|===\n|===\n", "a.adoc") == ["Text."]
