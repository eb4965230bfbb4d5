"""The quiz of a step in a terminal: asked question by question, or answered by a script."""

from errors import BadInput
from interfaces.commands.console import write
from interfaces.commands.path_text import LETTERS, load_words, show_question, show_verdict
from knowledge import Question, Step


def show_quiz(step: Step, language: str) -> str:
    """All questions, and how to answer them."""
    questions = [show_question(question, at, len(step.quiz), language) for at, question in enumerate(step.quiz, 1)]
    example = ",".join(LETTERS[at % 3] for at in range(len(step.quiz)))
    return "\n\n".join([*questions, load_words(language).how.format(step=step.id, example=example)])


def asked(step: Step, language: str) -> list[int]:
    """The answers of the person at the terminal, each followed by its explanation.

    Raises:
        BadInput: the person left.
    """
    given = []
    for at, question in enumerate(step.quiz, 1):
        write(f"\n{show_question(question, at, len(step.quiz), language)}")
        given.append(_one_answer(question, language))
        write(show_verdict(question, given[-1], language))
    return given


def parsed(step: Step, answers: str, language: str) -> list[int]:
    """The answers of a script, such as `a,c,b`; each question is shown with its explanation.

    Raises:
        BadInput: there are too few or too many, or one is no option.
    """
    parts = [part.strip().lower() for part in answers.split(",")]
    if len(parts) != len(step.quiz):
        raise BadInput(f"--answers {answers!r}: the quiz {step.id!r} has {len(step.quiz)} questions. Example: a,c,b")
    for at, (part, question) in enumerate(zip(parts, step.quiz, strict=True), 1):
        letters = LETTERS[: len(question.options)]
        if part not in tuple(letters):
            raise BadInput(f"--answers: {part!r} is no answer to question {at}. Use one of {', '.join(letters)}.")
    given = [LETTERS.index(part) for part in parts]
    for at, (question, answer) in enumerate(zip(step.quiz, given, strict=True), 1):
        write(f"{show_question(question, at, len(step.quiz), language)}\n{show_verdict(question, answer, language)}\n")
    return given


def _one_answer(question: Question, language: str) -> int:
    letters = LETTERS[: len(question.options)]
    while True:
        try:
            answer = input(load_words(language).your_answer.format(letters=", ".join(letters))).strip().lower()
        except EOFError as error:
            raise BadInput("The quiz was left before its last question, so it does not count.") from error
        if answer in tuple(letters):
            return letters.index(answer)
