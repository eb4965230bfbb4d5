"""What an administrator meets: the manifest, the settings, their messages, the words."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from errors import BadSetting
from interfaces.cli import main
from interfaces.slack.manifest import EVENTS, SCOPES, manifest
from interfaces.slack.texts import load_texts
from settings import Settings
from tests.interfaces.slack.payloads import message
from tests.interfaces.slack.slack_server import SlackServer
from tests.interfaces.slack.waiting import until
from tests.interfaces.slack.workspace import Workspace

ROOT = Path(__file__).parents[3]
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "interfaces/slack").glob("*.py") if path.stem != "manifest")
# Methods that need no scope, and the scope of each other one.
FREE = {"auth.test", "views.open", "views.update", "views.publish"}
NEEDED = {
    "chat.postMessage": {"chat:write"},
    "chat.postEphemeral": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.replies": {"channels:history", "groups:history"},
    "conversations.history": {"im:history"},
    "conversations.open": {"im:write"},
    "users.info": {"users:read"},
    "files.info": {"files:read"},
    "files.getUploadURLExternal": {"files:write"},
    "files.completeUploadExternal": {"files:write"},
    "assistant.threads.setStatus": {"assistant:write"},
    "assistant.threads.setTitle": {"assistant:write"},
    "assistant.threads.setSuggestedPrompts": {"assistant:write"},
}


def test_the_manifest_asks_for_exactly_the_scopes_of_what_is_called() -> None:
    called = set(re.findall(r'"((?:auth|chat|conversations|users|views|files|assistant)\.[\w.]+)"', SOURCE))
    assert called == NEEDED.keys() | FREE
    assert set(SCOPES) == set().union(*NEEDED.values()) | {"app_mentions:read", "commands"}
    handled = set(re.findall(r'"(app_home_opened|app_mention|assistant_thread_started)"', SOURCE))
    assert handled | {"message.channels", "message.groups", "message.im"} == set(EVENTS)


def test_the_manifest_is_printed_for_socket_mode_and_for_http(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slack", "manifest"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == manifest() and printed["settings"]["socket_mode_enabled"] is True
    assert {"explain_error", "check_config"} == {one["callback_id"] for one in printed["features"]["shortcuts"]}
    address = "https://sternik.example.com/slack/events"
    assert main(["slack", "manifest", "--address", address]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["settings"]["socket_mode_enabled"] is False and json.dumps(printed).count(address) == 3
    assert main(["slack", "manifest", "--address", "http://plain"]) == 1
    assert "http://plain" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "arguments", "told"),
    [
        ({}, [], ["Set SLACK_BOT_TOKEN.", "Set SLACK_APP_TOKEN."]),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, ["--http"], ["Set SLACK_SIGNING_SECRET."]),
        ({"SLACK_BOT_TOKEN": "xapp-secret", "SLACK_APP_TOKEN": "xapp-1"}, [], ["SLACK_BOT_TOKEN does not begin with xoxb-"]),
    ],
)
def test_missing_and_swapped_tokens_are_named_together_and_never_shown(
    given: dict[str, str],
    arguments: list[str],
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert main(["slack", *arguments]) == 1
    error = capsys.readouterr().err
    assert all(line in error for line in told) and "secret" not in error.replace("SLACK_SIGNING_SECRET", "")


def test_names_in_the_place_of_ids_are_refused() -> None:
    with pytest.raises(BadSetting, match="SLACK_CHANNELS='#general'.*C01ABCDEF"):
        Settings.from_env({"SLACK_CHANNELS": "C1, #general"})
    assert Settings.from_env({"SLACK_CHANNELS": "C1, C2,"}).slack_channels == ("C1", "C2")


def test_both_languages_have_the_same_fields_and_blanks() -> None:
    polish, english = vars(load_texts("pl")), vars(load_texts("en"))
    for name, text in english.items():
        assert set(re.findall(r"\{\w+\}", str(text))) == set(re.findall(r"\{\w+\}", str(polish[name]))), name
        assert str(polish[name]) != str(text) or name == "home_title"


def test_the_command_serves_until_it_is_asked_to_end(
    guide_home: Path, home: Path, workspace: Workspace, slack: SlackServer
) -> None:
    shutil.copytree(guide_home, home)
    environment = {
        **os.environ,
        "STERNIK_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "SLACK_API_URL": f"{slack.address}/api",
        "SLACK_BOT_TOKEN": "xoxb-of-the-test",
        "SLACK_APP_TOKEN": "xapp-of-the-test",
    }
    command = [sys.executable, str(ROOT / "tests/interfaces/small_cli.py"), "slack"]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True) as bot:
        until(lambda: slack.connected, 60)
        slack.send(message(workspace, "D1", "U1", "What is Docker?"))
        until(lambda: workspace.of_bot("D1") and workspace.of_bot("D1")[0]["blocks"])
        bot.terminate()
        _, errors = bot.communicate(timeout=30)
    assert bot.returncode == 0 and "of-the-test" not in errors and "Traceback" not in errors
