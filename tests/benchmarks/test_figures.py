"""The figures: ranking, fitting, and the page and plot made of them."""

import math
from dataclasses import dataclass
from xml.etree import ElementTree

import numpy as np

from agents import Answer
from benchmarks.answers import judge
from benchmarks.logistic import area_under_curve, cross_validated, fit
from benchmarks.plot import Bar, Line, draw
from benchmarks.questions import Question
from benchmarks.ranking import averages, ranked
from benchmarks.refusal import curve, threshold_for
from benchmarks.sections import table


@dataclass(frozen=True)
class Passage:
    path: str
    text: str = ""


def question(*gold: str, language: str = "en", facts: tuple[str, ...] = (), answerable: bool = True) -> Question:
    return Question("q", "?", language, frozenset(gold), facts, "", "c", answerable)


def test_passages_of_one_page_count_once() -> None:
    rank = ranked(question("right"), [Passage("a"), Passage("a"), Passage("b"), Passage("right")])
    assert rank.place == 2
    assert averages([rank]) == {"hit@1": 0, "hit@5": 1, "hit@10": 1, "mrr@5": 0.333, "ndcg@10": 0.5, "n": 1}


def test_a_page_and_its_twin_are_one_for_ndcg() -> None:
    rank = ranked(question("tools/en/git/a.md", "tools/pl/git/a.md"), [Passage("tools/pl/git/a.md")])
    assert rank.ndcg == 1.0


def test_ndcg_asks_for_every_right_page() -> None:
    rank = ranked(question("a", "b"), [Passage("a"), Passage("x"), Passage("b")])
    assert math.isclose(rank.ndcg, 1.5 / (1 + 1 / math.log2(3)))


def test_facts_count_only_in_the_first_five_passages() -> None:
    passages = [Passage(str(number)) for number in range(5)] + [Passage("right", "dvc push")]
    assert ranked(question("right", facts=("dvc push",)), passages).facts is False


def test_an_english_answer_to_a_polish_question_is_in_the_wrong_language() -> None:
    asked = question("a", language="pl")
    assert not judge(asked, Answer("Use a volume.", "en", False, "embedded")).language
    assert judge(asked, Answer("Użyj wolumenu, żeby dane przetrwały.", "pl", False, "embedded")).language


def test_a_refusal_is_right_only_where_there_is_no_answer() -> None:
    refused = Answer("I do not know.", "en", True, "embedded")
    assert judge(question("a"), refused).false_refusal is True
    assert judge(question(answerable=False), refused).refused is True


def test_fitting_finds_the_sign_that_tells() -> None:
    random = np.random.default_rng(1)
    signs = random.normal(size=(400, 3))
    truth = (signs[:, 1] + 0.3 * random.normal(size=400) > 0).astype(float)
    fitted = fit(signs, truth, 1.0)
    assert abs(fitted.weights[1]) > 5 * max(abs(fitted.weights[0]), abs(fitted.weights[2]))
    assert area_under_curve(cross_validated(signs, truth, np.arange(400), 1.0), truth) > 0.95


def test_signs_that_tell_nothing_do_not_look_good_in_cross_validation() -> None:
    random = np.random.default_rng(2)
    signs, truth = random.normal(size=(60, 20)), np.tile([0.0, 1.0], 30)
    twice, truths = np.concatenate([signs, signs]), np.concatenate([truth, truth])
    likely = cross_validated(twice, truths, np.tile(np.arange(60), 2), 0.1)
    assert area_under_curve(likely, truths) < 0.7


def test_a_threshold_keeps_to_what_is_allowed() -> None:
    likely, truth = np.array([0.1, 0.2, 0.3, 0.9, 0.5, 0.95]), np.array([0.0, 0.0, 0.0, 0.0, 1.0, 1.0])
    assert threshold_for(likely, truth, 0.25) == 0.3
    assert curve(likely, truth)[0] == {"threshold": 0.9, "refused": 0.5, "false_refusal": 0.0}


def test_the_plot_is_svg_with_a_bar_for_each_value() -> None:
    picture = ElementTree.fromstring(
        draw([("<Group>", [Bar("ours", 0.9, ours=True), Bar("other", 0.5)])], [Line("all", [(0, 0.5), (0.1, 1)])])
    )
    widths = [
        float(rect.attrib["width"]) for rect in picture.iter("{http://www.w3.org/2000/svg}rect") if rect.attrib["height"] == "16"
    ]
    assert len(widths) == 2 and math.isclose(widths[0] / widths[1], 0.9 / 0.5, rel_tol=0.01)


def test_a_table_sets_numbers_to_the_right() -> None:
    assert table(["what", "n"], [["a", 1000], ["b", 0.5]]).splitlines()[1:] == ["| --- | --: |", "| a | 1,000 |", "| b | 0.500 |"]
