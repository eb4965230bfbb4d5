"""Forms opened, changed and sent. They live for seconds, so nobody takes them up after a crash."""

import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from errors import SternikError
from interfaces.slack.asked import Asked
from interfaces.slack.calling import Slack
from interfaces.slack.forms import FORM, KIND, faults, filled, form

Body = Mapping[str, Any]
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sent:
    """A form that was sent: what is wrong with it, or the files it asks for."""

    asked: Asked | None = None
    identity: str = ""
    faults: dict[str, str] = field(default_factory=dict)


class Views:
    """The forms of generators."""

    def __init__(self, slack: Slack, language_of: Callable[[str], str]) -> None:
        self._slack = slack
        self._language_of = language_of
        # Slack must not wait for an acknowledgement while we call it.
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="sternik-slack-forms")

    def open(self, kind: str, trigger: str, user: str) -> None:
        """Show the form of a kind. Slack takes a trigger once, so a request that comes again opens nothing."""
        self._pool.submit(self._open, kind, trigger, user)

    def change_kind(self, body: Body) -> None:
        """Show the form of the kind that was chosen in its place."""
        self._pool.submit(self._change_kind, body)

    def close(self) -> None:
        """Finish what is being opened."""
        self._pool.shutdown()

    def _open(self, kind: str, trigger: str, user: str) -> None:
        try:
            view = form(kind, self._language_of(user))
            self._slack.call("views.open", repeatable=False, trigger_id=trigger, view=view)
        except SternikError as error:
            _LOG.warning("A form could not be opened: %s", error)

    def changes_kind(self, body: Body) -> bool:
        """Whether another kind was chosen in a form."""
        actions = body.get("actions")
        return isinstance(actions, list) and any(isinstance(one, dict) and one.get("action_id") == KIND for one in actions)

    def _change_kind(self, body: Body) -> None:
        view = body.get("view") or {}
        chosen = (body["actions"][0].get("selected_option") or {}).get("value", "")
        try:
            _, _, language = filled({**view, "state": {"values": {}}})
            self._slack.call("views.update", view_id=view.get("id"), hash=view.get("hash"), view=form(str(chosen), language))
        except SternikError as error:
            _LOG.warning("A form could not be changed: %s", error)

    def submitted(self, body: Body) -> Sent:
        """What a form asks for; nothing when it is no form of ours."""
        view = body.get("view") or {}
        if view.get("callback_id") != FORM:
            return Sent()
        kind, values, language = filled(view)
        wrong = faults(kind, values, language)
        if wrong:
            return Sent(faults=wrong)
        user = body.get("user") or {}
        team = str(user.get("team_id") or (body.get("team") or {}).get("id", ""))
        asked = Asked("generate", team, "", str(user.get("id", "")), f"{time.time():.6f}", extra={"kind": kind, "options": values})
        return Sent(asked, str(view.get("id", "")))
