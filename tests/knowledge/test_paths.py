"""The learning paths: whole, in both languages, and true to the pages that they cite."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from errors import BadInput
from knowledge import LearningPath, Step, Words, find_role, load_path, load_paths, load_step, open_page, page_path
from knowledge.paths import reading

PATHS = load_paths()
STEPS = sorted({name for path in PATHS for name in path.steps})
POLISH_LETTERS = set("ąćęłńóśżźĄĆĘŁŃÓŚŻŹ")
LANGUAGES = ("pl", "en")


def flat(text: str) -> str:
    return " ".join(text.split())


def sentences(step: Step) -> list[Words]:
    """All prose of a step, without options, which may be commands."""
    return [step.title, step.after, step.task, step.check, *(question.ask for question in step.quiz)]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.role)
def test_a_path_has_six_to_ten_steps_none_twice(path: LearningPath) -> None:
    assert 6 <= len(path.steps) <= 10 and len(set(path.steps)) == len(path.steps)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.role)
def test_a_path_takes_weeks_not_an_afternoon_and_not_a_year(path: LearningPath) -> None:
    assert 30 <= sum(load_step(name).hours for name in path.steps) <= 90


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.role)
def test_a_path_comes_to_a_step_after_what_that_step_needs(path: LearningPath) -> None:
    for at, name in enumerate(path.steps):
        assert not set(load_step(name).needs) & set(path.steps[at + 1 :]), name


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.role)
def test_a_path_says_who_may_skip_what(path: LearningPath) -> None:
    assert any(place.skip for place in path.places)


def test_no_step_is_left_over() -> None:
    folder = Path(str(files("knowledge.paths"))) / "steps"
    assert sorted(file.stem for file in folder.glob("*.yaml")) == STEPS


@pytest.mark.parametrize("name", STEPS)
def test_the_pages_of_a_step_exist_in_both_languages(name: str) -> None:
    step = load_step(name)
    for page in {*step.pages, *(question.page for question in step.quiz)}:
        for language in LANGUAGES:
            opened = open_page(page, language)
            assert opened.title and opened.path == page_path(page, language)
    assert {question.page for question in step.quiz} <= set(step.pages), "a quiz asks about what was read"


@pytest.mark.parametrize("name", STEPS)
def test_a_quiz_has_four_to_six_questions_with_three_or_four_different_options(name: str) -> None:
    quiz = load_step(name).quiz
    assert 4 <= len(quiz) <= 6
    for question in quiz:
        assert 3 <= len(question.options) <= 4
        for language in LANGUAGES:
            assert len({option.of(language) for option in question.options}) == len(question.options)
    assert len({question.right for question in quiz}) > 1, "not always the same letter"


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_stands_word_for_word_on_the_page_it_cites(name: str, language: str) -> None:
    for question in load_step(name).quiz:
        assert question.why.of(language) in flat(open_page(question.page, language).text), question.ask.of(language)


@pytest.mark.parametrize("name", STEPS)
def test_polish_is_polish_and_english_is_english(name: str) -> None:
    step = load_step(name)
    for words in sentences(step):
        assert POLISH_LETTERS.isdisjoint(words.en), words.en
    polish = re.findall(r"[^\W\d_]+", " ".join(words.pl for words in sentences(step)))
    assert sum(not POLISH_LETTERS.isdisjoint(word) for word in polish) / len(polish) > 0.12


@pytest.mark.parametrize("name", STEPS)
def test_options_that_are_the_same_in_both_languages_are_names_or_commands(name: str) -> None:
    for question in load_step(name).quiz:
        for option in question.options:
            if option.pl == option.en:
                assert re.fullmatch(r"`[^`]+`|[A-Z]\w+", option.en), option.en


@pytest.mark.parametrize("edit", ["missing", "unknown", "language", "right", "hours"])
def test_a_mistake_in_a_file_is_named(edit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = yaml.safe_load((Path(str(files("knowledge.paths"))) / "steps" / "git.yaml").read_text(encoding="utf-8"))
    match edit:
        case "missing":
            del data["task"]
        case "unknown":
            data["chekc"] = data["check"]
        case "language":
            del data["task"]["pl"]
        case "right":
            data["quiz"][0]["right"] = "d"
        case "hours":
            data["hours"] = "eight"
    (tmp_path / "steps").mkdir()
    (tmp_path / "steps" / "git.yaml").write_text(yaml.safe_dump(data, allow_unicode=True))
    monkeypatch.setattr(reading, "files", lambda package: tmp_path)
    with pytest.raises(ValueError, match="git"):
        load_step.__wrapped__("git")


@pytest.mark.parametrize(
    ("text", "role"),
    [("od czego zacząć jako data scientist?", "data-scientist"), ("dla data scientista", "data-scientist"), ("jestem inżynierem danych", "data-engineer"),
     ("data engineera", "data-engineer"), ("inżynierka MLOps", "mlops-engineer"), ("MLOps engineer", "mlops-engineer"), ("an ML engineer", "ml-engineer"),
     ("inżyniera uczenia maszynowego", "ml-engineer"), ("platform-engineer", "platform-engineer"), ("inżyniera platformy", "platform-engineer"),
     ("I am a DevOps", "platform-engineer"), ("liderka zespołu", "team-lead"), ("team lead", "team-lead"),
     ("a data scientist or a data engineer", None), ("python", None), ("", None), ("metadata engineering", None)],
)  # fmt: skip
def test_a_role_is_recognised_by_its_names(text: str, role: str | None) -> None:
    assert find_role(text) == role


@pytest.mark.parametrize("name", ["", "nobody", "../git", "steps/git"])
def test_an_unknown_name_is_told_with_the_way_out(name: str) -> None:
    with pytest.raises(BadInput, match="data-scientist, ml-engineer"):
        load_path(name)
    with pytest.raises(BadInput, match="sternik path show"):
        load_step(name)


@pytest.mark.parametrize(
    "name", ["", "course/nothing", "../errors", "tools/git", "course/../../errors", "/etc/passwd", "course/en/costs"]
)
def test_only_built_in_pages_can_be_opened(name: str) -> None:
    with pytest.raises(BadInput, match="no built-in page"):
        open_page(name, "en")


def test_a_page_comes_without_its_front_matter_and_title() -> None:
    page = open_page("course/why-mlops", "pl")
    assert page.title == "Dlaczego MLOps jest wymagający"
    assert not page.text.startswith(("---", "# ")) and "MLOps" in page.text
