"""The learning path in the browser: the page's logic."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from interfaces.web.learning_texts import load_learning_texts
from interfaces.web.reader import _TO_PAGE, _name_of
from knowledge import QuizResult, load_path, load_paths, load_step, open_learning, open_page, step_ids

SCRIPT = Path(__file__).parent / "learning_page.py"
ENGLISH, POLISH = load_learning_texts("en"), load_learning_texts("pl")
PAGES = sorted({page for step in step_ids() for page in load_step(step).pages})
Page = Callable[..., AppTest]


@pytest.fixture
def learning_page(open_page: Page, home: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """Opens the page for ann in a home of the test's own."""
    monkeypatch.setenv("STERNIK_HOME", str(home))

    def opened(**address: str) -> AppTest:
        return open_page(script=SCRIPT, email=address.pop("email", "ann"), **address)

    return opened


def words_of(app: AppTest) -> str:
    return "\n".join(element.value for element in [*app.markdown, *app.caption, *app.title, *app.subheader]).replace("\\", "")


def click(app: AppTest, key: str) -> AppTest:
    return next(button for button in app.button if button.key == key).click().run()


def unfold(app: AppTest, *steps: str) -> AppTest:
    for step in steps:
        app.session_state[f"step-{step}"] = True
    return app.run()


def test_a_newcomer_chooses_a_role_before_anything_else(learning_page: Page) -> None:
    app = learning_page()
    assert not app.exception and not app.error
    assert app.selectbox[0].value is None and not app.expander
    assert app.selectbox[0].options == [path.title.en for path in load_paths()]
    app.selectbox[0].select(load_path("team-lead").title.en).run()
    assert app.query_params["role"] in ("team-lead", ["team-lead"])
    assert len(app.expander) == len(load_path("team-lead").steps)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("path", load_paths(), ids=lambda path: path.role)
def test_every_path_is_shown_in_both_languages(learning_page: Page, path: object, language: str) -> None:
    app = learning_page(role=path.role, lang=language)
    assert not app.exception and not app.error
    labels = [expander.label for expander in app.expander]
    for number, name in enumerate(path.steps, 1):
        assert labels[number - 1].replace("\\", "").startswith(f"{number}. {load_step(name).title.of(language)} · ")
    assert len(app.radio) == len(load_step(path.steps[0]).quiz), "only the next step is unfolded"
    unfold(app, *path.steps)
    assert not app.exception and len(app.radio) == sum(len(load_step(name).quiz) for name in path.steps)
    assert app.caption[-1].value == "end"


def test_what_is_done_stays_done_and_opens_the_next_step(learning_page: Page, home: Path) -> None:
    app = click(learning_page(role="team-lead"), "start")
    assert open_learning(home).current("ann").role == "team-lead"
    assert ENGLISH.yours in words_of(app)
    app.checkbox(key="done-orientation").check().run()
    assert open_learning(home).done("ann") == {"orientation"}
    assert app.session_state["step-team-and-maturity"] and not app.session_state["step-orientation"]
    again = unfold(learning_page(), "orientation")
    assert again.checkbox(key="done-orientation").value and again.selectbox[0].value == "team-lead"
    assert any(radio.key.startswith("answer-team-and-maturity-1") for radio in learning_page().radio)
    assert app.get("progress")[0].value == pytest.approx(100 / 7, abs=1)
    again.checkbox(key="done-orientation").uncheck().run()
    assert open_learning(home).done("ann") == frozenset()


def test_another_reader_sees_nothing_of_it(learning_page: Page, home: Path) -> None:
    learning = open_learning(home)
    learning.start("ann", "team-lead")
    learning.finish("ann", "orientation")
    app = learning_page(email="bob")
    assert app.selectbox[0].value is None
    assert not learning_page(email="bob", role="team-lead").checkbox(key="done-orientation").value


