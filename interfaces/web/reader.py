"""A built-in page to read from top to bottom."""

import re
from datetime import UTC, datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import streamlit as st

from errors import BadInput
from interfaces.web.escaping import escape, escape_label
from interfaces.web.learning_texts import LearningTexts
from interfaces.web.safe_markdown import safe_markdown
from knowledge import open_page

_PARAMETER = "read"
_SECTION = re.compile(r"(?m)^## (.+)$")
_TO_PAGE = re.compile(r"\[([^\]\n]+)\]\((?!https?:)([^)\s]+)\.md(?:#[^)\s]*)?\)")
_TO_SITE = re.compile(r"\]\((https?://[^)\s]+)\)")


def page_in_address() -> str:
    """The name of the page that the address asks for; empty when it asks for none."""
    return st.query_params.get(_PARAMETER, "")


def show_page_button(name: str, language: str, key: str, label: str = "{title}") -> None:
    """A button that opens a page."""
    title = escape_label(open_page(name, language).title)
    st.button(
        label.format(title=title), key=key, type="tertiary", icon=":material/menu_book:", on_click=_open, args=(name,), wrap=True
    )


def show_reader(name: str, words: LearningTexts, language: str) -> None:
    """The page with a way back; an unknown one is explained."""
    st.button(words.back, key="back", icon=":material/arrow_back:", type="tertiary", on_click=_close)
    try:
        page = open_page(name, language)
    except BadInput as error:
        st.error(escape(str(error)), icon=":material/error:")
        return
    date = datetime.fromtimestamp(page.modified, UTC).date().isoformat()
    st.title(escape_label(page.title), anchor=False)
    st.caption(words.facts.format(path=escape_label(page.path), date=date))
    # What ships with the product may lead to the sites that it names.
    hosts = frozenset(host for url in _TO_SITE.findall(page.text) if (host := urlsplit(url).hostname))
    opening, *sections = _SECTION.split(_TO_PAGE.sub(r"\1", page.text))
    st.markdown(safe_markdown(opening, known_hosts=hosts), anchors=False)
    for heading, text in zip(sections[::2], sections[1::2], strict=True):
        st.subheader(safe_markdown(heading), anchor=False)
        st.markdown(safe_markdown(text, known_hosts=hosts), anchors=False)
    _show_linked(name, page.path, page.text, words, language)


def _show_linked(name: str, path: str, text: str, words: LearningTexts, language: str) -> None:
    linked = dict.fromkeys(_name_of(path, target) for _, target in _TO_PAGE.findall(text))
    shown = [other for other in linked if other != name]
    if shown:
        st.caption(words.linked)
        with st.container(gap="xxsmall", key="linked"):
            for other in shown:
                show_page_button(other, language, f"linked-{other}")


def _name_of(path: str, target: str) -> str:
    """The name, without a language, of the page that a relative link on the page at `path` leads to."""
    parts: list[str] = []
    for part in (PurePosixPath(path).parent / target).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join([parts[0], *parts[2:]])


def _open(name: str) -> None:
    st.query_params[_PARAMETER] = name


def _close() -> None:
    st.query_params.pop(_PARAMETER, None)
