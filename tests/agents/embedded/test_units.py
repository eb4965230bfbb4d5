"""A passage is divided into what can be quoted, each piece at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.embedded.units import plain, sentence_spans, split_units

PASSAGE = """Pods restart. They do so, e.g. after a crash, at once.

1. Look at the log.
2. Mend it.

- one
- two

```bash
kubectl get pods
| not | a table |
| --- | --- |
```

| probe | what |
|---|---|
| liveness | restart |

The end: nothing more."""


def test_each_kind_of_piece_is_told() -> None:
    assert [(unit.kind, unit.text) for unit in split_units(PASSAGE)] == [
        ("sentence", "Pods restart."),
        ("sentence", "They do so, e.g. after a crash, at once."),
        ("step", "Look at the log."),
        ("step", "Mend it."),
        ("item", "one"),
        ("item", "two"),
        ("code", "```bash\nkubectl get pods\n| not | a table |\n| --- | --- |\n```"),
        ("table", "| probe | what |\n|---|---|\n| liveness | restart |"),
        ("sentence", "The end: nothing more."),
    ]


WRAPPED = """The agent beside each model server is keeping track of
request times of the models. These are sorted in ascending order and
used to free memory:

- a new model that needs more room than
  the server has
- another

Prerequisites
Install the tool.
**Note** the version."""


def test_sentences_that_an_editor_wrapped_are_whole() -> None:
    assert [unit.text for unit in split_units(WRAPPED)] == [
        "The agent beside each model server is keeping track of request times of the models.",
        "These are sorted in ascending order and used to free memory:",
        "a new model that needs more room than the server has",
        "another",
        "Prerequisites",
        "Install the tool.",
        "**Note** the version.",
    ]


def test_places_are_those_in_the_passage() -> None:
    for unit in split_units(PASSAGE):
        assert unit.text in PASSAGE[unit.start : unit.end]


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("Pods restart. Nodes do not.", ["Pods restart.", "Nodes do not."]),
        ("Use e.g. Docker. It works.", ["Use e.g. Docker.", "It works."]),
        ("To jest np. Docker. Działa m.in. Tutaj.", ["To jest np. Docker.", "Działa m.in. Tutaj."]),
        ("Version 1.2 is out. 3 more follow.", ["Version 1.2 is out.", "3 more follow."]),
        ("Powiedział: „Tak.” Żaden nie odszedł.", ["Powiedział: „Tak.”", "Żaden nie odszedł."]),
        ("Does it? Yes! Good.", ["Does it?", "Yes!", "Good."]),
        ("run `a. B` now", ["run `a. B` now"]),
        ("  indented one", ["indented one"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences_end_where_a_reader_says_so(line: str, sentences: list[str]) -> None:
    assert [line[a:b] for a, b in sentence_spans(line)] == sentences


@pytest.mark.parametrize("passage", ["", "\n\n", "```\nnever closed", "| half a table", "- ", "1."])
def test_broken_passages_do_no_harm(passage: str) -> None:
    split_units(passage)


@given(
    st.lists(
        st.sampled_from(
            ["Pods restart. ", "- item\n", "1. step\n", "```\ncode\n```\n", "| a |\n| b |\n", "\n\n", "e.g. x ", "`c` "]
        )
    )
)
def test_nothing_but_blanks_and_markers_is_left_out(pieces: list[str]) -> None:
    passage = "".join(pieces)
    units = split_units(passage)
    kept = "".join(passage[unit.start : unit.end] for unit in units)
    assert "".join(kept.split()) == "".join(passage.split())
    assert all(before.end <= after.start for before, after in zip(units, units[1:], strict=False))


def test_texts_are_compared_without_marks() -> None:
    assert plain("**Cause**:  the `probe`\nfails") == plain("Cause: the probe fails")
