"""Slack's documented limits of messages, blocks and views, as a judge."""

import json
import re
from collections.abc import Iterator
from typing import Any

Block = dict[str, Any]
_PINGS = re.compile(r"<!(?:channel|here|everyone|subteam)|(?<!\w)@(?:here|channel|everyone)\b", re.IGNORECASE)
_USER = re.compile(r"<@[A-Z0-9]+>")
_MOST = {"section": 3000, "header": 150, "context": 3000, "button": 75, "option": 75, "label": 2000, "title": 24}


def faults_of_message(text: str, blocks: list[Block], *, sharer: bool = False) -> list[str]:
    """What Slack would refuse, and what would ping somebody."""
    faults = [] if len(text) <= 40_000 else [f"text of {len(text)} characters"]
    faults += [] if text else ["no text for notifications"]
    faults += [] if len(blocks) <= 50 else [f"{len(blocks)} blocks"]
    written = json.dumps(blocks, ensure_ascii=False) + text
    faults += [f"ping {found!r}" for found in _PINGS.findall(written)]
    if not sharer:
        faults += [f"ping {found!r}" for found in _USER.findall(written)]
    return faults + [fault for block in blocks for fault in faults_of_block(block, "message")]


def faults_of_view(view: Block) -> list[str]:
    """The same for a modal or Home."""
    blocks = view.get("blocks", [])
    faults = [] if 0 < len(blocks) <= 100 else [f"{len(blocks)} blocks"]
    if view.get("type") == "modal":
        faults += [fault for key in ("title", "submit", "close") for fault in _plain(view.get(key), 24, key)]
        faults += [] if len(view.get("private_metadata", "")) <= 3000 else ["private_metadata"]
    identities = [block["block_id"] for block in blocks if "block_id" in block]
    faults += [] if len(identities) == len(set(identities)) else ["a block_id twice"]
    return faults + [fault for block in blocks for fault in faults_of_block(block, str(view.get("type")))]


def faults_of_block(block: Block, surface: str) -> Iterator[str]:
    match block.get("type"):
        case "section":
            yield from _text(block.get("text"), 3000)
        case "header":
            yield from _plain(block.get("text"), 150, "header")
        case "context":
            elements = block.get("elements", [])
            yield from [] if 1 <= len(elements) <= 10 else [f"context of {len(elements)}"]
            yield from (fault for element in elements for fault in _text(element, 3000))
        case "actions":
            yield from _actions(block)
        case "divider":
            pass
        case "input" if surface == "modal":
            yield from _plain(block.get("label"), 2000, "label")
            yield from _plain(block["hint"], 2000, "hint") if "hint" in block else []
            yield from [] if len(block.get("block_id", "")) <= 255 else ["block_id"]
            yield from _element(block["element"])
        case other:
            yield f"block {other!r} in a {surface}"


def _actions(block: Block) -> Iterator[str]:
    elements = block.get("elements", [])
    yield from [] if 1 <= len(elements) <= 25 else [f"actions of {len(elements)}"]
    identities = [element.get("action_id") for element in elements]
    yield from [] if len(set(identities)) == len(identities) else ["an action_id twice"]
    for element in elements:
        yield from _element(element)


def _element(element: Block) -> Iterator[str]:
    yield from [] if 1 <= len(element.get("action_id", "")) <= 255 else ["action_id"]
    match element.get("type"):
        case "button":
            yield from _plain(element.get("text"), 75, "button")
            yield from [] if len(element.get("value", "")) <= 2000 else ["value of a button"]
        case "static_select" | "multi_static_select":
            yield from _options(element, 100)
        case "checkboxes":
            yield from _options(element, 10)
        case "plain_text_input":
            yield from [] if len(element.get("initial_value", "")) <= 3000 else ["initial_value"]
            yield from [] if 1 <= element.get("max_length", 3000) <= 3000 else ["max_length"]
        case "number_input":
            yield from [] if isinstance(element.get("is_decimal_allowed"), bool) else ["is_decimal_allowed"]
        case other:
            yield f"element {other!r}"


def _options(element: Block, most: int) -> Iterator[str]:
    options = element.get("options", [])
    yield from [] if 1 <= len(options) <= most else [f"{len(options)} options"]
    for option in options:
        yield from _plain(option.get("text"), 75, "option")
        yield from [] if 1 <= len(option.get("value", "")) <= 150 else ["value of an option"]
    begun = element.get("initial_options", [element["initial_option"]] if "initial_option" in element else [])
    yield from (f"initial option {one} is no option" for one in begun if one not in options)
    yield from ["empty initial_options"] if element.get("initial_options") == [] else []


def _text(text: Any, most: int) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") not in ("mrkdwn", "plain_text"):
        yield f"text object {text!r}"
    elif not 1 <= len(text.get("text", "")) <= most:
        yield f"text of {len(text['text'])} characters, {most} are the most"
    elif text["type"] == "mrkdwn" and text.get("verbatim") is not True:
        yield "text that Slack would search for names"


def _plain(text: Any, most: int, what: str) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") != "plain_text":
        yield f"{what} is no plain text: {text!r}"
    elif not 1 <= len(text.get("text", "")) <= most:
        yield f"{what} of {len(text['text'])} characters, {most} are the most"
