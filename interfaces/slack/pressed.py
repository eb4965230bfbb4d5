"""Buttons under answers and in Home, and the shortcuts in the menu of a message."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interfaces.slack.asked import Asked, plain_text
from interfaces.slack.home import DONE, GENERATE, START
from interfaces.slack.showing import ASK, FEEDBACK, SHARE

Body = Mapping[str, Any]
_SHORTCUTS = {"explain_error": "explain", "check_config": "check"}


@dataclass(frozen=True)
class Pressed:
    """What a button or shortcut asks for, and the name under which it may come again."""

    asked: Asked
    name: str
    trigger: str
    workspace: str


def from_action(body: Body) -> Pressed | None:
    """A button; None for what is no button of ours, or an old one whose value cannot be read."""
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], dict) else {}
    name, value = str(action.get("action_id", "")), str(action.get("value", ""))
    kind, extra = _meaning(name, value)
    if not kind:
        return None
    container = body.get("container") or {}
    message = body.get("message") or {}
    private = bool(container.get("is_ephemeral"))
    thread = str(container.get("thread_ts") or message.get("thread_ts") or "")
    there = str((body.get("channel") or {}).get("id") or container.get("channel_id", ""))
    channel = "" if kind in ("home", "form") else there
    text = value if kind == "ask" else ""
    asked = _asked(body, kind, channel, text, thread=thread, private=private and kind != "share", extra=extra)
    trigger = str(body.get("trigger_id", ""))
    identity = f"share:{value}" if kind == "share" else f"trigger:{trigger}"
    return Pressed(asked, identity, trigger, _workspace(body))


def from_shortcut(body: Body, bot: str) -> Pressed | None:
    """A shortcut on a message; None for one that is not ours."""
    kind = _SHORTCUTS.get(str(body.get("callback_id", "")))
    message = body.get("message")
    if kind is None or not isinstance(message, dict):
        return None
    channel = str((body.get("channel") or {}).get("id", ""))
    files = [file for file in message.get("files") or () if isinstance(file, dict)]
    keys = {"name": "name", "size": "size", "url": "url_private"}
    extra = {"file": {key: files[0].get(theirs) for key, theirs in keys.items()}} if files and kind == "check" else {}
    text = plain_text(str(message.get("text") or ""), bot)
    thread = str(message.get("thread_ts") or message.get("ts") or "")
    asked = _asked(body, kind, channel, text, thread=thread, private=True, extra=extra)
    trigger = str(body.get("trigger_id", ""))
    return Pressed(asked, f"trigger:{trigger}", trigger, _workspace(body))


def _workspace(body: Body) -> str:
    return str((body.get("team") or {}).get("id") or (body.get("user") or {}).get("team_id", ""))


def _asked(body: Body, kind: str, channel: str, text: str, *, thread: str, private: bool, extra: dict[str, Any]) -> Asked:
    user = body.get("user") or {}
    return Asked(
        kind,
        str(user.get("team_id") or _workspace(body)),
        channel,
        str(user.get("id", "")),
        f"{time.time():.6f}",
        text,
        thread=thread,
        private=private,
        response_url=str(body.get("response_url") or ""),
        extra=extra,
    )


def _meaning(name: str, value: str) -> tuple[str, dict[str, Any]]:
    if FEEDBACK.match(name):
        try:
            rated = json.loads(value)
        except ValueError:
            return "", {}
        return "feedback", {**rated, "helpful": name.endswith("yes")}
    if name.startswith(START):
        return "home", {"start": value}
    if ASK.match(name):
        return "ask", {}
    return {SHARE: ("share", {"request": value}), DONE: ("home", {"done": value}), GENERATE: ("form", {})}.get(name, ("", {}))
