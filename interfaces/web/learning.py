"""The learning path of a role: its steps, what is done, and what comes next."""

from contextlib import closing
from pathlib import Path

import streamlit as st

from interfaces.web.escaping import escape_label
from interfaces.web.learning_texts import LearningTexts, load_learning_texts
from interfaces.web.quiz import show_quiz
from interfaces.web.reader import page_in_address, show_page_button, show_reader
from interfaces.web.safe_markdown import safe_markdown
from knowledge import Learning, LearningPath, Place, Step, Words, load_path, load_paths, open_learning, steps_of

_PARAMETER = "role"


def show_learning(home: Path, user: str, language: str) -> None:
    """The page: a built-in page when the address names one, else the path. It needs no library and no model."""
    words = load_learning_texts(language)
    name = page_in_address()
    if name:
        show_reader(name, words, language)
        return
    st.title(words.title, anchor=False)
    st.caption(words.promise)
    with closing(open_learning(home)) as learning:
        path = _chosen(learning, user, words, language)
        if path:
            _show_path(path, learning, home, user, words, language)


def _chosen(learning: Learning, user: str, words: LearningTexts, language: str) -> LearningPath | None:
    """The path of the role in the address, else the one that the user is on; None until a role is chosen."""
    roles = [path.role for path in load_paths()]
    current = learning.current(user)
    named = st.query_params.get(_PARAMETER, current.role if current else "")
    role = st.selectbox(
        words.role,
        roles,
        index=roles.index(named) if named in roles else None,
        format_func=lambda role: load_path(role).title.of(language),
        placeholder=words.role_placeholder,
        key="role",
        on_change=_remember_role,
    )
    return load_path(role) if role else None


def _remember_role() -> None:
    if st.session_state["role"]:
        st.query_params[_PARAMETER] = st.session_state["role"]


def _show_path(path: LearningPath, learning: Learning, home: Path, user: str, words: LearningTexts, language: str) -> None:
    st.markdown(safe_markdown(path.about.of(language)))
    _show_labelled(words.before, path.prerequisites, language)
    current = learning.current(user)
    if current and current.role == path.role:
        st.caption(f":material/bookmark: {words.yours}")
    else:
        st.button(words.start, key="start", type="primary", icon=":material/flag:", on_click=_start, args=(home, user, path.role))
    _show_progress(path, learning.done(user), words)
    following = learning.next_step(user, path)
    for number, (place, step) in enumerate(zip(path.places, steps_of(path), strict=True), 1):
        done = step.id in learning.done(user)
        label = words.step.format(number=number, title=escape_label(step.title.of(language)), hours=step.hours)
        icon = ":material/check_circle:" if done else ":material/radio_button_unchecked:"
        opened = bool(following and following.id == step.id)
        # Closed steps are not drawn: ten quizzes would make every click slow.
        with st.expander(label, opened, icon=icon, key=_opened(step.id), on_change="rerun") as expander:
            if expander.open:
                _show_step(place, step, path, home, user, words, language, done=done)
                show_quiz(step, learning, home, user, words, language)


def _show_progress(path: LearningPath, done: frozenset[str], words: LearningTexts) -> None:
    steps = steps_of(path)
    left = sum(step.hours for step in steps if step.id not in done)
    count = sum(step.id in done for step in steps)
    text = words.progress.format(done=count, steps=len(steps), hours=left) if left else words.finished
    st.progress(count / len(steps), text)


def _show_step(
    place: Place, step: Step, path: LearningPath, home: Path, user: str, words: LearningTexts, language: str, *, done: bool
) -> None:
    if place.skip:
        st.caption(f":material/skip_next: {words.skip}: {escape_label(place.skip.of(language))}")
    _show_labelled(words.after, step.after, language)
    st.markdown(f"**{words.read}**")
    with st.container(gap="xxsmall", key=f"pages-{step.id}"):
        for name in step.pages:
            show_page_button(name, language, f"read-{step.id}-{name}")
    _show_labelled(words.task, step.task, language)
    _show_labelled(words.check, step.check, language)
    st.checkbox(words.done, value=done, key=f"done-{step.id}", on_change=_tick, args=(home, user, step.id, path))


def _show_labelled(label: str, text: Words, language: str) -> None:
    st.markdown(f"**{label}.** {safe_markdown(text.of(language))}", anchors=False)


def _start(home: Path, user: str, role: str) -> None:
    with closing(open_learning(home)) as learning:
        learning.start(user, role)


def _tick(home: Path, user: str, step: str, path: LearningPath) -> None:
    """Done, which closes the step and opens the next, or not done after all."""
    with closing(open_learning(home)) as learning:
        if not st.session_state[f"done-{step}"]:
            learning.reopen(user, step)
            return
        learning.finish(user, step)
        following = learning.next_step(user, path)
        st.session_state[_opened(step)] = False
        if following:
            st.session_state[_opened(following.id)] = True


def _opened(step: str) -> str:
    return f"step-{step}"
