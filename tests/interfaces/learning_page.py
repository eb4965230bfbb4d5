"""The page of the learning path alone. A Streamlit script for the tests."""

import streamlit as st

from interfaces.web.learning import show_learning
from interfaces.web.visitor import page_language, show_language_switch, visitor
from settings import Settings

settings = Settings.from_env()
language = page_language(settings)
show_language_switch(language)
show_learning(settings.home, visitor(settings) or "", language)
st.caption("end")
