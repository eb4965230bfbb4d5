"""The chosen pieces come in the order in which a person would say them."""

from agents.embedded.arrange import arrange
from agents.embedded.kinds import Kind
from agents.embedded.select import Scored
from agents.embedded.units import split_units
from tests.agents.embedded.conftest import passage


def ranked(*texts: str, best: str, likely: float = -1.0) -> list[list[Scored]]:
    """All pieces of the passages; those with the words of `best` in them score highest, earlier passages higher than later ones."""
    return [
        [Scored(passage(number, text), unit, 2.0 * (best in unit.text) - 0.1 * number, likely=likely) for unit in split_units(text)]
        for number, text in enumerate(texts, 1)
    ]


def said(*texts: str, best: str, kind: Kind = "howto") -> list[list[str]]:
    return [[piece.unit.text for piece in part.pieces] for part in arrange(ranked(*texts, best=best), kind)]


def test_the_best_sentence_leads_with_what_follows_it() -> None:
    assert said("Before. The answer. After it.", best="answer")[0] == ["The answer.", "After it."]


def test_a_sentence_that_leans_on_another_is_told_from_its_beginning() -> None:
    assert said("Pods restart. This is the answer.", best="answer")[0] == ["Pods restart.", "This is the answer."]


def test_items_come_with_the_sentence_that_introduces_them() -> None:
    assert said("There are two:\n\n- one\n- the answer", best="answer", kind="list")[0] == ["There are two:", "one", "the answer"]


def test_a_howto_shows_its_code_though_it_stands_before_the_best_sentence() -> None:
    lead = said("Run this:\n\n```\npip install\n```\n\nThe answer.", best="answer")[0]
    assert lead == ["Run this:", "```\npip install\n```", "The answer."]


def test_no_announcement_stays_without_what_it_announces() -> None:
    long = "The answer " + "word " * 100 + "ends.\n\nThe rest is as follows:\n\n- " + "long " * 40
    assert said(long, best="answer", kind="definition")[0] == [long.split("\n")[0]]


def test_code_of_hundreds_of_lines_is_left_out() -> None:
    code = "```\n" + "line\n" * 200 + "```"
    assert said(f"The answer.\n\n{code}", best="answer")[0] == ["The answer."]


def test_what_other_passages_add_comes_after() -> None:
    parts = said("The answer. More.", "Another answer.", best="answer")
    assert parts == [["The answer.", "More."], ["Another answer."]]


def test_nothing_is_added_to_a_passage_that_surely_holds_the_answer() -> None:
    parts = arrange(ranked("The answer. More.", "Another answer.", best="answer", likely=-0.05), "howto")
    assert [[piece.unit.text for piece in part.pieces] for part in parts] == [["The answer.", "More."]]


def test_the_surer_the_passage_the_more_of_it() -> None:
    text = "The answer. " + " ".join(f"Sentence {n} is one of the many that follow it." for n in range(20))
    sure, unsure = (arrange(ranked(text, best="answer", likely=likely), "howto")[0] for likely in (-0.05, -3.0))
    assert len(sure.pieces) > len(unsure.pieces) > 1
