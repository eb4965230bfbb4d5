"""Which passage is likely to hold the answer is told by its rank, words, heading and shape."""

import math
from dataclasses import replace

import numpy as np
import pytest

from agents import passage_signs
from agents.embedded.likely import heading_fit, log_likelihoods, share_held
from agents.embedded.passage import Evidence, Passage
from knowledge import Stems
from tests.agents.embedded.conftest import passage


def evidence(question: str, *passages: Passage) -> Evidence:
    return Evidence(question, passages, 1.0, 0.0, (), 1.0)


def likeliest(question: str, *passages: Passage) -> int:
    found = evidence(question, *(replace(p, score=1.0) for p in passages))
    return int(np.argmax(log_likelihoods(found, "definition"))) + 1


def test_they_are_likelihoods() -> None:
    found = evidence("What is a pod?", *(passage(n, f"Pod number {n}.") for n in range(1, 8)))
    assert math.isclose(np.exp(log_likelihoods(found, "definition")).sum(), 1.0)


def test_the_better_ranked_of_equals_is_likelier() -> None:
    first, second = log_likelihoods(evidence("What is a pod?", passage(1, "A pod."), passage(2, "A pod.")), "definition")
    assert first > second


def test_a_heading_that_asks_the_same_makes_a_passage_likelier() -> None:
    assert likeliest("What is a pod?", passage(1, "Text.", section="Costs"), passage(2, "Text.", section="What is a pod?")) == 2


@pytest.mark.parametrize("section", ["Is a pod safe?", "What next?"])
def test_headings_that_answer_something_else_make_it_less_likely(section: str) -> None:
    assert likeliest("What is a pod?", passage(1, "A pod.", section=section), passage(2, "A pod.", section="Parts")) == 2


def test_a_passage_on_another_tool_strays() -> None:
    signs = passage_signs(
        evidence("How do I cache in Jenkins?", passage(1, "Cache.", title="Docker"), passage(2, "Cache.", title="Jenkins"))
    )
    assert [sign["strays"] for sign in signs] == [1.0, 0.0]


def test_words_of_any_task_count_less_than_those_of_this_one() -> None:
    wanted = Stems().of_query("how do I check a pod")
    assert share_held(wanted, {"pod"}) > 0.7 and share_held(wanted, {"check"}) < 0.3 and share_held(wanted, {"check", "pod"}) == 1.0
    assert share_held([], {"pod"}) == 0.0


def test_a_heading_fits_by_its_words_whatever_their_order() -> None:
    wanted = Stems().of_query("pod restarts")
    assert heading_fit(wanted, passage(1, "", section="Restarts of a pod")) > heading_fit(
        wanted, passage(1, "", section="Pod or node")
    )
    assert heading_fit([], passage(1, "", section="Pods")) == 0.0
