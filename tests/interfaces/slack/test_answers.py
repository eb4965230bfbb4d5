"""Questions in channels, threads and direct messages, answered by the real assistant in a workspace on the loopback."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from agents import Assistant
from interfaces.slack.bot import Bot
from tests.interfaces.slack.payloads import event, mention, message
from tests.interfaces.slack.slack_server import SlackServer
from tests.interfaces.slack.waiting import until
from tests.interfaces.slack.workspace import BOT, TEAM, Workspace

Start = Callable[..., Bot]
PIP = "How do I cache pip packages in GitHub Actions?"


@pytest.fixture(autouse=True)
def _nothing_that_slack_would_refuse(workspace: Workspace):
    yield
    assert workspace.faults == []


def text_of(row: dict[str, Any]) -> str:
    texts = [block["text"]["text"] for block in row["blocks"] if block["type"] == "section"]
    return "\n\n".join(texts) or row["text"]


def contexts_of(row: dict[str, Any]) -> str:
    return "\n".join(one["text"] for block in row["blocks"] if block["type"] == "context" for one in block["elements"])


def answers(workspace: Workspace, channel: str, count: int = 1) -> list[dict[str, Any]]:
    """The bot's messages once there are so many and none says that it is still looking."""

    def settled() -> list[dict[str, Any]]:
        rows = workspace.of_bot(channel)
        return rows if len(rows) >= count and not any(row["text"].endswith("…") and not row["blocks"] for row in rows) else []

    return until(settled)


def quiet(workspace: Workspace, channel: str, seconds: float = 1.0) -> int:
    time.sleep(seconds)
    return len(workspace.of_bot(channel))


