"""The page's logic, on the real assistant with a small library."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from agents import Assistant
from interfaces.web.texts import LANGUAGES, load_texts
from knowledge import Library, load_embedder
from settings import Settings

Page = Callable[..., AppTest]
POLISH, ENGLISH = load_texts("pl"), load_texts("en")
VERSIONING = POLISH.first_questions[0]
PROBES = "What is the difference between a liveness and a readiness probe?"


def words_of(app: AppTest) -> str:
    """All Markdown of the page, without the escapes."""
    return "\n".join(element.value for element in app.markdown).replace("\\", "")


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def button(app: AppTest, label: str) -> AppTest:
    return next(found for found in app.button if found.label == label).click().run()


@pytest.mark.parametrize(("locale", "words"), [("pl-PL", POLISH), ("en-US", ENGLISH), ("de-DE", ENGLISH)])
def test_a_newcomer_is_greeted_in_the_browsers_language_with_four_first_questions(
    open_page: Page, locale: str, words: object
) -> None:
    app = open_page(locale=locale)
    assert not app.exception and not app.error
    assert f"# {words.greeting}" in words_of(app)
    assert [found.label for found in app.button if found.key.startswith("first-")] == words.first_questions
    assert app.chat_input[0].placeholder == words.placeholder


def test_a_chosen_language_is_kept_in_the_address(open_page: Page) -> None:
    app = open_page(locale="pl-PL")
    app.segmented_control[0].set_value("en").run()
    assert dict(app.query_params) == {"lang": "en"}
    assert f"# {ENGLISH.greeting}" in words_of(app)
    assert f"# {ENGLISH.greeting}" in words_of(open_page(locale="pl-PL", lang="en"))


def test_an_unknown_language_in_the_address_is_ignored(open_page: Page) -> None:
    assert f"# {ENGLISH.greeting}" in words_of(open_page(lang="xx"))


def test_a_set_language_goes_before_the_browsers(open_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STERNIK_LANGUAGE", "pl")
    assert f"# {POLISH.greeting}" in words_of(open_page(locale="en-GB"))


def test_a_first_question_is_answered_with_its_sources(open_page: Page) -> None:
    app = button(open_page(locale="pl-PL"), VERSIONING)
    assert not app.exception and not app.error
    assert app.chat_message[0].markdown[0].value == VERSIONING
    answer = app.chat_message[1]
    assert ":primary-badge[1]" in answer.markdown[0].value
    sources = answer.expander
    assert sources[0].label.startswith(":primary-badge[1] ")
    assert ":orange-background[" in "".join(element.value for element in sources[0].markdown)
    facts = sources[0].caption[0].value.replace("\\", "")
    assert "course/pl/data-versioning.md" in facts and "po polsku" in facts and "2025-11-23" in facts
    assert f"# {POLISH.greeting}" not in words_of(app)


def test_a_question_in_the_other_language_is_answered_in_its_own(open_page: Page) -> None:
    app = ask(open_page(locale="pl-PL"), PROBES)
    assert "tools/en/kubernetes/probes.md" in "".join(caption.value for caption in app.caption).replace("\\", "")
    assert app.sidebar.caption[0].value == POLISH.recent


def test_a_reload_shows_the_same_conversation(open_page: Page) -> None:
    app = ask(open_page(), PROBES)
    again = open_page(**app.query_params)
    assert [message.markdown[0].value for message in again.chat_message] == [
        message.markdown[0].value for message in app.chat_message
    ]
    assert [source.label for source in again.expander] == [source.label for source in app.expander]


def test_a_conversation_goes_on_with_a_suggestion(open_page: Page) -> None:
    app = ask(open_page(), PROBES)
    suggestion = next(found for found in app.button if found.key == "next-0")
    label = suggestion.label
    suggestion.click().run()
    assert not app.exception
    assert len(app.chat_message) == 4
    assert app.chat_message[2].markdown[0].value == label
    # The next run draws the same from what was remembered.
    assert len(app.run().chat_message) == 4


def test_somebody_elses_conversation_is_not_shown(open_page: Page) -> None:
    app = ask(open_page(email="ola@example.com"), PROBES)
    other = open_page(email="jan@example.com", **app.query_params)
    assert not other.exception
    assert [note.value for note in other.info] == [ENGLISH.not_found]
    assert not other.chat_message and "liveness" not in words_of(other).lower().replace(ENGLISH.first_questions[1].lower(), "")
    assert "c" not in other.query_params
    ask(other, PROBES)
    assert other.query_params["c"] != app.query_params["c"]


@pytest.mark.parametrize("name", ["", "no-such", "../../etc/passwd", "x" * 5000, "' OR 1=1 --"])
def test_a_made_up_conversation_begins_a_new_one(open_page: Page, name: str) -> None:
    app = open_page(c=name)
    assert not app.exception and not app.error
    assert [note.value for note in app.info] == [ENGLISH.not_found]


def test_recent_conversations_are_the_readers_own_and_open_with_a_click(open_page: Page) -> None:
    ask(open_page(email="eve@example.com"), "What does eve want to know about data versioning?")
    app = ask(open_page(), PROBES)
    first = app.query_params["c"]
    button(app, ENGLISH.new_conversation)
    assert not app.chat_message and "c" not in app.query_params
    ask(app, "How do I version data?")
    recent = [found.label for found in app.sidebar.button if found.key.startswith("open-")]
    assert recent == ["How do I version data?", PROBES]
    next(found for found in app.sidebar.button if found.key == f"open-{first}").click().run()
    assert app.chat_message[0].markdown[0].value == PROBES


def test_an_answer_that_was_cut_off_can_be_asked_for_again(open_page: Page, small_home: Path) -> None:
    library = Library(small_home, load_embedder("embedded"))
    assistant = Assistant(library, Settings(small_home))
    conversation = library.conversations.start("cut@example.com", PROBES)
    events = assistant.stream(PROBES, conversation)
    next(events), next(events)
    events.close()
    unfinished = assistant.turns(conversation)[0].answer is None
    app = open_page(email="cut@example.com", c=conversation.id)
    assert not app.exception
    if unfinished:
        app = button(app, ENGLISH.ask_again)
    assert ":primary-badge[1]" in app.chat_message[-1].markdown[0].value
    assistant.close()


def test_a_thumb_is_remembered(open_page: Page, small_home: Path) -> None:
    app = ask(open_page(), PROBES)
    app.feedback[0].set_value(1).run()
    app.feedback[0].set_value(0).run()
    assert not app.exception
    with sqlite3.connect(small_home / "sternik.db") as database:
        query = "SELECT turn, helpful FROM feedback WHERE conversation LIKE ?"
        rows = database.execute(query, (f"%{app.query_params['c']}",)).fetchall()
    database.close()
    assert rows == [(0, 0)]


@pytest.mark.parametrize("question", ["   \n ", "x" * 10_001])
def test_a_question_that_cannot_be_answered_is_explained(open_page: Page, question: str) -> None:
    app = ask(open_page(), question)
    assert not app.exception
    assert len(app.error) == 1 and "question" in app.error[0].value
    assert "c" not in app.query_params


def test_a_question_of_emoji_only_is_no_accident(open_page: Page) -> None:
    app = ask(open_page(), "🚀🚀🚀")
    assert not app.exception and len(app.chat_message) == 2


def test_a_wrong_setting_is_named(open_page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STERNIK_LANGUAGE", "klingon")
    app = open_page()
    assert not app.exception
    assert "STERNIK_LANGUAGE='klingon'" in app.error[0].value.replace("\\", "")


def test_a_home_that_cannot_be_used_is_named_and_tried_again(
    open_page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "home"
    blocked.write_text("a file where the folder should be")
    monkeypatch.setenv("STERNIK_HOME", str(blocked))
    app = open_page()
    assert not app.exception
    assert str(blocked) in app.error[0].value.replace("\\", "")
    # Nothing of the failed attempt is kept: mended, the same address works.
    blocked.unlink()
    assert not app.run().error


def test_the_page_waits_for_a_sign_in_where_one_is_configured(open_page: Page, small_home: Path) -> None:
    app = AppTest.from_file(Path(__file__).parent / "small_page.py", default_timeout=60)
    app.user = {"is_logged_in": False}
    app.run()
    assert [found.label for found in app.button] == [ENGLISH.sign_in]
    assert not app.chat_input


def test_without_sign_in_everybody_is_the_user_of_the_settings(open_page: Page) -> None:
    mine = ask(open_page(email="everyone"), PROBES)
    app = AppTest.from_file(Path(__file__).parent / "small_page.py", default_timeout=60)
    app.user = {}
    app.query_params["c"] = mine.query_params["c"]
    assert len(app.run().chat_message) == 2


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_is_not_dressed_up_as_a_message(open_page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STERNIK_HOME", str(tmp_path))
    script = tmp_path / "broken.py"
    script.write_text("from interfaces.web import show_page\nshow_page(lambda settings, progress: 1 / 0)\n")
    app = open_page(script=script)
    assert not app.error
    assert len(app.exception) == 1


def test_both_languages_have_the_same_blanks() -> None:
    for field in ("source_facts", "indexing"):
        blanks = {language: set(_blanks(getattr(load_texts(language), field))) for language in LANGUAGES}
        assert blanks["pl"] == blanks["en"]
    assert all(len(load_texts(language).first_questions) == 4 for language in LANGUAGES)


def _blanks(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]
