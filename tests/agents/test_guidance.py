"""Learning paths and quizzes in a conversation: what is said, what it cites, and what is remembered of whom."""

from pathlib import Path

import pytest

from agents.embedded.path_wishes import PathWish, read_path_wish
from agents.finishing import finish
from agents.guidance import Guidance, guide, is_guidance
from agents.path_tools import path_call, path_tools
from knowledge import Learning, QuizResult, load_path, load_paths, load_step, open_learning, open_page, step_ids

LANGUAGES = ("pl", "en")
RIGHT = tuple(question.right for question in load_step("docker").quiz)


@pytest.fixture
def learning(home: Path) -> Learning:
    return open_learning(home)


def told(learning: Learning, language: str, *messages: str, user: str = "ann") -> Guidance:
    wish = read_path_wish(messages)
    assert wish, messages
    return guide(wish, language, learning, user)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", load_paths(), ids=lambda path: path.role)
def test_a_path_lists_its_steps_each_with_a_page(learning: Learning, path: object, language: str) -> None:
    guidance = guide(PathWish("show", role=path.role), language, learning, "ann")
    steps = [load_step(name) for name in path.steps]
    places = [guidance.text.index(f"**{step.title.of(language)}**") for step in steps]
    assert places == sorted(places)
    answer = finish(guidance.text, guidance.evidence, language, "embedded", suggestions=guidance.suggestions)
    assert not answer.refused
    assert {source.path for source in answer.sources} == {open_page(step.pages[0], language).path for step in steps}
    assert [source.id for source in answer.sources] == list(range(1, len(answer.sources) + 1))
    assert "[101]" not in answer.text and "{" not in answer.text


def test_what_is_done_is_marked(learning: Learning) -> None:
    learning.start("ann", "team-lead")
    learning.finish("ann", "orientation")
    assert "1. zrobione – **Orientacja w MLOps**" in told(learning, "pl", "pokaż moją ścieżkę").text
    assert "done – " not in told(learning, "en", "show my path", user="bob").text


def test_the_next_step_tells_the_pages_the_task_and_the_check(learning: Learning) -> None:
    told(learning, "en", "start the data engineer path")
    assert learning.current("ann").role == "data-engineer"
    guidance = told(learning, "en", "what's next on my path?")
    step = load_step("orientation")
    assert step.task.en in guidance.text and step.check.en in guidance.text
    assert [passage.title for passage in guidance.evidence.passages] == [open_page(page, "en").title for page in step.pages]
    again = told(learning, "pl", "Skończyłam krok orientation")
    assert learning.done("ann") == {"orientation"}
    assert (
        again.text.startswith("Krok **Orientacja w MLOps** jest zrobiony.")
        and "**Podstawy ML dla inżynierów** (6 godz.)" in again.text
    )


def test_without_a_path_the_next_step_is_the_way_to_start_one(learning: Learning) -> None:
    guidance = told(learning, "pl", "co dalej w mojej ścieżce?")
    assert guidance.text.startswith("Nie masz jeszcze zaczętej ścieżki.") and guidance.evidence is None
    assert told(learning, "pl", "od czego zacząć jako lider zespołu?", "co dalej w mojej ścieżce?").text.startswith(
        "**Orientacja w MLOps**"
    )
    assert learning.current("ann") is None, "asking starts nothing"


def test_all_steps_done_is_a_reason_to_congratulate(learning: Learning) -> None:
    learning.start("ann", "team-lead")
    for name in load_path("team-lead").steps:
        learning.finish("ann", name)
    assert "Congratulations" in told(learning, "en", "what's next on my path").text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", step_ids())
def test_a_quiz_is_asked_answered_and_explained_by_cited_pages(learning: Learning, name: str, language: str) -> None:
    quiz = load_step(name).quiz
    asked = guide(PathWish("quiz", step=name), language, learning, "ann")
    assert asked.evidence is None and all(question.ask.of(language) in asked.text for question in quiz)
    assert not any(question.why.of(language) in asked.text for question in quiz)
    wrong_first = ((quiz[0].right + 1) % 3, *(question.right for question in quiz[1:]))
    scored = guide(PathWish("answers", step=name, answers=wrong_first), language, learning, "ann")
    answer = finish(scored.text, scored.evidence, language, "embedded")
    assert not answer.refused
    assert {source.path for source in answer.sources} == {open_page(question.page, language).path for question in quiz}
    for question in quiz:
        assert any(question.why.of(language) in " ".join(source.text.split()) for source in answer.sources)
    assert learning.result("ann", name) == QuizResult(len(quiz) - 1, len(quiz), 1)


