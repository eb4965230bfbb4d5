"""The whole page, from top to bottom."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from errors import SternikError
from interfaces.web.answer import show_question
from interfaces.web.conversation import (
    asked_by_button,
    named_in_address,
    present_conversation,
    show_conversation,
    start_conversation,
)
from interfaces.web.escaping import escape
from interfaces.web.opening import Open, open_with_agents, opened
from interfaces.web.sidebar import show_new_conversation, show_recent, show_sign_out
from interfaces.web.texts import ASSETS, Texts, load_texts
from interfaces.web.visitor import page_language, show_language_switch, visitor
from interfaces.web.welcome import show_welcome
from settings import Settings


def show_page(open_assistant: Open = open_with_agents) -> None:
    """Draw the page for its visitor. Everything that needs no library is drawn before the library is opened."""
    st.set_page_config("Sternik", str(ASSETS / "favicon.svg"), layout="centered")
    st.logo(str(ASSETS / "logo.svg"), size="large", icon_image=str(ASSETS / "helm.svg"))
    st.html(ASSETS / "page.css")
    try:
        settings = Settings.from_env()
        language = page_language(settings)
        words = load_texts(language)
        show_language_switch(language)
        user = visitor(settings)
        if user is None:
            _show_sign_in(words)
        else:
            _show_chat(settings, user, language, open_assistant)
    except SternikError as error:
        _show_error(error)


def _show_chat(settings: Settings, user: str, language: str, open_assistant: Open) -> None:
    words = load_texts(language)
    show_new_conversation(words)
    typed = st.chat_input(words.placeholder, key="typed", submit_mode="stop")
    question = typed or asked_by_button()
    if not question and not named_in_address():
        show_welcome(words)
    with _shown_meanwhile(question):
        assistant = opened(open_assistant, settings, words)
    conversation = present_conversation(assistant, user, words)
    if question and conversation is None:
        conversation = start_conversation(assistant, user, question)
    show_recent(assistant.library, user, conversation, words)
    show_sign_out(user, words)
    if conversation:
        show_conversation(assistant, conversation, question, words, language)


@contextmanager
def _shown_meanwhile(question: str | None) -> Iterator[None]:
    """A question that waits for the library is seen to have arrived."""
    slot = st.empty()
    if question:
        with slot.container():
            show_question(question)
    yield
    slot.empty()


def _show_sign_in(words: Texts) -> None:
    st.info(words.sign_in_first)
    st.button(words.sign_in, key="sign-in", type="primary", icon=":material/login:", on_click=st.login)


def _show_error(error: SternikError) -> None:
    lines = escape(str(error)).replace("\n", "\\\n")
    st.error(lines, icon=":material/error:")
