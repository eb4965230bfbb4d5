"""What a newcomer sees first."""

import streamlit as st

from interfaces.web.conversation import ask
from interfaces.web.texts import ASSETS, Texts


def show_welcome(words: Texts) -> None:
    """A greeting and four questions to begin with."""
    with st.container(horizontal_alignment="center", gap="small", key="welcome"):
        st.image(str(ASSETS / "helm.svg"), width=88)
        st.markdown(f"# {words.greeting}", anchors=False, text_alignment="center")
        st.markdown(f":gray[{words.promise}]", text_alignment="center")
        st.space("small")
    for pair in (words.first_questions[:2], words.first_questions[2:]):
        for column, question in zip(st.columns(2, gap="small"), pair, strict=True):
            column.button(question, key=f"first-{question}", width="stretch", wrap=True, on_click=ask, args=(question,))
