"""Citations are checked by code."""

import pytest

from agents.grounding import ground
from tests.agents.embedded.conftest import passage

FIRST = passage(
    1,
    "Pods restart when the liveness probe fails. The kubelet does it.\n\n```bash\nkubectl get pods\n```\n\nQuotas are another matter.",
    title="Probes",
)
SECOND = passage(2, "A container shares the kernel of its host. It starts in a second.", title="Containers")
SEVENTH = passage(7, "Terraform keeps its state in a file.", title="Terraform")
PASSAGES = [FIRST, SECOND, SEVENTH]


def grounded(text: str) -> tuple[str, list[str]]:
    answer = ground(text, PASSAGES, "en", "test")
    assert answer.refused == (not answer.sources)
    return answer.text, [source.title for source in answer.sources]


@pytest.mark.parametrize(
    ("said", "text", "titles"),
    [
        ("Pods restart [1].", "Pods restart [1].", ["Probes"]),
        ("State [7]. Pods [1].", "State [1]. Pods [2].", ["Terraform", "Probes"]),
        ("Pods restart[2][1].", "Pods restart [1] [2].", ["Containers", "Probes"]),
        ("Both [1, 2].", "Both [1][2].", ["Probes", "Containers"]),
        ("Both [1,99].", "Both [1].", ["Probes"]),
        ("True [1]. False [99].", "True [1]. False.", ["Probes"]),
        ("False [99].", "False.", []),
        ("Nothing.", "Nothing.", []),
        ("", "", []),
        ("Zero [0] or [1000].", "Zero or [1000].", []),
        ("Index `x[1]` of it [2].", "Index `x[1]` of it [1].", ["Containers"]),
        ("Escaped x\\[1] [2].", "Escaped x\\[1] [1].", ["Containers"]),
        ("Linked [1](http://evil.example/).", "Linked [1].", ["Probes"]),
        ("```\nx[1]\n```\nSo [2].", "```\nx[1]\n```\nSo [1].", ["Containers"]),
        ("- item [2]\n  ```\n  y[2]\n  ```", "- item [1]\n  ```\n  y[2]\n  ```", ["Containers"]),
    ],
)
def test_only_citations_that_hold_stay_and_are_numbered_anew(said: str, text: str, titles: list[str]) -> None:
    assert grounded(said) == (text, titles)


def test_quotation_marks_stay_around_words_that_a_passage_holds() -> None:
    text, _ = grounded('It says "pods restart when the liveness probe fails" [1].')
    assert '"pods restart when' in text


def test_quotation_marks_go_from_words_that_no_passage_holds() -> None:
    text, _ = grounded('Pisze „pods never restart, whatever the probe says” [1]. Run `echo "this is not in any passage"`.')
    assert text == 'Pisze pods never restart, whatever the probe says [1]. Run `echo "this is not in any passage"`.'


PARAGRAPH = "Pods restart when the liveness probe fails. The kubelet does it."
EXAMPLE = f"{PARAGRAPH}\n\n```bash\nkubectl get pods\n```"


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("Pods restart when the liveness probe fails. [1]", PARAGRAPH),
        ("**Pods restart** when the *liveness probe* fails. [1] And a host [2].", PARAGRAPH),
        ("Pods restart when the liveness probe fails [1].", PARAGRAPH),
        ("The kubelet does it. [1]", EXAMPLE),
        ("Restarting is the work of the kubelet, which does it [1].", EXAMPLE),
        ("The kubelet does it. [1]\n\n```bash\nkubectl get pods\n```", EXAMPLE),
        ("Quotas are another matter. [1]", "Quotas are another matter."),
        ("A host has a kernel. [2] Quotas are another matter. [1]", "Quotas are another matter."),
        ("Quotas are another matter [1][2].", "Quotas are another matter."),
    ],
)
def test_the_quote_is_the_paragraphs_that_the_answer_used_with_the_example_that_follows(said: str, quote: str) -> None:
    source = next(source for source in ground(said, PASSAGES, "en", "test").sources if source.title == "Probes")
    assert source.quote == quote and quote in FIRST.text


def test_a_source_tells_where_its_passage_is_from() -> None:
    source = ground("State [7].", PASSAGES, "en", "test").sources[0]
    assert (source.id, source.title, source.path, source.text, source.collection) == (
        1,
        "Terraform",
        "en/7.md",
        SEVENTH.text,
        "sternik",
    )


def test_without_passages_nothing_holds() -> None:
    assert ground("Pods restart [1].", [], "en", "test").refused
