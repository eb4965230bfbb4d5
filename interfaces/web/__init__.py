"""The browser: a Streamlit chat."""

from interfaces.web.page import show_page

__all__ = ["show_page"]
