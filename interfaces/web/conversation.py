"""The conversation on the page: which one it is, what was said in it, and the next question."""

from typing import TYPE_CHECKING

import streamlit as st

from errors import NotYours
from interfaces.web.answer import answer_message, show_answer, show_question, show_stream
from interfaces.web.escaping import escape_label
from interfaces.web.texts import Texts

if TYPE_CHECKING:
    from agents import Answer, Assistant, Turn
    from knowledge import Conversation

_PARAMETER = "c"
_QUESTION = "question"


def named_in_address() -> bool:
    """Whether the address names a conversation."""
    return _PARAMETER in st.query_params


def open_conversation(name: str | None) -> None:
    """Put a conversation into the address; None is a new one."""
    if name is None:
        st.query_params.pop(_PARAMETER, None)
    else:
        st.query_params[_PARAMETER] = name


def present_conversation(assistant: "Assistant", user: str, words: Texts) -> "Conversation | None":
    """The one in the address, if it is this user's; otherwise a friendly word, and none."""
    if not named_in_address():
        return None
    try:
        return assistant.library.conversations.get(user, st.query_params[_PARAMETER])
    except NotYours:
        open_conversation(None)
        st.info(words.not_found, icon=":material/explore:")
        return None


def ask(question: str) -> None:
    """Have the question asked in the next run: what a button does."""
    st.session_state[_QUESTION] = question


def asked_by_button() -> str | None:
    """The question of the button that was pressed, once."""
    question: str | None = st.session_state.pop(_QUESTION, None)
    return question


def start_conversation(assistant: "Assistant", user: str, question: str) -> "Conversation":
    """A new conversation, put into the address so that a reload finds it.

    Raises:
        BadInput: the question is blank or too long.
    """
    from knowledge import check_question

    conversation = assistant.library.conversations.start(user, check_question(question))
    open_conversation(conversation.id)
    return conversation


def show_conversation(
    assistant: "Assistant", conversation: "Conversation", question: str | None, words: Texts, language: str
) -> None:
    """All that was said, then the answer to the new question if there is one.

    The page's language decides only where the question's own cannot be told.
    """
    turns = assistant.turns(conversation)
    for number, turn in enumerate(turns):
        _show_turn(assistant, conversation, number, turn, words, last=not question and number == len(turns) - 1)
    if question:
        show_question(question)
        with answer_message():
            answer = show_stream(assistant.stream(question, conversation, language=language), words, str(len(turns)))
            _show_reactions(assistant, conversation, len(turns), answer, words, last=True)


def _show_turn(
    assistant: "Assistant", conversation: "Conversation", number: int, turn: "Turn", words: Texts, *, last: bool
) -> None:
    show_question(turn.question)
    with answer_message():
        if turn.answer:
            show_answer(turn.answer, words, str(number))
            _show_reactions(assistant, conversation, number, turn.answer, words, last=last)
        else:
            st.caption(words.unfinished)
            if last:
                st.button(words.ask_again, key="ask-again", icon=":material/refresh:", on_click=ask, args=(turn.question,))


def _show_reactions(
    assistant: "Assistant", conversation: "Conversation", number: int, answer: "Answer", words: Texts, *, last: bool
) -> None:
    key = f"helpful-{conversation.id}-{number}"
    st.feedback("thumbs", key=key, on_change=_give_feedback, args=(assistant, conversation, number, key, words))
    if last and answer.suggestions:
        st.caption(words.ask_next)
        with st.container(horizontal=True, gap="small"):
            for place, suggestion in enumerate(answer.suggestions):
                st.button(escape_label(suggestion), key=f"next-{place}", wrap=True, on_click=ask, args=(suggestion,))


def _give_feedback(assistant: "Assistant", conversation: "Conversation", number: int, key: str, words: Texts) -> None:
    thumb = st.session_state[key]
    if thumb is not None:
        assistant.library.conversations.give_feedback(conversation, number, helpful=bool(thumb))
        st.toast(words.thanks, icon=":material/favorite:")
