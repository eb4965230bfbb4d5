"""Who is looking at the page, and in which language."""

import streamlit as st

from interfaces.web.texts import LANGUAGES, load_texts
from settings import Settings

_PARAMETER = "lang"
_CHOSEN = "chosen language"


def visitor(settings: Settings) -> str | None:
    """The user whose conversations these are; None when the page wants a sign-in and has none yet.

    Streamlit knows about sign-ins only when `[auth]` is configured; without it everyone is the user of the settings.
    """
    if "is_logged_in" not in st.user:
        return settings.user
    if not st.user["is_logged_in"]:
        return None
    # Not every provider gives an e-mail; all give a subject.
    return str(st.user.get("email") or st.user["sub"])


def page_language(settings: Settings) -> str:
    """What the address says, else what was chosen on another page, else what was set, else what the browser prefers."""
    # Going from page to page leaves the address's parameters behind.
    chosen = st.query_params.get(_PARAMETER) or st.session_state.get(_CHOSEN, "")
    if chosen in LANGUAGES:
        st.session_state[_CHOSEN] = chosen
        return str(chosen)
    if settings.language in LANGUAGES:
        return settings.language
    return "pl" if (st.context.locale or "").lower().startswith("pl") else "en"


def show_language_switch(language: str) -> None:
    """Two names side by side. The choice is kept in the address, so a reload or a shared link keeps it."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.segmented_control(
            load_texts(language).language_label,
            LANGUAGES,
            default=language,
            required=True,
            format_func=lambda key: load_texts(key).name,
            key="language",
            label_visibility="collapsed",
            on_change=_remember_language,
        )


def _remember_language() -> None:
    st.query_params[_PARAMETER] = st.session_state["language"]
