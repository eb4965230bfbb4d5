"""Answers as messages: text, verdicts, sources, buttons."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from agents import Answer, Source
from interfaces.slack.blocks import actions, button, contexts, length, section, shortened
from interfaces.slack.mrkdwn import code_block, escape, link, to_mrkdwn
from interfaces.slack.outcome import Message, Outcome, attached
from interfaces.slack.splitting import messages, sections
from interfaces.slack.texts import Texts, load_texts

if TYPE_CHECKING:
    from generators import GeneratedFile, Verdict

FEEDBACK = re.compile(r"^helpful_(yes|no)$")
SHARE = "share_answer"
ASK = re.compile(r"^ask_\d+$")
_MOST_TEXT = 300
_MOST_SHOWN_FILE = 6000
_MOST_DETAIL = 500
Block = dict[str, Any]


def show(answer: Answer, question: str, *, conversation: str, turn: int | None, private: bool, request: str) -> Outcome:
    """An answer as messages; `turn` is its number in the conversation, which the thumbs need."""
    words = load_texts(answer.language)
    hosts = frozenset(filter(None, (urlsplit(source.url or "").hostname for source in answer.sources)))
    parts = to_mrkdwn(answer.text, hosts)
    if answer.notice:
        parts.insert(0, f"_{escape(answer.notice)}_")
    blocks = [section(text) for text in sections([*parts, *told_files(answer.files, words, whole=private)])]
    blocks += contexts([words.only_you]) if private else []
    blocks += _sources(answer.sources, words)
    if answer.suggestions:
        blocks += contexts([escape(words.ask_next)]) + [_suggestions(answer.suggestions)]
    buttons = _buttons(conversation, turn, words)
    if private:
        buttons.append(button(words.share, SHARE, request))
    if buttons:
        blocks.append(actions(*buttons))
    shown = [_message(group, answer.text) for group in messages([(block, length(block)) for block in blocks])]
    return Outcome(shown, attached(answer.files), answer.language, question)


def without_buttons(message: Message) -> Message:
    """A message for others than the one who asked."""
    return {**message, "blocks": [block for block in message.get("blocks", ()) if block["type"] != "actions"]}


def told_files(files: Sequence["GeneratedFile"], words: Texts, *, whole: bool = False) -> list[str]:
    """Each file's name with its verdicts; `whole` with its text too, for where no file can be attached."""
    told = []
    for file in files:
        lines = [f"*{escape(file.path)}*", *(told_verdict(check, words) for check in file.checks)]
        told.append("\n".join(lines))
        if whole and len(file.content) <= _MOST_SHOWN_FILE:
            told.append(code_block(file.content))
    return told


def told_verdict(check: "Verdict", words: Texts) -> str:
    """One validator's word on a file."""
    mark, state = {True: ("✅", words.passed), False: ("❌", words.failed), None: ("➖", words.unchecked)}[check.passed]
    line = f"{mark} {escape(f'{check.tool} {check.version}'.strip())}: {state}"
    detail = check.detail[:_MOST_DETAIL] + ("…" if len(check.detail) > _MOST_DETAIL else "")
    return f"{line}\n{code_block(detail)}" if detail else line


def _message(blocks: list[Block], text: str) -> Message:
    """`text` is what notifications and screen readers say."""
    return {"text": shortened(text, _MOST_TEXT) or "–", "blocks": blocks}


def _sources(sources: Sequence[Source], words: Texts) -> list[Block]:
    return contexts([f"*{words.sources}*", *map(_source, sources)]) if sources else []


def _source(source: Source) -> str:
    name = f"{source.title} › {source.section}" if source.section else source.title
    short = name if len(name) <= 150 else name[:149] + "…"
    if source.url and urlsplit(source.url).scheme in ("http", "https") and len(source.url) < 1000:
        return f"[{source.id}] {link(short, source.url)}"
    return f"[{source.id}] {escape(short)} (`{escape(source.path[:300]).replace('`', '')}`)"


def _suggestions(questions: Iterable[str]) -> Block:
    return actions(*(button(text, f"ask_{number}", text[:2000]) for number, text in enumerate(list(questions)[:5])))


def _buttons(conversation: str, turn: int | None, words: Texts) -> list[Block]:
    if turn is None:
        return []
    value = json.dumps({"conversation": conversation, "turn": turn})
    return [button(words.helpful, "helpful_yes", value), button(words.unhelpful, "helpful_no", value)]
