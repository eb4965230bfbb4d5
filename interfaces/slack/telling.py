"""Words for one person's eyes: ephemeral messages, by the request's own address where it has one."""

import time
from typing import Any

from slack_sdk.webhook import WebhookClient

from errors import SlackRefused, SlackUnreachable
from interfaces.slack.asked import Asked
from interfaces.slack.calling import Slack
from interfaces.slack.outcome import Message, Outcome
from interfaces.slack.texts import load_texts
from knowledge import Deliveries, TakenRequest

_BEGUN, _TOLD = "begun", "told"
_ADDRESS_LIVES = 29 * 60.0  # Slack says half an hour


def tell(slack: Slack, asked: Asked, message: Message) -> None:
    """Show a message to the person alone.

    Raises:
        SlackRefused: it cannot be shown there.
        SlackUnreachable: it may have been shown or not.
    """
    if asked.response_url and time.time() - float(asked.at) < _ADDRESS_LIVES:
        _answer_address(asked.response_url, message)
        return
    slack.call(
        "chat.postEphemeral",
        repeatable=False,
        channel=asked.channel,
        user=asked.user,
        thread_ts=asked.thread or None,
        text=message["text"],
        blocks=message.get("blocks"),
        link_names=False,
    )


def tell_outcome(slack: Slack, deliveries: Deliveries, taken: TakenRequest, asked: Asked, outcome: Outcome) -> None:
    """Show a private answer once.

    An ephemeral message cannot be looked up, so after a crash in the middle the person is told that something may be
    missing, rather than shown an answer twice.
    """
    before = taken.places.get("private")
    if before == _TOLD:
        return
    taken.places["private"] = _TOLD if before else _BEGUN
    deliveries.keep_places(taken)
    shown = [{"text": load_texts(outcome.language).maybe_lost}] if before else outcome.messages
    for message in shown:
        tell(slack, asked, message)


def _answer_address(address: str, message: Message) -> None:
    body: dict[str, Any] = {"text": message["text"], "response_type": "ephemeral", "replace_original": False}
    if message.get("blocks"):
        body["blocks"] = message["blocks"]
    try:
        response = WebhookClient(address, retry_handlers=[]).send_dict(body)
    except OSError as error:
        raise SlackUnreachable("Slack did not take a private answer.") from error
    if response.status_code >= 500 or response.status_code == 429:
        raise SlackUnreachable(f"Slack answered a private answer with {response.status_code}.")
    if response.status_code != 200:
        raise SlackRefused("response_url", response.body[:100])
