"""One question and its answer, while it comes and ever after."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from interfaces.web.escaping import escape, escape_label
from interfaces.web.files import show_files
from interfaces.web.safe_markdown import safe_markdown
from interfaces.web.sources import hosts, show_sources
from interfaces.web.texts import ASSETS, Texts

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from agents import Answer, Delta, Working

_HELMSMAN = str(ASSETS / "avatar.svg")
_READER = ":material/person:"


def show_question(question: str) -> None:
    """What the reader asked, line by line as it was typed."""
    with st.chat_message("user", avatar=_READER):
        st.markdown(safe_markdown(question, keep_lines=True), anchors=False)


def answer_message() -> "DeltaGenerator":
    """The place of an answer."""
    return st.chat_message("assistant", avatar=_HELMSMAN)


def show_answer(answer: "Answer", words: Texts, key: str) -> None:
    """The whole answer with its files and sources; `key` tells its buttons from other answers'."""
    _show_text(answer.text, st.empty(), hosts(answer.sources))
    _show_rest(answer, words, key)


def show_stream(events: Iterable["Working | Delta | Answer"], words: Texts, key: str) -> "Answer":
    """Show an answer while it is made, and give it back whole."""
    from agents import Answer, Delta, Working

    slot = st.empty()
    slot.markdown(f":shimmer[{words.working}]")
    text = ""
    for event in events:
        match event:
            case Working():
                # A model may search again after its first words.
                slot.markdown(f"{safe_markdown(text)}\n\n:shimmer[{escape_label(event.text)}]".strip())
            case Delta():
                text += event.text
                _show_text(text, slot)
            case Answer():
                _show_text(event.text, slot, hosts(event.sources))
                _show_rest(event, words, key)
                return event
    raise RuntimeError("The assistant ended without an answer.")


def _show_text(text: str, slot: "DeltaGenerator", known_hosts: frozenset[str] = frozenset()) -> None:
    slot.markdown(safe_markdown(text, known_hosts=known_hosts, citations=True), anchors=False)


def _show_rest(answer: "Answer", words: Texts, key: str) -> None:
    if answer.notice:
        st.caption(f":material/info: {escape(answer.notice)}")
    show_files(answer.files, key, words, answer.language)
    show_sources(answer.sources, words)
