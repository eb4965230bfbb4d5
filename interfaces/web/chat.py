"""The chat, from top to bottom."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from interfaces.web.answer import show_question
from interfaces.web.conversation import (
    asked_by_button,
    named_in_address,
    present_conversation,
    show_conversation,
    start_conversation,
)
from interfaces.web.opening import Open, opened
from interfaces.web.sidebar import show_new_conversation, show_recent
from interfaces.web.texts import load_texts
from interfaces.web.welcome import show_welcome
from settings import Settings


def show_chat(settings: Settings, user: str, language: str, open_assistant: Open) -> None:
    """Everything that needs no library is drawn before the library is opened."""
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
