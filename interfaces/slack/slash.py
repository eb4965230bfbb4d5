"""`/sternik ask|generate|path|help`."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interfaces.slack.asked import Asked, plain_text

_KINDS = {"ask": "ask", "zapytaj": "ask", "generate": "form", "generuj": "form", "path": "path", "help": "help", "pomoc": "help"}


@dataclass(frozen=True)
class SlashCommand:
    """What was typed, by whom. `trigger` is new each time somebody types a command, and opens a form."""

    asked: Asked
    trigger: str
    workspace: str


def read_slash(body: Mapping[str, Any]) -> SlashCommand:
    """The command. Words that begin with none of ours are a question."""
    text = plain_text(str(body.get("text") or ""), "")
    first, _, rest = text.partition(" ")
    kind = _KINDS.get(first.lower(), "ask" if text else "help")
    question = rest.strip() if first.lower() in _KINDS else text
    if kind == "form" and not _is_kind(question):
        kind = "ask"  # a file described in words is a wish like any other
        question = text
    workspace = str(body.get("team_id", ""))
    asked = Asked(
        kind,
        workspace,
        str(body.get("channel_id", "")),
        str(body.get("user_id", "")),
        f"{time.time():.6f}",
        question,
        private=True,
        response_url=str(body.get("response_url") or ""),
    )
    return SlashCommand(asked, str(body.get("trigger_id", "")), workspace)


def _is_kind(text: str) -> bool:
    from generators import names

    return not text or text.lower().replace("_", "-") in names()
