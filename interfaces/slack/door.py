"""Every request of Slack comes in here: remembered before it is acknowledged, acknowledged before it is worked on."""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from agents import Assistant
from errors import NotYours
from interfaces.slack.access import Access
from interfaces.slack.asked import Asked, from_message, mentions, message_names
from interfaces.slack.early import Early, EarlyMessages
from interfaces.slack.people import People
from interfaces.slack.pressed import from_action, from_shortcut
from interfaces.slack.slash import SlashCommand, read_slash
from interfaces.slack.texts import load_texts
from interfaces.slack.views import Views
from knowledge import Deliveries

Body = Mapping[str, Any]
Wake = Callable[[], None]
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reply:
    """What the acknowledgement says; mostly nothing."""

    body: dict[str, Any] | str = ""


class Door:
    """Takes what concerns us, once, and wakes the workers. Nothing here takes long: Slack waits three seconds."""

    def __init__(
        self, assistant: Assistant, people: People, views: Views, deliveries: Deliveries, access: Access, bot: str, wake: Wake
    ) -> None:
        """`bot` is the bot's own user id."""
        self._assistant = assistant
        self._people = people
        self._deliveries = deliveries
        self._access = access
        self._bot = bot
        self._early = EarlyMessages()
        self._wake = wake
        self._views = views

    def receive(self, body: Body) -> Reply:
        """Acknowledge a request, having remembered it if it is for us and new.

        Raises:
            HomeError: it could not be remembered; not acknowledged, it will come again.
            LibraryBusy: the same.
        """
        kind = body.get("type")
        if kind == "event_callback" and isinstance(body.get("event"), dict):
            return self._event(body, body["event"])
        if isinstance(body.get("command"), str):
            return self._slash(read_slash(body))
        if kind in ("block_actions", "message_action"):
            return self._pressed(body)
        if kind == "view_submission":
            return self._submitted(body)
        return Reply()

    def _event(self, body: Body, event: Body) -> Reply:
        team = str(body.get("team_id", ""))
        kind = event.get("type")
        if kind in ("message", "app_mention"):
            self._message(body, event, team)
        elif kind == "app_home_opened" and event.get("tab", "home") == "home":
            asked = Asked("home", team, "", str(event.get("user", "")), _now())
            self._take(asked, [f"event:{body.get('event_id')}"], team)
        elif kind == "assistant_thread_started":
            thread = event.get("assistant_thread") or {}
            channel, user, root = (str(thread.get(key, "")) for key in ("channel_id", "user_id", "thread_ts"))
            asked = Asked("welcome", team, channel, user, _now(), thread=root)
            self._take(asked, [f"event:{body.get('event_id')}"], team)
        return Reply()

    def _message(self, body: Body, event: Body, team: str) -> None:
        """Direct messages, mentions, and what the person says in a thread where they are talking to us, unless to others."""
        asked = from_message(event, team, self._bot)
        if asked is None:
            return
        names = message_names(event, body.get("event_id"))
        if asked.in_direct_message or event.get("type") == "app_mention":
            self._take(asked, names, team)
            for early in self._early.following(asked):
                self._take(early.asked, early.names, early.workspace)
        # Slack sends a mention twice, once as `app_mention`.
        elif event.get("thread_ts") and not mentions(str(event["text"])):
            self._early.keep(Early(asked, names, team))
            if self._is_followed(asked):
                self._take(asked, names, team)

    def _is_followed(self, asked: Asked) -> bool:
        """Whether the person has talked to us in this thread."""
        if self._deliveries.knows(_lane(asked)):
            return True
        try:
            self._assistant.library.conversations.get(asked.person, asked.conversation)
        except NotYours:
            return False
        return True

    def _slash(self, command: SlashCommand) -> Reply:
        asked = command.asked
        known = self._people.known_language(asked.user)
        if not self._access.allows(asked, command.workspace):
            return _only_for_you(load_texts(known).not_allowed)
        if asked.kind == "form":
            self._views.open(asked.text, command.trigger, asked.user)
            return Reply()
        self._take(asked, [f"trigger:{command.trigger}"], command.workspace)
        if asked.kind != "ask" or not asked.text:
            return Reply()
        return _only_for_you(load_texts(self._assistant.language_of(asked.text, known)).looking)

    def _pressed(self, body: Body) -> Reply:
        if self._views.changes_kind(body):
            self._views.change_kind(body)
            return Reply()
        found = from_shortcut(body, self._bot) if body.get("type") == "message_action" else from_action(body)
        if found is None:
            return Reply()
        if found.asked.kind == "form":
            if self._access.allows(found.asked, found.workspace):
                self._views.open("", found.trigger, found.asked.user)
        else:
            self._take(found.asked, [found.name], found.workspace)
        return Reply()

    def _submitted(self, body: Body) -> Reply:
        sent = self._views.submitted(body)
        if sent.faults:
            return Reply({"response_action": "errors", "errors": sent.faults})
        if sent.asked:
            self._take(sent.asked, [f"view:{sent.identity}"], sent.asked.team)
        return Reply()

    def _take(self, asked: Asked, names: list[str], workspace: str) -> None:
        if not (asked.user and self._access.allows(asked, workspace)):
            _LOG.info("A request of %s is not answered there.", asked.kind)
            return
        if self._deliveries.claim(names, asked.as_dict(), lane=_lane(asked), position=asked.at):
            self._wake()


def _lane(asked: Asked) -> str:
    """Questions in a thread make it a followed one; a thumb or a form does not."""
    talk = f"{asked.person} {asked.conversation}"
    return talk if asked.kind == "ask" else f"{asked.kind} {talk}"


def _now() -> str:
    return f"{time.time():.6f}"


def _only_for_you(text: str) -> Reply:
    return Reply({"response_type": "ephemeral", "text": text})
