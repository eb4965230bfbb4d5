"""Requests as Slack sends them."""

import itertools
import json
from typing import Any

from tests.interfaces.slack.workspace import BOT, TEAM, Workspace

Row = dict[str, Any]
_NUMBERS = itertools.count(1)


def event(inner: Row, team: str = TEAM) -> Row:
    """An event with an id of its own."""
    number = next(_NUMBERS)
    return {
        "type": "event_callback",
        "token": "verification",
        "team_id": team,
        "api_app_id": "A1",
        "event_id": f"Ev{number}",
        "event_time": number,
        "event": inner,
        "authorizations": [{"team_id": team, "user_id": BOT, "is_bot": True}],
    }


def mention(workspace: Workspace, channel: str, user: str, text: str, thread: str = "") -> Row:
    """Somebody mentions the bot; Slack also sends it as a message, with another event id."""
    said = workspace.say(channel, user, f"<@{BOT}> {text}", thread)
    return event({**said, "type": "app_mention", "client_msg_id": f"client-{said['ts']}"})


def message(workspace: Workspace, channel: str, user: str, text: str, thread: str = "") -> Row:
    """Somebody writes in a direct message, a channel or a thread."""
    said = workspace.say(channel, user, text, thread)
    return event({**said, "client_msg_id": f"client-{said['ts']}"})


def slash(text: str, user: str, address: str, channel: str = "C1") -> Row:
    number = next(_NUMBERS)
    return {
        "command": "/sternik",
        "text": text,
        "team_id": TEAM,
        "channel_id": channel,
        "user_id": user,
        "trigger_id": f"trigger-{number}",
        "response_url": f"{address}/respond/{user}",
        "api_app_id": "A1",
    }


def pressed(action: str, value: str, user: str, address: str, **more: Any) -> Row:
    return {
        "type": "block_actions",
        "team": {"id": TEAM},
        "user": {"id": user, "team_id": TEAM},
        "trigger_id": f"trigger-{next(_NUMBERS)}",
        "response_url": f"{address}/respond/{user}",
        "actions": [{"type": "button", "action_id": action, "value": value}],
        "container": {"type": "message", "channel_id": "C1"},
        "channel": {"id": "C1"},
        **more,
    }


def shortcut(callback: str, message: Row, user: str, address: str, channel: str = "C1") -> Row:
    return {
        "type": "message_action",
        "callback_id": callback,
        "team": {"id": TEAM},
        "user": {"id": user, "team_id": TEAM},
        "channel": {"id": channel},
        "message": message,
        "trigger_id": f"trigger-{next(_NUMBERS)}",
        "response_url": f"{address}/respond/{user}",
    }


def submitted(view: Row, values: dict[str, Row], user: str) -> Row:
    """A form that was sent with these states of its inputs, by the names of the options."""
    kind = json.loads(view["private_metadata"])["kind"]
    state = {f"{kind}/{name}": {"value": value} for name, value in values.items()}
    return {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": user, "team_id": TEAM},
        "view": {**view, "state": {"values": state}},
    }
