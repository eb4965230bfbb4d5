"""App Home: the learning path, how far one is, and what one asked lately."""

from typing import Any

from agents import Assistant
from interfaces.slack.asked import Asked
from interfaces.slack.blocks import actions, button, contexts, divider, header, section, shortened
from interfaces.slack.calling import Slack
from interfaces.slack.mrkdwn import escape
from interfaces.slack.paths import told_progress
from interfaces.slack.texts import load_texts
from knowledge import Conversation, Learning, LearningPath, load_paths

START, DONE, GENERATE = "path_start", "path_done", "home_generate"
_MOST_RECENT = 10
_MOST_BUTTONS = 25  # in a row
Block = dict[str, Any]


def show_home(assistant: Assistant, slack: Slack, asked: Asked, language: str) -> None:
    """Put the person's own Home in place; a button that was pressed there is carried out first."""
    learning = assistant.library.learning
    if asked.extra.get("start"):
        learning.start(asked.person, asked.extra["start"])
    if asked.extra.get("done"):
        learning.finish(asked.person, asked.extra["done"])
    view = home_view(learning, assistant.library.conversations.recent(asked.person, _MOST_RECENT), asked.person, language)
    slack.call("views.publish", user_id=asked.user, view=view)


def home_view(learning: Learning, recent: list[Conversation], user: str, language: str) -> Block:
    """The view."""
    words = load_texts(language)
    blocks = [header(words.home_title), section(words.home_promise), actions(button(words.home_generate, GENERATE, "-", "primary"))]
    blocks += [divider(), header(words.home_path), *_path(learning, learning.current(user), user, language)]
    blocks += [divider(), header(words.home_recent)]
    blocks += contexts([f"• {shortened(talk.title, 120)}" for talk in recent] or [words.home_nothing])
    return {"type": "home", "blocks": blocks}


def _path(learning: Learning, path: LearningPath | None, user: str, language: str) -> list[Block]:
    words = load_texts(language)
    if path is None:
        roles = load_paths()[:_MOST_BUTTONS]
        buttons = [button(role.title.of(language), f"{START}_{number}", role.role) for number, role in enumerate(roles)]
        return [section(words.home_no_path), actions(*buttons)]
    blocks = [section(told_progress(path, learning.done(user), language))]
    step = learning.next_step(user, path)
    if step is None:
        return [*blocks, section(words.home_finished)]
    told = words.home_next.format(title=escape(step.title.of(language)), hours=step.hours)
    return [*blocks, section(told), section(escape(step.task.of(language))[:2900]), actions(button(words.home_done, DONE, step.id))]
