"""The quiz of a step: its questions, then which answers were right and what the pages say."""

from contextlib import closing
from pathlib import Path

import streamlit as st

from interfaces.web.learning_texts import LearningTexts
from interfaces.web.reader import show_page_button
from interfaces.web.safe_markdown import safe_markdown
from knowledge import Learning, Question, Step, count_right, open_learning


def show_quiz(step: Step, learning: Learning, home: Path, user: str, words: LearningTexts, language: str) -> None:
    """Ask, or show how the last attempt of this visit went."""
    st.markdown(f"**{words.quiz}**")
    attempt: list[int] | None = st.session_state.get(_attempt(step))
    if attempt is None:
        _ask(step, home, user, words, language)
    else:
        _show_verdicts(step, attempt, words, language)
    result = learning.result(user, step.id)
    if result:
        st.caption(words.quiz_best.format(best=result.best, questions=result.questions, attempts=result.attempts))


def _ask(step: Step, home: Path, user: str, words: LearningTexts, language: str) -> None:
    with st.form(f"quiz-{step.id}", border=False):
        for number, question in enumerate(step.quiz, 1):
            _show_choice(step, number, question, language)
        sent = st.form_submit_button(words.quiz_check, key=f"check-{step.id}", on_click=_take, args=(step, home, user, language))
    missing = [str(number) for number, answer in enumerate(_answers(step, language), 1) if answer is None]
    if sent and missing:
        st.warning(words.quiz_missing.format(numbers=", ".join(missing)))


def _take(step: Step, home: Path, user: str, language: str) -> None:
    """Keep an attempt in which every question is answered."""
    given = [answer for answer in _answers(step, language) if answer is not None]
    if len(given) == len(step.quiz):
        with closing(open_learning(home)) as learning:
            learning.record(user, step, given)
        st.session_state[_attempt(step)] = given


def _answers(step: Step, language: str) -> list[int | None]:
    return [st.session_state.get(_answer(step, number, language)) for number in range(1, len(step.quiz) + 1)]


def _show_choice(step: Step, number: int, question: Question, language: str) -> None:
    st.radio(
        f"{number}. {safe_markdown(question.ask.of(language))}",
        range(len(question.options)),
        index=None,
        format_func=lambda at: safe_markdown(question.options[at].of(language)),
        key=_answer(step, number, language),
    )


def _show_verdicts(step: Step, attempt: list[int], words: LearningTexts, language: str) -> None:
    st.markdown(words.quiz_score.format(right=count_right(step.quiz, attempt), count=len(attempt)))
    for number, (question, answer) in enumerate(zip(step.quiz, attempt, strict=True), 1):
        st.markdown(f"{number}. {safe_markdown(question.ask.of(language))}")
        option = safe_markdown(question.options[question.right].of(language))
        if answer == question.right:
            st.success(f"**{words.right}:** {option}", icon=":material/check:")
        else:
            st.warning(words.wrong.format(option=f"**{option}**"), icon=":material/close:")
        st.markdown(f"> {safe_markdown(question.why.of(language))}")
        show_page_button(question.page, language, f"why-{step.id}-{number}", words.from_page)
    st.button(words.quiz_again, key=f"again-{step.id}", icon=":material/refresh:", on_click=_forget, args=(step,))


def _forget(step: Step) -> None:
    st.session_state.pop(_attempt(step), None)


def _attempt(step: Step) -> str:
    return f"attempt-{step.id}"


def _answer(step: Step, number: int, language: str) -> str:
    return f"answer-{step.id}-{number}-{language}"
