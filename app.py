"""The browser door: `streamlit run app.py`, or `sternik serve`."""

from interfaces.web import show_page

show_page()
