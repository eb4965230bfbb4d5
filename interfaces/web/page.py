"""The site: what all of its pages share, and the way from one to another."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from errors import SternikError
from interfaces.web.chat import show_chat
from interfaces.web.escaping import escape
from interfaces.web.form import show_forms
from interfaces.web.learning_texts import load_learning_texts
from interfaces.web.opening import Open, open_with_agents
from interfaces.web.sidebar import show_sign_out
from interfaces.web.texts import ASSETS, Texts, load_texts
from interfaces.web.visitor import page_language, show_language_switch, visitor
from settings import Settings


def show_page(open_assistant: Open = open_with_agents) -> None:
    """Draw the page that the address names for its visitor; the chat is at the bare address."""
    st.set_page_config("Sternik", str(ASSETS / "favicon.svg"), layout="centered")
    st.logo(str(ASSETS / "logo.svg"), size="large", icon_image=str(ASSETS / "helm.svg"))
    st.html(ASSETS / "page.css")
    try:
        settings = Settings.from_env()
        language = page_language(settings)
        words = load_texts(language)
        user = visitor(settings)
        if user is None:
            show_language_switch(language)
            _show_sign_in(words)
        else:
            _show_pages(settings, user, language, open_assistant)
    except SternikError as error:
        _show_error(error)


def _show_pages(settings: Settings, user: str, language: str, open_assistant: Open) -> None:
    words, learning = load_texts(language), load_learning_texts(language)
    pages = [
        st.Page(
            _safely(partial(show_chat, settings, user, language, open_assistant)),
            title=learning.chat,
            icon=":material/forum:",
            default=True,
        ),
        st.Page(
            _safely(partial(_show_learning, settings, user, language)),
            title=learning.page,
            icon=":material/route:",
            url_path="path",
        ),
        st.Page(
            _safely(partial(show_forms, words, language)),
            title=words.form["title"],
            icon=":material/draft:",
            url_path="files",
        ),
    ]
    page = st.navigation(pages)
    show_language_switch(language)
    page.run()
    show_sign_out(user, words)


def _show_learning(settings: Settings, user: str, language: str) -> None:
    # Imported when somebody wants it: the knowledge room takes longer to import than the chat to draw.
    from interfaces.web.learning import show_learning

    show_learning(settings.home, user, language)


def _safely(show: Callable[[], None]) -> Callable[[], None]:
    """The page with our own errors shown in their place, so that the way to the other pages stays."""

    def shown() -> None:
        try:
            show()
        except SternikError as error:
            _show_error(error)

    return shown


def _show_sign_in(words: Texts) -> None:
    st.info(words.sign_in_first)
    st.button(words.sign_in, key="sign-in", type="primary", icon=":material/login:", on_click=st.login)


def _show_error(error: SternikError) -> None:
    lines = escape(str(error)).replace("\n", "\\\n")
    st.error(lines, icon=":material/error:")
