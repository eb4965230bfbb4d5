"""Progress belongs to one user, survives a restart, and comes to homes that were made before it."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import pytest

from errors import BadInput
from knowledge import Learning, QuizResult, load_step, open_learning
from knowledge.database import VERSION, Database

GIT = load_step("git")
RIGHT = [question.right for question in GIT.quiz]
WRONG = [(right + 1) % 3 for right in RIGHT]


@pytest.fixture
def learning(home: Path) -> Learning:
    return open_learning(home)


def tables(home: Path) -> set[str]:
    with sqlite3.connect(home / "sternik.db") as connection:
        found = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    return found


def make_old_home(home: Path) -> None:
    """A home as the first layout left it, with a conversation in it."""
    home.mkdir()
    connection = sqlite3.connect(home / "sternik.db")
    connection.executescript(files("knowledge").joinpath("schema.sql").read_text(encoding="utf-8"))
    connection.execute("INSERT INTO conversations VALUES ('ann/plan', 'ann', 'My plan', 1.0, 1.0)")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()


def test_the_path_that_was_started_last_is_the_one_a_user_is_on(learning: Learning) -> None:
    assert learning.current("ann") is None
    learning.start("ann", "data-scientist")
    learning.start("ann", "ml-engineer")
    assert learning.current("ann").role == "ml-engineer"
    learning.start("ann", "data-scientist")
    assert learning.current("ann").role == "data-scientist"


def test_the_next_step_is_the_first_that_is_not_done(learning: Learning) -> None:
    path = learning.start("ann", "data-scientist")
    assert learning.next_step("ann", path).id == "orientation"
    for name in ("orientation", "packaging"):
        learning.finish("ann", name)
    assert learning.next_step("ann", path).id == "git"
    for name in path.steps:
        learning.finish("ann", name)
    assert learning.next_step("ann", path) is None
    learning.reopen("ann", "ci")
    assert learning.next_step("ann", path).id == "ci"


def test_a_step_that_is_done_counts_on_every_path(learning: Learning) -> None:
    learning.finish("ann", "orientation")
    assert learning.next_step("ann", learning.start("ann", "team-lead")).id == "team-and-maturity"


def test_nobody_sees_or_changes_the_progress_of_another(learning: Learning) -> None:
    learning.start("ann", "data-scientist")
    learning.finish("ann", "git")
    learning.record("ann", GIT, RIGHT)
    for other in ("bob", "Ann", "ann ", "ann/x", "%", ""):
        assert learning.current(other) is None
        assert learning.done(other) == frozenset()
        assert learning.result(other, "git") is None
    learning.reopen("bob", "git")
    learning.record("bob", GIT, WRONG)
    assert learning.done("ann") == {"git"} and learning.result("ann", "git") == QuizResult(5, 5, 1)


def test_the_best_attempt_is_kept_and_all_are_counted(learning: Learning) -> None:
    assert learning.record("ann", GIT, [*RIGHT[:3], *WRONG[3:]]) == 3
    assert learning.record("ann", GIT, RIGHT) == 5
    assert learning.record("ann", GIT, WRONG) == 0
    assert learning.result("ann", "git") == QuizResult(5, 5, 3)


def test_an_attempt_at_a_quiz_that_has_changed_since_is_compared_by_its_share(learning: Learning, home: Path) -> None:
    learning.record("ann", GIT, [*RIGHT[:3], *WRONG[3:]])
    with Database(home / "sternik.db").transaction() as db:
        db.execute("UPDATE learning_quizzes SET best = 4, questions = 4")
    learning.record("ann", GIT, [*RIGHT[:4], *WRONG[4:]])
    assert learning.result("ann", "git") == QuizResult(4, 4, 2)
    learning.record("ann", GIT, RIGHT)
    assert learning.result("ann", "git") == QuizResult(5, 5, 3)


@pytest.mark.parametrize("answers", [[], [0], [0] * 6])
def test_a_wrong_number_of_answers_is_refused_and_not_counted(learning: Learning, answers: list[int]) -> None:
    with pytest.raises(BadInput, match=f"has 5 questions, but {len(answers)} answers"):
        learning.record("ann", GIT, answers)
    assert learning.result("ann", "git") is None


def test_what_does_not_exist_cannot_be_started_or_finished(learning: Learning) -> None:
    with pytest.raises(BadInput, match="no learning path 'pirate'"):
        learning.start("ann", "pirate")
    with pytest.raises(BadInput, match="no step 'sailing'"):
        learning.finish("ann", "sailing")
    assert learning.current("ann") is None and learning.done("ann") == frozenset()


def test_progress_survives_a_restart(home: Path) -> None:
    first = open_learning(home)
    first.start("ann", "team-lead")
    first.finish("ann", "orientation")
    first.close()
    again = open_learning(home)
    assert again.current("ann").role == "team-lead" and again.done("ann") == {"orientation"}


def test_a_home_of_the_first_layout_gets_the_new_tables_and_keeps_what_it_has(home: Path) -> None:
    make_old_home(home)
    assert "learning_steps" not in tables(home)
    learning = open_learning(home)
    learning.finish("ann", "git")
    assert learning.done("ann") == {"git"}
    database = Database(home / "sternik.db")
    assert database.read("SELECT title FROM conversations")[0]["title"] == "My plan"
    assert database.read("PRAGMA user_version")[0][0] == VERSION


def test_a_new_home_has_the_same_tables_as_one_that_was_brought_up_to_date(home: Path, tmp_path: Path) -> None:
    make_old_home(home)
    open_learning(home)
    open_learning(tmp_path / "new")
    assert tables(home) == tables(tmp_path / "new") >= {"learning_paths", "learning_steps", "learning_quizzes"}


def test_many_may_open_an_old_home_at_once(home: Path) -> None:
    make_old_home(home)
    with ThreadPoolExecutor(8) as pool:
        opened = [pool.submit(lambda at: open_learning(home).finish(f"user {at}", "git"), at) for at in range(8)]
        assert [future.result() for future in opened] == [None] * 8
    assert all(open_learning(home).done(f"user {at}") == {"git"} for at in range(8))
