"""Whether the library has an answer is judged on several signs together."""

from dataclasses import replace

from agents import Assistant, Evidence, doubt, search, signs_of
from agents.embedded.refusal import lacks_answer
from tests.agents.embedded.conftest import passage


def spot_on() -> Evidence:
    """Every word found, both rankings agree, one passage stands out."""
    passages = tuple(passage(n, "Pods restart.", similarity=0.93 if n == 1 else 0.80) for n in range(1, 11))
    return Evidence("why do pods restart", tuple(replace(p, lexical=18.0) for p in passages), 1.0, 0.0, (), 0.9)


def far_off() -> Evidence:
    """No word found, the rankings have nothing in common, and all passages are equally far."""
    passages = tuple(passage(n, "Pods restart.", similarity=0.70) for n in range(1, 11))
    return Evidence(
        "best pierogi recipe ever", tuple(replace(p, lexical=0.0) for p in passages), 0.0, 1.0, ("pierogi", "recipe", "best"), 0.0
    )


def test_no_passage_is_no_answer() -> None:
    nothing = Evidence("anything", (), 0.0, 1.0, (), 0.0)
    assert doubt(nothing) == 1.0 and lacks_answer(nothing)


def test_doubt_is_a_likelihood_however_far_off_the_signs_are() -> None:
    for evidence in (spot_on(), far_off(), replace(spot_on(), query="")):
        assert 0.0 <= doubt(evidence) <= 1.0


def test_the_signs_tell_both_apart() -> None:
    good, bad = signs_of(spot_on()), signs_of(far_off())
    for sign in ("best", "margin", "first", "coverage", "agreement", "lexical"):
        assert good[sign] > bad[sign], sign
    assert good["unknown"] < bad["unknown"]


def test_there_is_more_doubt_where_nothing_fits() -> None:
    assert doubt(far_off()) > doubt(spot_on())
    assert lacks_answer(far_off()) and not lacks_answer(spot_on())


def test_questions_off_the_topic_raise_more_doubt_than_those_the_pages_answer(guide: Assistant) -> None:
    on = ["How do I cache pip packages in GitHub Actions?", "Co to jest wersjonowanie danych?"]
    off = ["What is the best recipe for pierogi with mushrooms?", "Kto wygrał mundial w piłce nożnej w 2022 roku?"]
    doubts = [doubt(search(guide.library, question, None, None)) for question in [*on, *off]]
    assert max(doubts[:2]) < min(doubts[2:])


def test_near_but_without_a_common_word_is_no_answer() -> None:
    """Everyday Polish questions come as near to some page as good ones do."""
    assert lacks_answer(replace(spot_on(), coverage=0.0, absent=1.0, agreement=0.0))


def test_passages_that_are_all_equally_near_raise_doubt() -> None:
    equal = replace(spot_on(), passages=tuple(replace(p, similarity=spot_on().passages[0].similarity) for p in spot_on().passages))
    assert doubt(equal) > doubt(spot_on())


def test_a_short_question_has_to_be_nearer_than_a_long_one() -> None:
    longer = replace(spot_on(), query="why do my pods restart again and again after the new version was rolled out")
    assert doubt(longer) < doubt(spot_on())


def test_an_english_word_that_no_page_has_raises_doubt_and_a_polish_one_may_lack_its_ending_only() -> None:
    english, polish = (
        replace(spot_on(), query=query, coverage=0.6) for query in ("limit memory in podman", "jak ograniczyć pamięć żądań")
    )
    assert doubt(replace(english, unknown=("podman",))) > doubt(english)
    assert doubt(replace(english, unknown=("differ",))) == doubt(english)
    assert doubt(replace(polish, unknown=("zadan",))) == doubt(polish)