def test_letters_typed_after_a_quiz_are_scored_for_this_user_alone(learning: Learning) -> None:
    letters = ", ".join("abcd"[right] for right in RIGHT)
    assert told(learning, "en", "quiz me on docker", letters).text.startswith("**5 of 5**")
    assert learning.result("ann", "docker") == QuizResult(5, 5, 1) and learning.result("bob", "docker") is None
    assert told(learning, "en", "Przepytaj mnie z Dockera", "a,a,a,a,a").text.startswith("**1 z 5**"), "in the language of the quiz"


@pytest.mark.parametrize(
    ("typed", "reason"), [("a,b,c", "has 5 questions, but 3 answers"), ("a,b,c,d,a", "Question 4 has no answer d")]
)
def test_answers_that_cannot_be_scored_do_not_count(learning: Learning, typed: str, reason: str) -> None:
    assert reason in told(learning, "en", "quiz me on docker", typed).text
    assert learning.result("ann", "docker") is None


def test_a_quiz_about_something_else_is_not_made_up(learning: Learning) -> None:
    learning.start("ann", "team-lead")
    text = told(learning, "en", "quiz me on the history of Rome").text
    assert text.startswith("I have no quiz about this: the history of rome.") and "Docker" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_suggestion_is_understood_when_it_is_clicked(learning: Learning, language: str) -> None:
    wishes = [PathWish("list"), *(PathWish("show", role=path.role) for path in load_paths())]
    wishes += [
        PathWish("quiz", subject="x"),
        *(PathWish("answers", step=name, answers=tuple(q.right for q in load_step(name).quiz)) for name in step_ids()),
    ]
    found = {suggestion for wish in wishes for suggestion in guide(wish, language, learning, "ann").suggestions}
    for path in load_paths():
        learning.start("ann", path.role)
        for name in path.steps:
            found |= set(guide(PathWish("next"), language, learning, "ann").suggestions)
            learning.finish("ann", name)
    assert len(found) > 40
    assert [suggestion for suggestion in found if read_path_wish([suggestion]) is None] == []
    for name in step_ids():
        title = load_step(name).title.of(language)
        assert {
            read_path_wish([suggestion]).step for suggestion in found if f" {title}" in suggestion or f'{title}"' in suggestion
        } <= {name, None}


def test_guidance_survives_a_checkpoint(learning: Learning) -> None:
    for wish in (PathWish("show", role="team-lead"), PathWish("list")):
        guidance = guide(wish, "pl", learning, "ann")
        assert is_guidance(guidance.as_dict()) and Guidance.from_dict(guidance.as_dict()) == guidance
    assert not is_guidance(None) and not is_guidance({"passages": []})


@pytest.mark.parametrize(
    "messages",
    [["od czego zacząć jako data scientist?"], ["zacznij ścieżkę data scientista"], ["co dalej w mojej ścieżce?"], ["quiz me on docker"],
     ["quiz me on docker", "a,b,c,a,b"], ["quiz me on Rome"], ["mark the step docker as done"], ["jakie są ścieżki nauki?"], ["show my progress"]],
)  # fmt: skip
def test_the_tools_say_the_same_as_the_plain_function(learning: Learning, messages: list[str], tmp_path: Path) -> None:
    wish = read_path_wish(messages)
    name, arguments = path_call(wish)
    tool = next(tool for tool in path_tools(open_learning(tmp_path / "other"), "ann", "en") if tool.name == name)
    message = tool.invoke({"type": "tool_call", "id": "1", "name": name, "args": arguments})
    expected = guide(wish, "en", learning, "ann")
    assert Guidance.from_dict(message.artifact) == expected and message.content == expected.text


@pytest.mark.parametrize(
    "arguments", [{"action": "show", "role": "pirate"}, {"action": "done", "step": "sailing"}, {"action": "done"}]
)
def test_a_model_that_names_something_else_is_told(learning: Learning, arguments: dict[str, str]) -> None:
    tool = path_tools(learning, "ann", "en")[0]
    message = tool.invoke({"type": "tool_call", "id": "1", "name": tool.name, "args": arguments})
    assert message.artifact is None and message.content.startswith("There is no ")


def test_a_tool_works_for_the_user_it_was_made_for(learning: Learning) -> None:
    tool = path_tools(learning, "bob", "en")[0]
    tool.invoke({"action": "start", "role": "team-lead"})
    assert learning.current("bob") and learning.current("ann") is None
