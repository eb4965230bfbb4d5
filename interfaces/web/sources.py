"""The passages an answer cites."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from interfaces.web.escaping import escape, escape_label
from interfaces.web.marking import mark
from interfaces.web.safe_markdown import safe_markdown
from interfaces.web.texts import Texts

if TYPE_CHECKING:
    from agents import Source


def show_sources(sources: Sequence["Source"], words: Texts) -> None:
    """One line a passage; opened, it shows the passage with the cited sentence marked."""
    if not sources:
        return
    with st.container(gap="xsmall"):
        st.caption(words.sources)
        for source in sources:
            with st.expander(_header(source)):
                _show_passage(source, words)


def hosts(sources: Sequence["Source"]) -> frozenset[str]:
    """The hosts that a reader's library comes from: the only ones that links may lead to."""
    return frozenset(host for source in sources if source.url and (host := urlsplit(source.url).hostname))


def _header(source: "Source") -> str:
    section = f" › {escape_label(source.section.replace(' > ', ' › '))}" if source.section else ""
    return f":primary-badge[{source.id}] {escape_label(source.title)}{section}"


def _show_passage(source: "Source", words: Texts) -> None:
    facts = words.source_facts.format(
        path=escape_label(source.path),
        language=words.passage_languages.get(source.language, source.language),
        date=datetime.fromtimestamp(source.modified, UTC).date().isoformat(),
    )
    st.caption(facts)
    passage = safe_markdown(mark(source.text, source.quote), known_hosts=hosts([source]), cited_code=words.cited_code)
    st.markdown(passage, anchors=False)
    if source.url and urlsplit(source.url).scheme in ("http", "https"):
        st.link_button(words.open_page, source.url, help=escape(source.url), icon=":material/open_in_new:", type="tertiary")
