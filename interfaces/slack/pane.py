"""Slack's assistant pane: prompts to begin with, a status while the answer is made, a title."""

from errors import SlackRefused, SlackUnreachable
from interfaces.slack.asked import Asked
from interfaces.slack.calling import Slack
from interfaces.slack.texts import load_texts

_MOST_TITLE = 80


def is_pane(asked: Asked) -> bool:
    """Whether it was asked in the pane: Slack shows it as a thread of the direct message."""
    return asked.in_direct_message and bool(asked.thread) and not asked.private


def welcome(slack: Slack, asked: Asked, language: str) -> None:
    """Four questions to begin with."""
    words = load_texts(language)
    prompts = [{"title": prompt, "message": prompt} for prompt in words.prompts]
    slack.call(
        "assistant.threads.setSuggestedPrompts",
        channel_id=asked.channel,
        thread_ts=asked.thread,
        title=words.pane_title,
        prompts=prompts,
    )


def set_status(slack: Slack, asked: Asked, language: str) -> bool:
    """Say that the answer is being made; False where the thread is an ordinary one. An answer ends the status."""
    status = load_texts(language).status
    try:
        slack.call("assistant.threads.setStatus", channel_id=asked.channel, thread_ts=asked.thread, status=status)
    except (SlackRefused, SlackUnreachable):
        return False
    return True


def set_title(slack: Slack, asked: Asked) -> None:
    """Name the thread after its first question; without a name it is as good."""
    title = " ".join(asked.text.split())[:_MOST_TITLE]
    try:
        slack.call("assistant.threads.setTitle", channel_id=asked.channel, thread_ts=asked.thread, title=title)
    except (SlackRefused, SlackUnreachable):
        return