def test_a_mention_is_answered_in_a_thread_with_sources(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    asked = mention(workspace, "C1", "U1", PIP)
    envelope = slack.send(asked)
    (answer,) = answers(workspace, "C1")
    assert envelope.acknowledged and answer["thread_ts"] == asked["event"]["ts"]
    assert answer["shown_before"][0] == "Looking for an answer…"
    assert "cache" in text_of(answer) and "[1]" in text_of(answer)
    assert "*Sources*" in contexts_of(answer) and "tools/en/github-actions.md" in contexts_of(answer)


def test_a_direct_message_is_answered_in_polish_where_it_was_asked(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    slack.send(message(workspace, "DUPL", "UPL", "Jak cache'ować pakiety pip w GitHub Actions?"))
    (answer,) = answers(workspace, "DUPL")
    assert not answer["thread_ts"] and answer["shown_before"][0] == "Szukam odpowiedzi…" and "*Źródła*" in contexts_of(answer)


def test_a_followed_thread_needs_no_mention_and_remembers_what_was_asked(
    workspace: Workspace, slack: SlackServer, start: Start, assistant: Assistant
) -> None:
    start()
    asked = mention(workspace, "C1", "U1", PIP)
    slack.send(asked)
    answers(workspace, "C1")
    root = asked["event"]["ts"]
    slack.send(message(workspace, "C1", "U1", "and in Jenkins?", root))
    _, second = answers(workspace, "C1", 2)
    assert "tools/en/jenkins.md" in contexts_of(second)
    slack.send(message(workspace, "C1", "U2", "I had the same problem", root))
    slack.send(message(workspace, "C1", "U1", "<@U2> what did you do?", root))
    slack.send(message(workspace, "C1", "U1", "somewhere else"))
    assert quiet(workspace, "C1") == 2
    talk = assistant.library.conversations.get(f"slack:{TEAM}:U1", f"C1-{root}")
    assert len(assistant.turns(talk)) == 2 and not assistant.library.conversations.recent(f"slack:{TEAM}:U2")


def test_the_same_question_in_all_its_guises_is_answered_once(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    asked = mention(workspace, "C1", "U1", PIP)
    again = event({**asked["event"]})  # the same message under another event id
    as_message = event({**asked["event"], "type": "message", "channel_type": "channel"})
    sent = [slack.send(one) for one in (asked, asked, again, as_message, asked)]
    answers(workspace, "C1")
    assert quiet(workspace, "C1") == 1 and all(envelope.acknowledged for envelope in sent)
    slack.send(asked)
    assert quiet(workspace, "C1") == 1


def test_bots_edits_and_malformed_messages_are_acknowledged_and_ignored(
    workspace: Workspace, slack: SlackServer, start: Start
) -> None:
    start()
    sent = []
    for changes in (
        {"bot_id": "B2"},
        {"subtype": "bot_message", "bot_id": "B2"},
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"subtype": "channel_join"},
        {"edited": {"user": "U1", "ts": "1.0"}},
        {"user": BOT},
        {"user": None},
        {"text": None},
        {"ts": None},
    ):
        asked = message(workspace, "D1", "U1", PIP)
        asked["event"].update(changes)
        sent.append(slack.send(asked))
    until(lambda: all(envelope.acknowledged for envelope in sent))
    assert quiet(workspace, "D1") == 0


def test_malformed_payloads_do_not_end_the_bot(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    until(lambda: slack.connected)
    for text in ("", "not json", "{", "[]", '{"type":"hello"}', '{"type":"events_api"}'):
        slack.send_raw(text)
    for payload in (
        {},
        {"type": "event_callback"},
        {"type": "event_callback", "event": 7},
        event({"type": "message", "user": "U1", "channel": 7, "ts": "1.0", "text": PIP}),
        {"type": "block_actions", "actions": [7]},
    ):
        slack.send(payload)
    slack.send(message(workspace, "D1", "U1", PIP))
    assert len(answers(workspace, "D1")) == 1


def test_only_me_is_seen_by_one_person(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    slack.send(mention(workspace, "C1", "U1", f"only me: {PIP}"))
    (seen,) = until(lambda: workspace.ephemerals)
    assert seen["to"] == "U1" and "cache" in text_of(seen) and "Only you can see" in contexts_of(seen)
    slack.send(message(workspace, "C1", "U1", "and now to my colleagues", "1.0"))
    assert quiet(workspace, "C1") == 0


def test_nothing_in_a_question_or_an_answer_pings_anybody(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    for text in ("<!channel> @here <@U9> &lt;!everyone&gt; hi", "/ <!subteam^S1|@team> `<!here>` what is Docker?", "&lt;@U9&gt;"):
        slack.send(message(workspace, f"D{len(text)}", "U1", text))
        answers(workspace, f"D{len(text)}")
    said = str(workspace.messages)
    assert all(not row["text"].startswith("<") for channel in workspace.messages for row in workspace.of_bot(channel)) and said


def test_who_is_not_allowed_gets_no_answer(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start(slack_workspaces=("T1",), slack_channels=("C1",), slack_users=("U1", "U2"))
    for asked in (
        mention(workspace, "C2", "U1", PIP),
        mention(workspace, "C1", "U3", PIP),
        message(workspace, "D3", "U3", PIP),
        event({**mention(workspace, "C1", "U2", PIP)["event"], "user_team": "T2"}),
    ):
        slack.send(asked)
    slack.send(message(workspace, "D1", "U1", PIP))
    answers(workspace, "D1")
    assert [quiet(workspace, channel, 0.3) for channel in ("C1", "C2", "D3")] == [0, 0, 0]


def test_an_empty_or_endless_question_is_told_so(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    slack.send(mention(workspace, "C1", "U1", "  "))
    slack.send(message(workspace, "D1", "U1", "x" * 20_000))
    (empty,) = answers(workspace, "C1")
    (long,) = answers(workspace, "D1")
    assert "Write what you would like to know" in empty["text"] and "10,000" in long["text"]


def test_a_message_that_overtakes_its_mention_is_answered_after_it(
    workspace: Workspace, slack: SlackServer, start: Start, assistant: Assistant
) -> None:
    start()
    first = mention(workspace, "C1", "U1", PIP)
    second = message(workspace, "C1", "U1", "and in Jenkins?", first["event"]["ts"])
    early = slack.send(second)
    until(lambda: early.acknowledged)
    assert quiet(workspace, "C1", 0.3) == 0
    slack.send(first)
    _, answer = answers(workspace, "C1", 2)
    talk = assistant.library.conversations.get(f"slack:{TEAM}:U1", f"C1-{first['event']['ts']}")
    assert [turn.question for turn in assistant.turns(talk)] == [PIP, "and in Jenkins?"]
    assert "tools/en/jenkins.md" in contexts_of(answer)
