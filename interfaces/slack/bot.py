"""The bot put together: Bolt at the door, the ledger behind it, workers behind that."""

import json
import logging
from collections.abc import Mapping
from typing import Any

from slack_bolt import App, BoltResponse
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.web import WebClient

from agents import Assistant
from interfaces.slack.access import Access
from interfaces.slack.calling import Slack
from interfaces.slack.desk import Desk
from interfaces.slack.door import Door
from interfaces.slack.people import People
from interfaces.slack.views import Views
from interfaces.slack.working import Workers
from knowledge import open_deliveries
from settings import Settings

_WORKERS = 4
_HOLD = 20.0
_SECONDS = 20


class Bot:
    """One process of the bot; several may share a home."""

    def __init__(self, assistant: Assistant, settings: Settings, *, workers: int = _WORKERS, hold: float = _HOLD) -> None:
        """Sign in. What this process takes is held for `hold` seconds at a time.

        Raises:
            SlackRefused: the token is wrong.
            SlackUnreachable: Slack does not answer.
        """
        client = WebClient(settings.slack_bot_token, base_url=settings.slack_api_url, timeout=_SECONDS)
        slack = Slack(client)
        me = slack.call("auth.test")
        self._deliveries = open_deliveries(assistant.library.home, hold)
        people = People(slack, settings)
        desk = Desk(assistant, slack, self._deliveries, people)
        self.workers = Workers(self._deliveries, desk.work, workers, beat=hold / 4)
        self._views = Views(slack, people.language)
        identity = str(me.get("user_id", ""))
        door = Door(assistant, people, self._views, self._deliveries, Access.of(settings), identity, self.workers.wake)
        self.app = App(
            client=client,
            signing_secret=settings.slack_signing_secret or None,
            token_verification_enabled=True,
            request_verification_enabled=True,
        )
        self._settings = settings

        @self.app.middleware
        def receive(body: Mapping[str, Any]) -> BoltResponse:
            reply = door.receive(body).body
            if isinstance(reply, dict):
                return BoltResponse(status=200, body=json.dumps(reply), headers={"content-type": "application/json"})
            return BoltResponse(status=200, body=reply)

    def connect(self) -> SocketModeHandler:
        """Begin to work and listen over Socket Mode; connections that break are made again."""
        handler = SocketModeHandler(self.app, self._settings.slack_app_token, logger=logging.getLogger("slack_sdk.socket_mode"))
        self.workers.start()
        handler.connect()  # type: ignore[no-untyped-call]
        return handler

    def close(self) -> None:
        """Finish what is at work, and let go of the home."""
        self.workers.stop()
        self._views.close()
        self._deliveries.close()