def test_a_quiz_is_scored_explained_and_can_be_tried_again(learning_page: Page, home: Path) -> None:
    app = unfold(learning_page(role="team-lead"), "costs")
    quiz = load_step("costs").quiz
    for number, question in enumerate(quiz, 1):
        wrong = number == 1
        app.radio(key=f"answer-costs-{number}-en").set_value((question.right + wrong) % 3)
    click(app, "check-costs")
    assert not app.exception
    assert "Score: 3 of 4" in words_of(app) and open_learning(home).result("ann", "costs") == QuizResult(3, 4, 1)
    right_option = quiz[0].options[quiz[0].right].en
    assert len(app.success) == 3 and right_option in app.warning[0].value
    shown = words_of(app)
    assert all(question.why.en in shown for question in quiz)
    assert any(button.label == f"From the page: {open_page(quiz[0].page, 'en').title}" for button in app.button)
    # Another run, such as ticking a box, is no other attempt.
    app.checkbox(key="done-costs").check().run()
    assert open_learning(home).result("ann", "costs").attempts == 1
    click(unfold(app, "costs"), "again-costs")
    assert any(radio.key == "answer-costs-1-en" for radio in app.radio) and "Best score: 3 of 4" in words_of(app)


def test_a_quiz_with_a_gap_is_not_scored(learning_page: Page, home: Path) -> None:
    app = unfold(learning_page(role="team-lead"), "costs")
    app.radio(key="answer-costs-2-en").set_value(0)
    click(app, "check-costs")
    assert [note.value for note in app.warning] == ["Answer all questions. Missing: 1, 3, 4."]
    assert open_learning(home).result("ann", "costs") is None


def test_a_page_is_read_and_left_again(learning_page: Page) -> None:
    app = click(learning_page(role="team-lead"), "read-orientation-course/why-mlops")
    assert not app.exception and app.title[0].value == open_page("course/why-mlops", "en").title
    assert "MLOps is hard to learn because" in words_of(app)
    assert app.subheader[0].value == "Why is MLOps hard to learn?"
    click(app, "linked-course/data-versioning")
    assert app.title[0].value == open_page("course/data-versioning", "en").title
    click(app, "back")
    assert app.title[0].value == ENGLISH.title and len(app.expander) == 7


def test_the_language_changes_under_the_reader(learning_page: Page) -> None:
    app = learning_page(read="tools/git/undoing", lang="pl")
    assert app.title[0].value.replace("\\", "") == open_page("tools/git/undoing", "pl").title
    app.segmented_control[0].set_value("en").run()
    assert app.title[0].value.replace("\\", "") == open_page("tools/git/undoing", "en").title


@pytest.mark.parametrize("name", ["course/nothing", "../../etc/passwd", "<script>", "x" * 3000])
def test_a_page_that_does_not_exist_is_explained(learning_page: Page, name: str) -> None:
    app = learning_page(read=name)
    assert not app.exception and len(app.error) == 1 and "no built-in page" in app.error[0].value


def test_a_role_that_does_not_exist_is_ignored(learning_page: Page) -> None:
    app = learning_page(role="pirate")
    assert not app.exception and app.selectbox[0].value is None


@pytest.mark.parametrize("language", ["pl", "en"])
def test_pages_of_the_paths_can_be_read_and_their_links_lead_on(learning_page: Page, language: str) -> None:
    for name in PAGES[::6]:
        app = learning_page(read=name, lang=language)
        assert not app.exception and not app.error, name
        assert ".md)" not in words_of(app), name


def test_every_link_between_pages_leads_to_a_page() -> None:
    for name in PAGES:
        page = open_page(name, "pl")
        for _, target in _TO_PAGE.findall(page.text):
            assert open_page(_name_of(page.path, target), "pl")


def test_a_relative_link_is_understood() -> None:
    assert _name_of("tools/pl/git/undoing.md", "branches") == "tools/git/branches"
    assert _name_of("tools/en/git/undoing.md", "../docker/overview") == "tools/docker/overview"
    assert _name_of("tools/en/git/overview.md", "../../../course/en/costs") == "course/costs"
    assert _name_of("course/pl/costs.md", "../../tools/pl/terraform/overview") == "tools/terraform/overview"
