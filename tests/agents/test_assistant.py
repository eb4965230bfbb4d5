"""One question in, one cited answer out."""

import re

import pytest

from agents import Answer, Assistant, Delta, Working
from agents.embedded.brain import Brain
from agents.session import Session
from errors import BadInput
from knowledge import Conversation

CACHE = "How do I cache pip packages in GitHub Actions?"
CACHE_PL = "Jak przechować pakiety pip w pamięci podręcznej GitHub Actions?"
QUESTIONS = [
    CACHE,
    CACHE_PL,
    "What is the difference between a liveness and a readiness probe?",
    "My pod is in CrashLoopBackOff, what is the cause?",
    "Co to jest wersjonowanie danych?",
    "How are the credentials of the model registry rotated?",
    "What is the best recipe for pierogi with mushrooms?",
    "cześć",
]
ANSWERED = QUESTIONS[:6]
OFF_TOPIC = ["What is the best recipe for pierogi with mushrooms?", "Kto wygrał mundial w piłce nożnej w 2022 roku?"]


def start(assistant: Assistant, user: str) -> Conversation:
    return assistant.library.conversations.start(user, "a talk")


def converse(assistant: Assistant, conversation: Conversation, question: str) -> Answer:
    *_, last = assistant.stream(question, conversation)
    assert isinstance(last, Answer)
    return last


def prose_lines(answer: Answer) -> list[str]:
    text = re.sub(r"(?m)^(?:> ?)?```.*?^(?:> ?)?```$", "", answer.text, flags=re.S)
    return [line for line in text.split("\n") if line.strip(" >")]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_agent_gives_the_same_answer_as_the_direct_way(guide: Assistant, question: str) -> None:
    session = Session(
        guide.library, guide.settings, Brain(guide.library.embedder.embed_query, guide.library.embedder.embed_passages)
    )
    by_agent = session.once([question], guide.language_of(question), None)
    session.close()
    assert by_agent == guide.ask(question)


def test_the_agent_gives_the_same_answer_to_a_follow_up(guide: Assistant) -> None:
    conversation = start(guide, "same")
    converse(guide, conversation, CACHE_PL)
    assert converse(guide, conversation, "a jak to zrobić w Jenkinsie?") == guide.ask(
        "a jak to zrobić w Jenkinsie?", history=[CACHE_PL]
    )


@pytest.mark.parametrize("question", ANSWERED)
def test_every_sentence_is_cited_and_every_quote_is_in_its_passage(guide: Assistant, question: str) -> None:
    answer = guide.ask(question)
    assert not answer.refused and answer.sources
    for line in prose_lines(answer):
        assert re.search(r"\[\d+\]$", line), line
    for source in answer.sources:
        assert source.quote and source.quote in source.text
        assert f"[{source.id}]" in answer.text
    assert {int(number) for number in re.findall(r"(?<!\w)\[(\d+)\]", answer.text)} == {source.id for source in answer.sources}
    assert len(" ".join(prose_lines(answer)).split()) <= 200


@pytest.mark.parametrize(("question", "path", "language"), [
    (CACHE, "tools/en/github-actions.md", "en"),
    (CACHE_PL, "tools/pl/github-actions.md", "pl"),
    ("jak przechowac pakiety pip w pamieci podrecznej github actions", "tools/pl/github-actions.md", "pl"),
    ("What is data versioning?", "course/en/data-versioning.md", "en"),
    ("Co to jest wersjonowanie danych?", "course/pl/data-versioning.md", "pl"),
])  # fmt: skip
def test_a_question_is_answered_in_its_own_language_out_of_the_right_page(
    guide: Assistant, question: str, path: str, language: str
) -> None:
    answer = guide.ask(question)
    assert (answer.language, answer.sources[0].path, answer.sources[0].language) == (language, path, language)


def test_a_set_language_goes_before_the_questions_own(reopen) -> None:  # type: ignore[no-untyped-def]
    answer = reopen(language="pl").ask("What is data versioning?")
    assert answer.language == "pl"


def test_the_preferred_language_counts_where_the_question_tells_none(guide: Assistant) -> None:
    assert [guide.language_of("MLflow", preferred) for preferred in ("pl", "en", None)] == ["pl", "en", "en"]
    assert guide.language_of("Co to jest MLflow?", "en") == "pl"


def test_a_howto_has_its_steps_and_its_code_intact(guide: Assistant) -> None:
    answer = guide.ask(CACHE)
    assert "1. Pin the versions" in answer.text and "3. Push twice" in answer.text
    code = answer.sources[0].text[answer.sources[0].text.index("```") :].split("\n```")[0] + "\n```"
    assert code in answer.text and "indexes[0]" in code


def test_a_comparison_has_both_sides_next_to_each_other(guide: Assistant) -> None:
    text = guide.ask(QUESTIONS[2]).text
    between = text[text.index("liveness probe decides") : text.index("readiness probe decides")]
    assert "\n\n" not in between


