"""Thumbs under an answer."""

from agents import Assistant
from errors import NotYours
from interfaces.slack.asked import Asked
from interfaces.slack.calling import Slack
from interfaces.slack.telling import tell
from interfaces.slack.texts import load_texts


def give_feedback(assistant: Assistant, slack: Slack, asked: Asked, language: str) -> None:
    """Remember what the asker thinks of the answer; nobody else's thumb counts."""
    words = load_texts(language)
    person, _, name = str(asked.extra["conversation"]).partition(" ")
    if person != asked.person:
        tell(slack, asked, {"text": words.not_your_answer})
        return
    conversations = assistant.library.conversations
    try:
        conversations.give_feedback(conversations.get(person, name), int(asked.extra["turn"]), bool(asked.extra["helpful"]))
    except NotYours:
        tell(slack, asked, {"text": words.gone})
        return
    tell(slack, asked, {"text": words.thanks})
