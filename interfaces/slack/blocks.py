"""Slack's blocks, built within its limits."""

from collections.abc import Sequence
from typing import Any

from interfaces.slack.mrkdwn import escape

Block = dict[str, Any]
_MOST_LABEL = 75
_MOST_CONTEXT = 10
_MOST_VALUE = 2000


def section(mrkdwn: str) -> Block:
    """A paragraph. `verbatim`: Slack must not look for names and addresses in it by itself."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": mrkdwn, "verbatim": True}}


def header(text: str) -> Block:
    """A title in plain text."""
    return {"type": "header", "text": plain(text, 150)}


def contexts(lines: Sequence[str]) -> list[Block]:
    """Small print, ten lines a block."""
    elements = [{"type": "mrkdwn", "text": line, "verbatim": True} for line in lines]
    return [
        {"type": "context", "elements": elements[start : start + _MOST_CONTEXT]} for start in range(0, len(elements), _MOST_CONTEXT)
    ]


def actions(*buttons: Block) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(buttons)}


def button(label: str, action: str, value: str, style: str = "") -> Block:
    """A button; `value` comes back when it is pressed."""
    if len(value) > _MOST_VALUE:
        raise ValueError(f"the value of the button {action} has {len(value)} characters")
    made: Block = {"type": "button", "text": plain(label, _MOST_LABEL), "action_id": action, "value": value}
    return {**made, "style": style} if style else made


def divider() -> Block:
    """A line."""
    return {"type": "divider"}


def plain(text: str, most: int) -> Block:
    """Plain text, cut to a length; Slack refuses an empty one."""
    shown = " ".join(text.split()) or "–"
    return {"type": "plain_text", "text": shown if len(shown) <= most else shown[: most - 1] + "…", "emoji": False}


def shortened(text: str, most: int) -> str:
    """One escaped line of at most so many characters before escaping."""
    line = " ".join(text.split())
    return escape(line if len(line) <= most else line[: most - 1] + "…")


def length(block: Block) -> int:
    """How much text a block holds."""
    inner = [block.get("text"), *block.get("elements", ())]
    texts = [part.get("text", "") if isinstance(part, dict) else "" for part in inner]
    return sum(len(text) if isinstance(text, str) else len(text.get("text", "")) for text in texts)
