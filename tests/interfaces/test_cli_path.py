"""`sternik path`: a newcomer follows a learning path in the terminal."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from interfaces.commands.path_text import load_words
from knowledge import load_path, load_step, open_learning
from tests.interfaces.cli_running import REAL_CLI, ROOT, Ran, run_program, runner

Sternik = Callable[..., Ran]
LETTERS = "abcd"
RIGHT = ",".join(LETTERS[question.right] for question in load_step("docker").quiz)


@pytest.fixture
def sternik(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Sternik:
    """The commands on a home of the test's own, for a person called ann whose terminal speaks English."""
    monkeypatch.setenv("STERNIK_USER", "ann")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return runner(capsys, monkeypatch)


def test_the_list_names_every_role_and_marks_the_readers_own(sternik: Sternik) -> None:
    sternik("path", "start", "mlops-engineer")
    ran = sternik("path")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == [
        "data-scientist", "ml-engineer", "mlops-engineer", "data-engineer", "platform-engineer", "team-lead",
    ]  # fmt: skip
    assert [line.split()[0] for line in lines if line.endswith("← you are here")] == ["mlops-engineer"]
    assert sternik("path", "list").out == ran.out


def test_a_path_shows_its_steps_in_order(sternik: Sternik) -> None:
    ran = sternik("path", "show", "data-scientist")
    shown = [line.split("] ")[1].split()[0] for line in ran.out.splitlines() if "[ ]" in line]
    assert tuple(shown) == load_path("data-scientist").steps
    assert "Before you start: Python in a notebook" in ran.out and "You may skip it: " in ran.out


@pytest.mark.parametrize("role", ["data engineer", "data engineera", "inżynier danych", "DATA-ENGINEER"])
def test_a_role_may_be_written_as_people_say_it(sternik: Sternik, role: str) -> None:
    assert sternik("path", "show", role).out.startswith("Data engineer\n")


def test_a_newcomer_goes_from_step_to_step_and_comes_back_after_a_break(sternik: Sternik) -> None:
    assert sternik("path", "start", "team-lead").out.startswith("Path started: Team lead.")
    assert sternik("path", "next").out.startswith("Next step: Finding your way in MLOps (3 h)")
    done = sternik("path", "done", "orientation").out
    assert done.startswith("Done: Finding your way in MLOps.") and "Next step: The team and its maturity" in done
    again = run_program(REAL_CLI, "path", "next")
    assert again.out.startswith("Next step: The team and its maturity") and "course/en/maturity-levels.md" in again.out
    for name in load_path("team-lead").steps:
        sternik("path", "done", name)
    assert sternik("path", "next").out == "All steps of this path are done. Congratulations!\n"
    assert "[x] costs" in sternik("path", "show").out


def test_another_user_starts_from_nothing(sternik: Sternik, monkeypatch: pytest.MonkeyPatch) -> None:
    sternik("path", "start", "team-lead")
    sternik("path", "done", "orientation")
    monkeypatch.setenv("STERNIK_USER", "bob")
    assert "You have not started a path yet" in sternik("path", "next").err
    assert "[x]" not in sternik("path", "show", "team-lead").out


def test_a_script_answers_a_quiz_and_its_best_score_is_kept(sternik: Sternik) -> None:
    ran = sternik("path", "quiz", "docker", "--answers", RIGHT)
    assert ran.status == 0 and ran.out.count("Right.") == 5
    assert ran.out.endswith("Score: 5 of 5. Best so far: 5 of 5, attempts: 1.\n")
    worse = sternik("path", "quiz", "docker", "--answers", "A, A ,a,a,a").out
    assert "No, the right answer is b." in worse
    assert worse.endswith("Score: 1 of 5. Best so far: 5 of 5, attempts: 2.\n")
    assert "quiz 5/5" in sternik("path", "show", "data-scientist").out


def test_an_explanation_names_the_page(sternik: Sternik) -> None:
    ran = sternik("path", "quiz", "docker", "--answers", RIGHT, "--lang", "pl")
    assert "Dobrze.\nTypowy błąd to `COPY . .` przed `pip install`" in ran.out
    assert "Strona: Docker – obrazy i warstwy (tools/pl/docker/images-and-layers.md)" in ran.out


def test_without_a_terminal_the_questions_are_shown_with_the_way_to_answer(sternik: Sternik, home: Path) -> None:
    ran = sternik("path", "quiz", "docker")
    assert ran.status == 0 and "Question 5 of 5" in ran.out and "sternik path quiz docker --answers " in ran.out
    assert not any(question.why.en in ran.out for question in load_step("docker").quiz)
    assert open_learning(home).result("ann", "docker") is None


