"""The tools for learning paths and quizzes, made for one user."""

from typing import Annotated, Any, Literal

from langchain_core.tools import BaseTool, tool
from pydantic import Field

from agents.embedded.path_wishes import PathWish
from agents.guidance import guide
from errors import BadInput
from knowledge import Learning, find_role, find_step

PATH = "learning_path"
QUIZ = "quiz"
_LETTERS = "abcd"


def path_tools(learning: Learning, user: str, language: str) -> list[BaseTool]:
    """Both tools for one user and the language of their answers. Their artifacts are what `is_guidance` knows."""
    return [_path_tool(learning, user, language), _quiz_tool(learning, user, language)]


def path_call(wish: PathWish) -> tuple[str, dict[str, Any]]:
    """The tool that carries out a wish, and its arguments: what the embedded model calls."""
    if wish.action in ("quiz", "answers"):
        answers = ",".join(_LETTERS[answer] for answer in wish.answers)
        return QUIZ, {"step": wish.step or wish.subject, "answers": answers}
    return PATH, {"action": wish.action, "role": wish.role or "", "step": wish.step or ""}


def _path_tool(learning: Learning, user: str, language: str) -> BaseTool:
    @tool(PATH, response_format="content_and_artifact")
    def learning_path(
        action: Annotated[
            Literal["list", "show", "start", "next", "done"],
            Field(description="list paths; show one; start one; next: the user's next step; done: mark a step as done"),
        ] = "show",
        role: Annotated[str, Field(description="such as data-scientist; empty for the user's own path")] = "",
        step: Annotated[str, Field(description="the step that is done, such as docker")] = "",
    ) -> tuple[str, dict[str, Any] | None]:
        """The user's learning path: where to start in a role, what to read and do next. Use it for such wishes, not search.

        The result cites pages as [number]; keep these citations in the answer.
        """
        return _told(PathWish(action, _role(role), _step(step)), learning, user, language, role=role, step=step)

    return learning_path


def _quiz_tool(learning: Learning, user: str, language: str) -> BaseTool:
    @tool(QUIZ, response_format="content_and_artifact")
    def quiz(
        step: Annotated[str, Field(description="what to ask about, such as docker; empty for the user's next step")] = "",
        answers: Annotated[str, Field(description="the user's letters in order, such as a,c,b; empty to get the questions")] = "",
    ) -> tuple[str, dict[str, Any] | None]:
        """Quiz the user about a subject, or mark the answers they gave to a quiz. Show the questions as they are.

        The result cites pages as [number]; keep these citations in the answer.
        """
        given = tuple(_LETTERS.index(letter) for letter in answers.lower() if letter in _LETTERS)
        found = _step(step)
        wish = PathWish("answers" if given else "quiz", step=found, answers=given, subject="" if found else step)
        return _told(wish, learning, user, language)

    return quiz


def _told(wish: PathWish, learning: Learning, user: str, language: str, **named: str) -> tuple[str, dict[str, Any] | None]:
    unknown = next((value for key, value in named.items() if value and getattr(wish, key) is None), "")
    try:
        if unknown:
            raise BadInput(f"There is no role or step {unknown!r}.")
        guidance = guide(wish, language, learning, user)
    except BadInput as error:  # the model's own doing, so the model is told
        return str(error), None
    return guidance.text, guidance.as_dict()


def _role(text: str) -> str | None:
    return find_role(text) if text else None


def _step(text: str) -> str | None:
    return find_step(text) if text else None
