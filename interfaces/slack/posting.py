"""Messages put into a channel exactly once, though the process may die between any two lines."""

import time
from collections.abc import Callable
from typing import Any

from errors import SlackRefused, SlackUnreachable
from interfaces.slack.asked import Asked
from interfaces.slack.calling import Slack
from knowledge import Deliveries, TakenRequest

Message = dict[str, Any]
_EVENT = "sternik_answer"
_TRIES = 4
_MOST_PAGES = 10
_CLOCKS = 300.0


class LostHold(Exception):  # noqa: N818 - not an error: somebody else answers
    """Another process has taken the request over."""


class Post:
    """The messages of one answer in their place. Each carries its number, so that it is recognized after a crash."""

    def __init__(
        self, slack: Slack, deliveries: Deliveries, taken: TakenRequest, asked: Asked, wait: Callable[[float], None] = time.sleep
    ) -> None:
        """Nothing is sent yet. `asked` says where the answer goes."""
        self._slack = slack
        self._deliveries = deliveries
        self._taken = taken
        self._asked = asked
        self._wait = wait
        # Before us another process may have posted something and died before it could write that down.
        self._doubtful = taken.attempts > 1

    def put(self, number: int, message: Message) -> None:
        """Show a message as this part of the answer, in the place of what that part showed before.

        Raises:
            SlackRefused: it cannot be shown there.
            SlackUnreachable: Slack does not answer.
            LostHold: it is no longer ours to show.
        """
        if not self._deliveries.holds(self._taken):
            raise LostHold
        known = self._taken.places.get(str(number)) or (self._find(number) if self._doubtful else None)
        if known and self._update(known, number, message):
            self._remember(number, known)
        else:
            self._remember(number, self._post(number, message))

    def _post(self, number: int, message: Message) -> str:
        """Post until it is certain that it is there, once."""
        for attempt in range(_TRIES):
            try:
                reply = self._slack.call(
                    "chat.postMessage",
                    repeatable=False,
                    channel=self._asked.channel,
                    thread_ts=self._asked.thread or None,
                    **self._content(number, message),
                )
                return str(reply["ts"])
            except SlackUnreachable:
                # It may stand there all the same.
                self._wait(0.5 * 2**attempt)
                found = self._find(number)
                if found:
                    return found
        raise SlackUnreachable(f"Slack did not take a message in {_TRIES} tries.")

    def _update(self, at: str, number: int, message: Message) -> bool:
        try:
            self._slack.call("chat.update", channel=self._asked.channel, ts=at, **self._content(number, message))
        except SlackRefused as error:
            if error.code == "message_not_found":  # somebody deleted it; the answer is still owed
                return False
            raise
        return True

    def _content(self, number: int, message: Message) -> dict[str, Any]:
        metadata = {"event_type": _EVENT, "event_payload": {"request": self._taken.id, "part": number}}
        quiet = {"unfurl_links": False, "unfurl_media": False, "link_names": False, "parse": "none"}
        return {"text": message["text"], "blocks": message.get("blocks"), "metadata": metadata, **quiet}

    def _find(self, number: int) -> str | None:
        """The part of this answer that stands there already."""
        method = "conversations.replies" if self._asked.thread else "conversations.history"
        cursor = ""
        for _ in range(_MOST_PAGES):
            page = self._slack.call(
                method,
                channel=self._asked.channel,
                # Times of buttons and commands are by our own clock, which may be ahead of Slack's.
                oldest=f"{float(self._asked.at) - _CLOCKS:.6f}",
                inclusive=True,
                include_all_metadata=True,
                limit=200,
                cursor=cursor or None,
                ts=self._asked.thread or None,
            )
            for message in page.get("messages", ()):
                payload = message.get("metadata", {}).get("event_payload", {})
                if payload.get("request") == self._taken.id and payload.get("part") == number:
                    return str(message["ts"])
            cursor = page.get("response_metadata", {}).get("next_cursor", "")
            if not cursor:
                break
        return None

    def _remember(self, number: int, at: str) -> None:
        self._taken.places[str(number)] = at
        self._deliveries.keep_places(self._taken)