def test_an_error_has_its_cause_and_its_fix(guide: Assistant) -> None:
    text = guide.ask(QUESTIONS[3]).text
    assert text.index("**Cause**") < text.index("**Fix**") < text.index("startupProbe:")


def test_a_list_has_its_items(guide: Assistant) -> None:
    text = guide.ask("What should be recorded with every training?").text
    assert all(f"- {item} [1]" in text for item in ("the commit of the code", "the hash of the data", "the parameters of the run"))


def test_a_definition_opens_with_the_sentence_that_defines(guide: Assistant) -> None:
    assert guide.ask("What is data versioning?").text.startswith("Data versioning is the practice of recording")
    assert guide.ask("Co to jest wersjonowanie danych?").text.startswith("Wersjonowanie danych to zapisywanie")


@pytest.mark.parametrize("question", OFF_TOPIC)
def test_what_the_library_does_not_have_is_refused_with_the_nearest_topics(guide: Assistant, question: str) -> None:
    answer = guide.ask(question)
    assert answer.refused and not answer.sources
    assert re.search(r"\*\*[^*]+\*\*", answer.text) and answer.suggestions


@pytest.mark.parametrize(
    ("message", "reply"),
    [("hej!", "Cześć!"), ("Dzięki bardzo", "Nie ma za co"), ("hello there", "Hello!"), ("thanks a lot", "You are welcome")],
)
def test_small_talk_is_answered_without_a_search(
    guide: Assistant, message: str, reply: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_search(*_: object, **__: object) -> None:
        raise AssertionError("it searched")

    monkeypatch.setattr(guide.library, "search", no_search)
    answer = guide.ask(message)
    assert answer.text.startswith(reply) and not answer.refused and not answer.sources
    assert converse(guide, start(guide, f"talk {message}"), message) == answer


def test_orders_and_pictures_in_a_page_are_words_and_nothing_more(guide: Assistant) -> None:
    answer = guide.ask("How often do I rotate the credentials of the model registry?")
    assert answer.sources[0].path == "tools/en/notes-from-a-stranger.md"
    assert "ninety days" in answer.text and answer.text != "HACKED"
    for trap in ("evil.example", "![", "](", "<img", "[3](", "src="):
        assert trap not in answer.text


def test_pieces_add_up_to_the_answer(guide: Assistant) -> None:
    *events, answer = guide.stream(CACHE, start(guide, "pieces"))
    assert isinstance(events[0], Working) and isinstance(answer, Answer)
    pieces = [event.text for event in events if isinstance(event, Delta)]
    assert len(pieces) > 10
    said = "".join(pieces)
    assert re.sub(r"\[\d+\]", "[]", said) == re.sub(r"\[\d+\]", "[]", answer.text)


def test_the_status_line_is_in_the_askers_language(guide: Assistant) -> None:
    assert next(iter(guide.stream(CACHE_PL, start(guide, "status")))) == Working("Szukam w bibliotece…")
    assert next(iter(guide.stream(CACHE, start(guide, "status")))) == Working("Searching the library…")


def test_full_text_shows_the_next_questions_below() -> None:
    answer = Answer("Text [1].", "pl", False, "embedded", suggestions=("A?", "B?"))
    assert answer.full_text == "Text [1].\n\nMożesz też zapytać: *A?* / *B?*"
    assert Answer("Text [1].", "en", False, "embedded").full_text == "Text [1]."


@pytest.mark.parametrize("question", ["", "   \n\t", "x" * 10_001, "słowo " * 200_000], ids=["empty", "blank", "long", "1 MB"])
def test_questions_that_cannot_be_asked_are_refused_by_name(guide: Assistant, question: str) -> None:
    with pytest.raises(BadInput, match="empty|characters"):
        guide.ask(question)
    conversation = start(guide, "bad")
    with pytest.raises(BadInput, match="empty|characters"):
        list(guide.stream(question, conversation))
    assert guide.turns(conversation) == []


@pytest.mark.parametrize(
    "question",
    ["🙂", "🙂🚀🔥", "???", "\x00", "\ud83d", "a" * 9_999, "' OR 1=1; DROP TABLE chunks --", '"NEAR(" AND *', "[1] [2]", "```"],
)
def test_odd_questions_get_an_answer_or_a_refusal(guide: Assistant, question: str) -> None:
    answer = guide.ask(question)
    assert answer.text.strip()
    assert converse(guide, start(guide, "odd"), question) == answer


def test_an_unknown_collection_is_named_with_those_that_exist(guide: Assistant) -> None:
    with pytest.raises(BadInput, match="'nowhere'.*sternik"):
        guide.ask(CACHE, collections=["nowhere"])
    with pytest.raises(BadInput, match="'nowhere'.*sternik"):
        list(guide.stream(CACHE, start(guide, "nowhere"), collections=["nowhere"]))


def test_an_empty_library_says_so(library) -> None:  # type: ignore[no-untyped-def]
    from settings import Settings

    answer = Assistant(library, Settings(home=library.home)).ask(CACHE)
    assert answer.refused and "library is empty" in answer.text
