"""Requests for files, understood without a language model: which kind, with which options."""

from agents.embedded.wishes.reading import read_options
from agents.embedded.wishes.telling import ask_which, next_wishes, tell
from agents.embedded.wishes.wish import Wish, read_wish

__all__ = ["Wish", "ask_which", "next_wishes", "read_options", "read_wish", "tell"]
