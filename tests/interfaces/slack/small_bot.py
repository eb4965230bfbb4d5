"""`sternik slack` with a quick stand-in for the model, to be killed and started again. A program for tests and benchmarks.

Everything is real but what is said: an answer by the embedded model takes a tenth of a second or more of processor time, and
thousands of them are not what is measured here. Arguments: the home, the address of the Web API, seconds that an answer takes.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agents import Answer
from interfaces.slack.bot import Bot
from interfaces.slack.serving import serve_socket
from knowledge import Conversation, Conversations
from knowledge.database import Database
from settings import Settings


class QuickLibrary:
    """The part of a library that the bot needs, on the home's real database."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.conversations = Conversations(Database(home / "sternik.db"))


class QuickAssistant:
    """Says what it was asked."""

    def __init__(self, settings: Settings, seconds: float) -> None:
        self.settings = settings
        self.library = QuickLibrary(settings.home)
        self._seconds = seconds

    def stream(self, question: str, conversation: Conversation, **ignored: Any) -> Iterator[Answer]:
        time.sleep(self._seconds)
        yield Answer(f"Answer to: {question}", "en", False, "quick")

    def turns(self, conversation: Conversation) -> list[None]:
        return [None]

    def language_of(self, question: str, preferred: str | None = None) -> str:
        return "en"


if __name__ == "__main__":
    chosen = Settings(
        Path(sys.argv[1]),
        language="en",
        slack_bot_token="xoxb-of-the-test",
        slack_app_token="xapp-of-the-test",
        slack_api_url=sys.argv[2],
    )
    quick: Any = QuickAssistant(chosen, float(sys.argv[3]))
    serve_socket(Bot(quick, chosen, workers=4, hold=float(sys.argv[4])))
