"""The bar at the side: a new conversation, the recent ones, the way out."""

from typing import TYPE_CHECKING

import streamlit as st

from interfaces.web.conversation import open_conversation
from interfaces.web.escaping import escape_label
from interfaces.web.texts import Texts

if TYPE_CHECKING:
    from knowledge import Conversation, Library


def show_new_conversation(words: Texts) -> None:
    """The button that begins anew; it needs no library."""
    st.sidebar.button(
        words.new_conversation, key="new", icon=":material/edit_square:", width="stretch", on_click=open_conversation, args=(None,)
    )


def show_recent(library: "Library", user: str, present: "Conversation | None", words: Texts) -> None:
    """The user's last conversations."""
    recent = library.conversations.recent(user)
    st.sidebar.caption(words.recent if recent else words.nothing_recent)
    with st.sidebar.container(gap="xxsmall", key="recent"):
        for conversation in recent:
            st.button(
                escape_label(conversation.title) or words.untitled,
                key=f"open-{conversation.id}",
                type="secondary" if present and conversation.id == present.id else "tertiary",
                width="stretch",
                on_click=open_conversation,
                args=(conversation.id,),
            )


def show_sign_out(user: str, words: Texts) -> None:
    """Only where people sign in."""
    if "is_logged_in" in st.user:
        st.sidebar.caption(escape_label(user))
        st.sidebar.button(words.sign_out, key="sign-out", icon=":material/logout:", type="tertiary", on_click=st.logout)
