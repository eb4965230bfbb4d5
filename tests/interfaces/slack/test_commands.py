"""Slash commands, buttons, shortcuts, forms, Home and the assistant pane."""

import json
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest

from agents import Assistant
from generators import names
from interfaces.slack.bot import Bot
from interfaces.slack.forms import form
from knowledge import load_paths
from tests.interfaces.slack.limits import faults_of_view
from tests.interfaces.slack.payloads import event, mention, message, pressed, shortcut, slash, submitted
from tests.interfaces.slack.slack_server import SlackServer
from tests.interfaces.slack.test_answers import PIP, answers, contexts_of, text_of
from tests.interfaces.slack.waiting import until
from tests.interfaces.slack.workspace import TEAM, Workspace

Start = Callable[..., Bot]
ME = f"slack:{TEAM}:U1"


@pytest.fixture(autouse=True)
def _nothing_that_slack_would_refuse(workspace: Workspace) -> Iterator[None]:
    yield
    assert workspace.faults == []


def buttons_of(row: dict[str, Any]) -> dict[str, str]:
    return {one["action_id"]: one["value"] for block in row["blocks"] if block["type"] == "actions" for one in block["elements"]}


def test_a_private_answer_is_shared_once_when_its_owner_says_so(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    sent = slack.send(slash(f"ask {PIP}", "U1", slack.address), "slash_commands")
    (seen,) = until(lambda: workspace.ephemerals)
    assert sent.answer == {"response_type": "ephemeral", "text": "Looking for an answer…"}
    assert seen["how"] == "ephemeral" and "cache" in text_of(seen) and workspace.of_bot("C1") == []
    share = pressed("share_answer", buttons_of(seen)["share_answer"], "U1", slack.address)
    for payload in (share, share, {**share, "trigger_id": "another"}):
        slack.send(payload, "interactive")
    opening, answer = answers(workspace, "C1", 2)
    time.sleep(0.5)
    assert PIP in opening["text"] and "<@U1>" in opening["text"] and text_of(answer) == text_of(seen)
    assert len(workspace.of_bot("C1")) == 2 and not buttons_of(answer)


def test_help_and_the_learning_path_come_in_the_asker_s_language(
    workspace: Workspace, slack: SlackServer, start: Start, assistant: Assistant
) -> None:
    start()
    for text in ("", "help", "path", "path start data scientist", "path done docker", "path next", "path start king", "path x"):
        count = len(workspace.ephemerals)
        slack.send(slash(text, "UPL", slack.address), "slash_commands")
        until(lambda count=count: len(workspace.ephemerals) > count)
    help_, same, listed, started, done, following, unknown, usage = (text_of(row) for row in workspace.ephemerals)
    assert help_ == same and "odpowiada na pytania o MLOps" in help_
    assert "`data-scientist`" in listed and "Zaczynasz ścieżkę" in started and "☐" in started
    assert "zrobiony" in done and "Przeczytaj" in following and "„king”" in unknown and "Użycie" in usage
    person = f"slack:{TEAM}:UPL"
    assert assistant.library.learning.current(person).role == "data-scientist"
    assert assistant.library.learning.done(person) == {"docker"} and not assistant.library.learning.done(ME)


def test_a_thumb_counts_for_the_asker_alone(workspace: Workspace, slack: SlackServer, start: Start, assistant: Assistant) -> None:
    start()
    slack.send(mention(workspace, "C1", "U1", PIP))
    (answer,) = answers(workspace, "C1")
    value = buttons_of(answer)["helpful_yes"]
    for user, said in (("U2", "Only the person who asked"), ("U1", "Thank you")):
        count = len(workspace.ephemerals)
        slack.send(pressed("helpful_yes", value, user, slack.address), "interactive")
        until(lambda count=count: len(workspace.ephemerals) > count)
        assert said in workspace.ephemerals[-1]["text"] and workspace.ephemerals[-1]["to"] == user
    slack.send(message(workspace, "C1", "U2", "a thumb makes nobody's words a question", answer["thread_ts"]))
    time.sleep(0.7)
    assert len(workspace.of_bot("C1")) == 1
    rows = assistant.library.conversations._database.read("SELECT user, turn, helpful FROM feedback")
    assert [tuple(row) for row in rows] == [(ME, 0, 1)]


def test_files_come_as_a_snippet_with_their_verdicts(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    asked = mention(workspace, "C1", "U1", "Write a Dockerfile for a FastAPI app on port 9000")
    slack.send(asked)
    (answer,) = answers(workspace, "C1")
    shared = until(lambda: [file for file in workspace.files.values() if file["shares"]])
    assert "hadolint" in text_of(answer) and "✅" in text_of(answer)
    assert len(shared) == 1 and shared[0]["shares"]["public"]["C1"][0]["thread_ts"] == asked["event"]["ts"]
    content = shared[0]["data"]
    if shared[0]["name"].endswith(".zip"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            content = archive.read("Dockerfile")
    assert b"9000" in content


def test_every_form_is_one_that_slack_accepts() -> None:
    for kind in names():
        for language in ("pl", "en"):
            view = form(kind, language)
            assert faults_of_view(view) == [], kind
            assert len(view["blocks"]) > 3


def test_a_form_is_opened_changed_corrected_and_filled_in(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    slack.send(slash("generate dockerfile", "U1", slack.address), "slash_commands")
    (view,) = until(lambda: workspace.views)
    assert json.loads(view["private_metadata"])["kind"] == "dockerfile"
    chosen = {"type": "static_select", "action_id": "form_kind", "selected_option": {"value": "compose"}}
    body = pressed("form_kind", "", "U1", slack.address, view={**view, "hash": "h"}) | {"actions": [chosen]}
    slack.send(body, "interactive")
    until(lambda: len(workspace.views) == 2)
    assert json.loads(workspace.views[1]["private_metadata"])["kind"] == "compose"
    wrong = slack.send(submitted(view, {"port": {"type": "number_input", "value": "70000"}}, "U1"), "interactive")
    until(lambda: wrong.acknowledged)
    assert "70000" in wrong.answer["errors"]["dockerfile/port"] and wrong.answer["response_action"] == "errors"
    right = submitted(view, {"port": {"type": "number_input", "value": "9000"}}, "U1")
    for _ in range(3):
        slack.send(right, "interactive")
    (made,) = answers(workspace, "DU1")
    until(lambda: [file for file in workspace.files.values() if file["shares"]])
    time.sleep(0.5)
    assert "hadolint" in text_of(made) and len(workspace.of_bot("DU1")) == 1 and len(workspace.files) == 1


def test_a_shortcut_explains_an_error_to_one_person(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    said = workspace.say(
        "C1", "U2", "ERROR: Could not find a version that satisfies the requirement torch in GitHub Actions pip cache"
    )
    slack.send(shortcut("explain_error", said, "U1", slack.address), "interactive")
    (seen,) = until(lambda: workspace.ephemerals)
    assert seen["to"] == "U1" and seen["blocks"] and workspace.of_bot("C1") == []
    slack.send(shortcut("unknown", said, "U1", slack.address), "interactive")
    slack.send(message(workspace, "C1", "U1", "thanks, it works now", said["ts"]))
    time.sleep(0.7)
    assert workspace.of_bot("C1") == [] and len(workspace.ephemerals) == 1


def test_who_shares_where_the_bot_may_not_write_is_told_why(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    slack.send(slash(f"ask {PIP}", "U1", slack.address), "slash_commands")
    (seen,) = until(lambda: workspace.ephemerals)
    workspace.closed.add("C1")
    slack.send(pressed("share_answer", buttons_of(seen)["share_answer"], "U1", slack.address), "interactive")
    _, told = until(lambda: len(workspace.ephemerals) == 2 and workspace.ephemerals)
    assert "not_in_channel" in told["text"] and "/invite @Sternik" in told["text"]


def test_a_shortcut_checks_the_code_or_the_file_of_a_message(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    workspace.files["F9"] = {"data": b"FROM python:latest\nRUNN pip install x\n", "shares": {}}
    file = {"name": "Dockerfile", "size": 40, "url_private": f"{slack.address}/private/F9"}
    elsewhere = {**file, "url_private": "http://localhost:9/secret"}
    for said, expected in (
        ({"text": "look: ```services:\n  web:\n    image: nginx:1.27\n```"}, "compose.yaml"),
        ({"text": "", "files": [file]}, "❌ hadolint"),
        ({"text": "", "files": [elsewhere]}, "not kept by Slack"),
        ({"text": "", "files": [{**file, "size": 10**9}]}, "larger than"),
        ({"text": "no code here"}, "no code block"),
        ({"text": "```just words```"}, "cannot tell"),
    ):
        count = len(workspace.ephemerals)
        slack.send(shortcut("check_config", {**said, "ts": "5.0"}, "U1", slack.address), "interactive")
        until(lambda count=count: len(workspace.ephemerals) > count)
        row = workspace.ephemerals[-1]
        assert expected in text_of(row), text_of(row)


def test_home_shows_the_path_and_its_buttons_work(
    workspace: Workspace, slack: SlackServer, start: Start, assistant: Assistant
) -> None:
    start()
    slack.send(event({"type": "app_home_opened", "user": "UPL", "tab": "home"}))
    view = until(lambda: workspace.homes.get("UPL"))
    role = next(path.role for path in load_paths())
    assert buttons_of(view)["path_start_0"] == role and "Twoja ścieżka nauki" in str(view)
    slack.send(pressed("path_start_0", role, "UPL", slack.address), "interactive")
    view = until(lambda: "path_done" in buttons_of(workspace.homes["UPL"]) and workspace.homes["UPL"])
    step = buttons_of(view)["path_done"]
    slack.send(pressed("path_done", step, "UPL", slack.address), "interactive")
    until(lambda: buttons_of(workspace.homes["UPL"])["path_done"] != step)
    assert assistant.library.learning.done(f"slack:{TEAM}:UPL") == {step}
    slack.send(pressed("home_generate", "-", "UPL", slack.address), "interactive")
    assert until(lambda: workspace.views)[0]["submit"]["text"] == "Wygeneruj"


def test_the_assistant_pane_has_prompts_a_status_and_a_title(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    root = workspace.say("DU1", "U1", "New chat")["ts"]
    thread = {"user_id": "U1", "channel_id": "DU1", "thread_ts": root}
    slack.send(event({"type": "assistant_thread_started", "assistant_thread": thread}))
    (prompts,) = until(lambda: workspace.pane)
    assert len(prompts["prompts"]) == 4
    slack.send(message(workspace, "DU1", "U1", PIP, root))
    (answer,) = answers(workspace, "DU1")
    assert workspace.pane[1:] == [{"status": "is searching the library…"}, {"title": PIP}]
    assert answer["thread_ts"] == root and "*Sources*" in contexts_of(answer) and "shown_before" not in answer
    suggested = [value for name, value in buttons_of(answer).items() if name.startswith("ask_")]
    if suggested:
        more = {"channel": {"id": "DU1"}, "container": {"channel_id": "DU1", "thread_ts": root}}
        slack.send(pressed("ask_0", suggested[0], "U1", slack.address, **more), "interactive")
        answers(workspace, "DU1", 2)
