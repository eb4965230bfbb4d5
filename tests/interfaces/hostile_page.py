"""Answers and sources full of hostile text, shown as the page shows them. A Streamlit script for the tests."""

from agents import Answer, Source
from interfaces.web.answer import show_answer, show_question
from interfaces.web.texts import load_texts
from tests.interfaces.hostile import HOSTILE, hostile_texts


def source(number: int, text: str) -> Source:
    return Source(number, text, text, text, None, text[3:], text, "en", "small", 0.0)


texts = [*HOSTILE, *hostile_texts(60)]
for place, text in enumerate(texts):
    show_question(f"{place}\n{text}")
    show_answer(Answer(text, "en", False, "embedded", (source(1, text),), notice=text), load_texts("en"), "0")
show_question("All were shown.")
