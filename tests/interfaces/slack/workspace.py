"""A workspace of Slack as far as a bot can see: its Web API's methods, on data in memory."""

import itertools
import json
import re
import time
from collections import defaultdict
from threading import RLock
from typing import Any

from tests.interfaces.slack.limits import faults_of_message, faults_of_view

Row = dict[str, Any]
BOT, TEAM = "UBOT", "T1"


class Refusal(Exception):
    """A method's error code."""


class Workspace:
    """Channels, people and files. `faults` are what a real Slack would have refused."""

    def __init__(self, locales: dict[str, str] | None = None) -> None:
        self.locales = locales or {}
        self.messages: dict[str, list[Row]] = defaultdict(list)
        self.ephemerals: list[Row] = []
        self.views: list[Row] = []
        self.homes: dict[str, Row] = {}
        self.files: dict[str, Row] = {}
        self.pane: list[Row] = []
        self.faults: list[str] = []
        self.triggers: set[str] = set()
        self.lock = RLock()
        self.closed: set[str] = set()
        self.address = ""
        self._numbers = itertools.count(1)

    def answer(self, method: str, given: Row) -> Row:
        """What a method returns.

        Raises:
            Refusal: with Slack's error code.
        """
        name = re.sub(r"\W", "_", method)
        with self.lock:
            return {"ok": True, **getattr(self, f"do_{name}")(given)}

    def say(self, channel: str, user: str, text: str, thread: str = "") -> Row:
        """A person writes; gives the message as an event would."""
        with self.lock:
            message = {"type": "message", "user": user, "text": text, "ts": self.now(), "team": TEAM}
            message |= {"thread_ts": thread} if thread else {}
            self.messages[channel].append(message)
        return {**message, "channel": channel, "channel_type": "im" if channel.startswith("D") else "channel"}

    def of_bot(self, channel: str, thread: str | None = None) -> list[Row]:
        """What the bot has written, oldest first."""
        with self.lock:
            said = [row for row in self.messages[channel] if row.get("user") == BOT]
            return [row for row in said if thread is None or row.get("thread_ts") == thread]

    def now(self) -> str:
        return f"{int(time.time())}.{next(self._numbers):06d}"

    def do_auth_test(self, given: Row) -> Row:
        return {"user_id": BOT, "bot_id": "BBOT", "team_id": TEAM, "user": "sternik", "team": "team", "url": "http://127.0.0.1/"}

    def do_users_info(self, given: Row) -> Row:
        return {"user": {"id": given["user"], "locale": self.locales.get(given["user"], "en-US")}}

    def do_conversations_open(self, given: Row) -> Row:
        return {"channel": {"id": f"D{given['users']}"}}

    def do_chat_postMessage(self, given: Row) -> Row:  # noqa: N802 - Slack's name
        if given["channel"] in self.closed:
            raise Refusal("not_in_channel")
        row = self._message(given)
        row |= {"ts": self.now(), "thread_ts": given.get("thread_ts")}
        self.messages[given["channel"]].append(row)
        return {"ts": row["ts"], "channel": given["channel"], "message": row}

    def do_chat_update(self, given: Row) -> Row:
        found = [row for row in self.messages[given["channel"]] if row["ts"] == given["ts"]]
        if not found:
            raise Refusal("message_not_found")
        found[0]["shown_before"] = found[0].get("shown_before", ()) + (found[0]["text"],)
        found[0].update(self._message(given))
        return {"ts": given["ts"]}

    def do_chat_postEphemeral(self, given: Row) -> Row:  # noqa: N802
        self.ephemerals.append({**self._message(given), "channel": given["channel"], "to": given["user"]})
        return {"message_ts": self.now()}

    def do_conversations_replies(self, given: Row) -> Row:
        rows = [row for row in self.messages[given["channel"]] if given["ts"] in (row["ts"], row.get("thread_ts"))]
        return self._page(rows, given)

    def do_conversations_history(self, given: Row) -> Row:
        return self._page([row for row in self.messages[given["channel"]] if not row.get("thread_ts")][::-1], given)

    def do_views_open(self, given: Row) -> Row:
        if given["trigger_id"] in self.triggers:
            raise Refusal("exchanged_trigger_id")
        self.triggers.add(given["trigger_id"])
        return self.do_views_update({**given, "view_id": f"V{next(self._numbers)}"})

    def do_views_update(self, given: Row) -> Row:
        view = json.loads(given["view"])
        self.faults += faults_of_view(view)
        self.views.append({**view, "id": given["view_id"]})
        return {"view": {"id": given["view_id"]}}

    def do_views_publish(self, given: Row) -> Row:
        self.homes[given["user_id"]] = view = json.loads(given["view"])
        self.faults += faults_of_view(view)
        return {"view": {}}

    def do_files_getUploadURLExternal(self, given: Row) -> Row:  # noqa: N802
        identity = f"F{next(self._numbers)}"
        self.files[identity] = {"id": identity, "name": given["filename"], "length": int(given["length"]), "shares": {}}
        return {"file_id": identity, "upload_url": f"{self.address}/upload/{identity}"}

    def do_files_completeUploadExternal(self, given: Row) -> Row:  # noqa: N802
        for one in json.loads(given["files"]):
            file = self.files[one["id"]]
            if len(file.get("data", b"")) != file["length"]:
                raise Refusal("file_upload_incomplete")
            file["shares"] = {"public": {given["channel_id"]: [{"thread_ts": given.get("thread_ts")}]}}
        return {"files": []}

    def do_files_info(self, given: Row) -> Row:
        if given["file"] not in self.files:
            raise Refusal("file_not_found")
        return {"file": {key: value for key, value in self.files[given["file"]].items() if key != "data"}}

    def do_assistant_threads_setStatus(self, given: Row) -> Row:  # noqa: N802
        self.pane.append({"status": given["status"]})
        return {}

    def do_assistant_threads_setTitle(self, given: Row) -> Row:  # noqa: N802
        self.pane.append({"title": given["title"]})
        return {}

    def do_assistant_threads_setSuggestedPrompts(self, given: Row) -> Row:  # noqa: N802
        self.pane.append({"prompts": json.loads(given["prompts"]), "title": given["title"]})
        return {}

    def _message(self, given: Row) -> Row:
        blocks = json.loads(given.get("blocks") or "[]")
        self.faults += faults_of_message(given.get("text", ""), blocks, sharer=True)
        if given.get("unfurl_links") == "true" or given.get("link_names") == "true":
            self.faults.append("unfurled")
        metadata = json.loads(given.get("metadata") or "{}")
        return {"user": BOT, "bot_id": "BBOT", "text": given["text"], "blocks": blocks, "metadata": metadata}

    def _page(self, rows: list[Row], given: Row) -> Row:
        chosen = [row for row in rows if row["ts"] >= given.get("oldest", "0")]
        start, most = int(given.get("cursor") or 0), int(given.get("limit", 100))
        more = str(start + most) if start + most < len(chosen) else ""
        return {"messages": chosen[start : start + most], "response_metadata": {"next_cursor": more}}
