"""A workspace on the loopback, and the bot in it with the real assistant on ten pages."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agents import Assistant, open_assistant
from interfaces.slack.bot import Bot
from settings import Settings
from tests.interfaces.slack.slack_server import SlackServer
from tests.interfaces.slack.workspace import Workspace

SECRET = "signing-secret-of-the-test"
TOKENS = {"slack_bot_token": "xoxb-of-the-test", "slack_app_token": "xapp-of-the-test", "slack_signing_secret": SECRET}
Start = Callable[..., Bot]


@pytest.fixture
def workspace() -> Workspace:
    return Workspace({"UPL": "pl-PL"})


@pytest.fixture
def slack(workspace: Workspace) -> Iterator[SlackServer]:
    server = SlackServer(workspace)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def assistant(guide_home: Path, guide_pages: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Assistant]:
    shutil.copytree(guide_home, home)
    monkeypatch.setattr("knowledge.builtin.builtin_root", lambda: guide_pages)
    opened = open_assistant(Settings(home))
    yield opened
    opened.close()


@pytest.fixture
def start(assistant: Assistant, slack: SlackServer) -> Iterator[Start]:
    """Starts the bot, over Socket Mode unless told otherwise; settings can be given."""
    ending: list[Callable[[], Any]] = []

    def started(*, socket: bool = True, hold: float = 2.0, **given: Any) -> Bot:
        settings = Settings(assistant.settings.home, slack_api_url=f"{slack.address}/api/", **{**TOKENS, **given})
        bot = Bot(assistant, settings, workers=2, hold=hold)
        if socket:
            ending.append(bot.connect().close)
        else:
            bot.workers.start()
        ending.append(bot.close)
        return bot

    yield started
    for end in ending:
        end()
