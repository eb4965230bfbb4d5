"""Slack itself in trouble: rate limits, faults, slowness, broken connections; and requests that Slack did not sign."""

import hashlib
import hmac
import json
import logging
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from errors import SlackRefused
from interfaces.slack.bot import Bot
from interfaces.slack.serving import http_app
from settings import Settings
from tests.interfaces.slack.conftest import SECRET, TOKENS
from tests.interfaces.slack.payloads import message
from tests.interfaces.slack.slack_server import Fault, SlackServer
from tests.interfaces.slack.test_answers import PIP, answers
from tests.interfaces.slack.waiting import until
from tests.interfaces.slack.workspace import Workspace

Start = Callable[..., Bot]


def once(fault: Fault, wanted: str) -> Callable[[str, dict[str, Any]], Fault | None]:
    """The fault at the first call of a method."""
    left = [fault]
    return lambda method, given: left.pop() if method == wanted and left else None


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.update"])
@pytest.mark.parametrize(
    "fault",
    [Fault(429, retry_after="1"), Fault(500), Fault(500, done=True), Fault(seconds=1.5)],
    ids=["429", "500", "500 done", "slow"],
)
def test_an_answer_comes_once_though_slack_stumbles(
    workspace: Workspace, slack: SlackServer, start: Start, fault: Fault, method: str
) -> None:
    start()
    slack.fault = once(fault, method)
    begun = time.monotonic()
    slack.send(message(workspace, "D1", "U1", PIP))
    answers(workspace, "D1")
    assert fault.status != 429 or time.monotonic() - begun >= 1
    time.sleep(0.5)
    assert len(workspace.of_bot("D1")) == 1


def test_a_message_that_slack_never_takes_is_tried_a_bounded_number_of_times(
    workspace: Workspace, slack: SlackServer, start: Start
) -> None:
    start()
    slack.fault = lambda method, given: Fault(500) if method == "chat.postMessage" else None
    slack.send(message(workspace, "D1", "U1", PIP))
    time.sleep(5)
    assert 2 <= sum(method == "chat.postMessage" for method, _ in slack.calls) <= 10
    slack.fault = lambda method, given: None
    assert len(answers(workspace, "D1")) == 1


def test_a_connection_that_breaks_or_is_moved_is_made_again(workspace: Workspace, slack: SlackServer, start: Start) -> None:
    start()
    for number, interrupt in enumerate((slack.disconnect, slack.say_goodbye)):
        until(lambda: slack.connected)
        interrupt()
        slack.send(message(workspace, f"D{number}", "U1", PIP))
        assert len(answers(workspace, f"D{number}")) == 1


def test_a_wrong_token_is_told_without_being_shown(start: Start, slack: SlackServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(given: dict[str, Any]) -> dict[str, Any]:
        raise __import__("tests.interfaces.slack.workspace", fromlist=["Refusal"]).Refusal("invalid_auth")

    slack.workspace.do_auth_test = refuse
    with pytest.raises(SlackRefused, match=r"auth\.test: invalid_auth") as raised:
        start()
    assert "xoxb" not in str(raised.value)


def test_tokens_stay_out_of_logs_and_of_what_settings_show(
    workspace: Workspace, slack: SlackServer, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    start()
    slack.fault = once(Fault(500), "chat.postMessage")
    slack.send(message(workspace, "D1", "U1", PIP))
    answers(workspace, "D1")
    ours = "\n".join(
        record.getMessage() for record in caplog.records if record.name.startswith(("interfaces", "knowledge", "agents"))
    )
    shown = repr(Settings.from_env({name.upper(): value for name, value in TOKENS.items()}))
    assert not any(token in text for token in TOKENS.values() for text in (ours, shown))


@pytest.fixture
def http(start: Start) -> Iterator[Callable[..., Any]]:
    """Posts a request to the bot as Slack would; what is wrong with it can be given."""
    client = TestClient(http_app(start(socket=False)))

    def post(payload: Any, *, age: float = 0.0, secret: str = SECRET, headers: dict[str, str] | None = None) -> Any:
        body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        at = str(int(time.time() - age))
        signed = hmac.new(secret.encode(), f"v0:{at}:".encode() + body, hashlib.sha256).hexdigest()
        given = {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={signed}", "Content-Type": "application/json"}
        return client.post("/slack/events", content=body, headers=given if headers is None else headers)

    yield post
    client.close()


def test_http_answers_what_slack_has_signed(workspace: Workspace, http: Callable[..., Any]) -> None:
    assert http({"type": "url_verification", "challenge": "abc"}).json() == {"challenge": "abc"}
    asked = message(workspace, "D1", "U1", PIP)
    assert [http(asked).status_code for _ in range(3)] == [200, 200, 200]
    assert len(answers(workspace, "D1")) == 1


def test_http_refuses_forgeries_and_replays(workspace: Workspace, http: Callable[..., Any]) -> None:
    asked = message(workspace, "D1", "U1", PIP)
    refused = [
        http(asked, secret="another"),
        http(asked, age=600),
        http(asked, age=-600),
        http(asked, headers={}),
        http(asked, headers={"X-Slack-Request-Timestamp": "soon", "X-Slack-Signature": "v0=00"}),
        http(b"\xff\xfe", secret="another"),
    ]
    assert all(answer.status_code in (400, 401) for answer in refused), [answer.status_code for answer in refused]
    assert http(b"x" * 1_100_000).status_code == 413
    time.sleep(1)
    assert workspace.of_bot("D1") == []