def test_the_quiz_is_about_the_next_step_unless_one_is_named(sternik: Sternik) -> None:
    sternik("path", "start", "team-lead")
    assert "Which step of the model life cycle is forgotten most often?" in sternik("path", "quiz").out


def in_terminal(typed: str, *arguments: str) -> tuple[int, str]:
    """A real terminal in which this is typed; its echo is part of what it shows."""
    leader, follower = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    process = subprocess.Popen(
        [sys.executable, "-m", "interfaces.cli", *arguments], stdin=follower, stdout=follower, stderr=follower, cwd=ROOT, env=env
    )
    os.close(follower)
    os.write(leader, typed.encode())
    shown = b""
    while True:
        try:
            part = os.read(leader, 4096)
        except OSError:  # Linux tells the end of a terminal so
            break
        if not part:
            break
        shown += part
    os.close(leader)
    return process.wait(60), shown.decode().replace("\r\n", "\n")


def test_in_a_terminal_each_answer_is_explained_at_once_and_a_typo_is_asked_again(sternik: Sternik, home: Path) -> None:
    status, shown = in_terminal("".join(f"{letter}\n" for letter in ("x", *RIGHT.split(","))), "path", "quiz", "docker")
    assert status == 0, shown
    assert shown.count("Your answer (a, b, c): ") == 6 and shown.count("Right.") == 5
    assert shown.index("Right.") < shown.index("Question 2 of 5")
    assert open_learning(home).result("ann", "docker").best == 5


def test_a_quiz_that_is_left_does_not_count(sternik: Sternik, home: Path) -> None:
    status, shown = in_terminal("b\n\x04", "path", "quiz", "docker")
    assert status == 1 and "so it does not count" in shown
    assert open_learning(home).result("ann", "docker") is None


@pytest.mark.parametrize(
    ("setting", "locale", "flag", "language"),
    [("auto", "C.UTF-8", None, "en"), ("auto", "pl_PL.UTF-8", None, "pl"), ("pl", "C.UTF-8", None, "pl"), ("pl", "pl_PL.UTF-8", "en", "en"), ("en", "pl_PL.UTF-8", None, "en")],
)  # fmt: skip
def test_the_language_is_the_flag_else_the_setting_else_the_terminals(
    sternik: Sternik, monkeypatch: pytest.MonkeyPatch, setting: str, locale: str, flag: str | None, language: str
) -> None:
    monkeypatch.setenv("STERNIK_LANGUAGE", setting)
    monkeypatch.setenv("LC_ALL", locale)
    ran = sternik("path", *(("--lang", flag) if flag else ()))
    assert ran.out.startswith(load_words(language).paths)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "pirate"), "no learning path 'pirate'. Choose one of: data-scientist"),
        (("start",), "Name a role: data-scientist"),
        (("start", "docker"), "no learning path 'docker'"),
        (("done",), "Say which step is done"),
        (("done", "sailing"), "no step 'sailing'"),
        (("next",), "sternik path start ROLE"),
        (("quiz",), "sternik path start ROLE"),
        (("quiz", "sailing"), "no step 'sailing'"),
        (("quiz", "docker", "--answers", "a,b"), "'a,b': the quiz 'docker' has 5 questions"),
        (("quiz", "docker", "--answers", "a,b,c,d,e"), "'d' is no answer to question 4. Use one of a, b, c."),
        (("quiz", "docker", "--answers", ""), "has 5 questions"),
        (("next", "docker"), "takes no name, but got 'docker'"),
        (("show", "docker", "--answers", "a"), "--answers belongs to"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_explained(sternik: Sternik, arguments: tuple[str, ...], message: str) -> None:
    ran = sternik("path", *arguments)
    assert (ran.status, ran.out) == (1, "") and ran.err.startswith("sternik: ") and message in ran.err


def test_an_unknown_action_is_wrong_usage(sternik: Sternik) -> None:
    assert sternik("path", "fly").status == 2


def test_no_embedding_model_is_loaded(sternik: Sternik) -> None:
    check = "import sys; from interfaces.cli import main; main(['path', 'show', 'team-lead']); print({'onnxruntime', 'tokenizers'} & set(sys.modules))"
    ran = run_program([sys.executable, "-c"], check)
    assert ran.out.splitlines()[-1] == "set()", ran.err
