"""How far each user is on the learning paths. Every read takes the user."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from errors import BadInput
from knowledge.database import Database, Row
from knowledge.paths import LearningPath, Question, Step, load_path, load_step


@dataclass(frozen=True)
class QuizResult:
    """What a user has reached in a step's quiz: right answers in the best attempt, of how many, and how often they tried."""

    best: int
    questions: int
    attempts: int


class Learning:
    """The one door to progress."""

    def __init__(self, database: Database) -> None:
        """Work on an open database."""
        self._database = database

    def start(self, user: str, role: str) -> LearningPath:
        """Make the path of a role the one the user is on; what was done before counts on it too.

        Raises:
            BadInput: there is no such role.
        """
        path = load_path(role)
        with self._database.transaction() as db:
            db.execute(
                """INSERT INTO learning_paths VALUES (?, ?, ?)
                ON CONFLICT (user, role) DO UPDATE SET started = excluded.started""",
                (user, role, time.time()),
            )
        return path

    def current(self, user: str) -> LearningPath | None:
        """The path that the user started last."""
        rows = self._of(user, "SELECT role FROM learning_paths WHERE user = :user ORDER BY started DESC LIMIT 1")
        return load_path(rows[0]["role"]) if rows else None

    def done(self, user: str) -> frozenset[str]:
        """The steps that the user has done."""
        return frozenset(row["step"] for row in self._of(user, "SELECT step FROM learning_steps WHERE user = :user"))

    def next_step(self, user: str, path: LearningPath) -> Step | None:
        """The first step of a path that the user has not done; None after the last."""
        done = self.done(user)
        return next((load_step(name) for name in path.steps if name not in done), None)

    def finish(self, user: str, step: str) -> None:
        """The user has done a step.

        Raises:
            BadInput: there is no such step.
        """
        load_step(step)
        with self._database.transaction() as db:
            db.execute("INSERT OR IGNORE INTO learning_steps VALUES (?, ?, ?)", (user, step, time.time()))

    def reopen(self, user: str, step: str) -> None:
        """The user has not done it after all."""
        with self._database.transaction() as db:
            db.execute("DELETE FROM learning_steps WHERE user = ? AND step = ?", (user, step))

    def record(self, user: str, step: Step, answers: Sequence[int]) -> int:
        """Keep an attempt at a step's quiz, one index of an option for each question; returns how many were right.

        Raises:
            BadInput: there are too few or too many answers.
        """
        right = count_right(step.quiz, answers)
        with self._database.transaction() as db:
            # Shares are compared, since a newer edition may ask more or fewer questions.
            db.execute(
                """INSERT INTO learning_quizzes VALUES (:user, :step, :right, :of, 1, :now)
                ON CONFLICT (user, step) DO UPDATE SET attempts = attempts + 1, taken = :now,
                    questions = iif(:right * questions >= best * :of, :of, questions),
                    best = iif(:right * questions >= best * :of, :right, best)""",
                {"user": user, "step": step.id, "right": right, "of": len(step.quiz), "now": time.time()},
            )
        return right

    def result(self, user: str, step: str) -> QuizResult | None:
        """What the user has reached in a step's quiz; None before the first attempt."""
        query = "SELECT best, questions, attempts FROM learning_quizzes WHERE user = :user AND step = :step"
        rows = self._of(user, query, step=step)
        return QuizResult(**dict(rows[0])) if rows else None

    def close(self) -> None:
        """Let go of the home's database."""
        self._database.close()

    def _of(self, user: str, query: str, **values: str) -> list[Row]:
        """Rows of this user: every query asks for `:user`."""
        return self._database.read(query, {"user": user, **values})


def open_learning(home: Path) -> Learning:
    """The progress kept in a home, opened without the library and its embedding model.

    Raises:
        HomeError: the home cannot be used.
    """
    return Learning(Database(home / "sternik.db"))


def count_right(quiz: Sequence[Question], answers: Sequence[int]) -> int:
    """How many answers are right.

    Raises:
        BadInput: there are too few or too many answers.
    """
    if len(answers) != len(quiz):
        raise BadInput(f"The quiz has {len(quiz)} questions, but {len(answers)} answers were given. Example: a,c,b")
    return sum(question.right == answer for question, answer in zip(quiz, answers, strict=True))
