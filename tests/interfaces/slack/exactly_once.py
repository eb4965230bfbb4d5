"""Many events, some delivered several times, to bots that are killed at random: what became of each."""

import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.interfaces.slack.payloads import mention, message
from tests.interfaces.slack.slack_server import Fault, SlackServer
from tests.interfaces.slack.workspace import Row, Workspace

ROOT = Path(__file__).parents[3]
APOLOGY = "I am sorry"


@dataclass
class Trial:
    """How it is done, and what came of it."""

    home: Path
    events: int
    kills: int
    seed: int
    processes: int = 2
    seconds: float = 0.02
    hold: float = 2.0
    fault_share: float = 0.03
    answered: Counter[int] = field(default_factory=Counter)
    apologies: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    duplicates: int = 0
    interrupted: int = 0


def run(trial: Trial, most_seconds: float) -> Workspace:
    """Send all events while bots die and come back; returns when each has been answered or time is up."""
    chance = random.Random(trial.seed)
    workspace = Workspace()
    server = SlackServer(workspace, again_after=2.0)
    server.fault = lambda method, given: _fault(method, chance, trial.fault_share)
    server.start()
    bots = [start_bot(trial, server) for _ in range(trial.processes)]
    asked = _questions(trial, workspace)
    todo = _with_duplicates(asked, chance, trial)
    killing = sorted(chance.sample(range(len(todo)), trial.kills))
    begun = time.monotonic()
    for number, payload in enumerate(todo):
        server.send(payload)
        if number in killing:
            at = chance.randrange(len(bots))
            time.sleep(chance.uniform(0.0, 0.4))
            bots[at].kill()
            bots[at].wait()
            bots[at] = start_bot(trial, server)
            # Long enough for the new one to begin: one that dies while it starts proves nothing.
            _wait(lambda: server.connected >= len(bots), 20)
    _wait(lambda: _finished(workspace, asked), most_seconds - (time.monotonic() - begun))
    time.sleep(trial.hold + 3.0)  # a second answer would come by then
    for bot in bots:
        bot.kill()
        bot.wait()
    _judge(trial, workspace, asked)
    with closing(sqlite3.connect(trial.home / "sternik.db")) as ledger:
        trial.interrupted = ledger.execute("SELECT count(*) FROM deliveries WHERE attempts > 1").fetchone()[0]
    server.stop()
    return workspace


def start_bot(trial: Trial, server: SlackServer) -> "subprocess.Popen[bytes]":
    """A process of the bot."""
    program = [sys.executable, "-m", "tests.interfaces.slack.small_bot"]
    arguments = [str(trial.home), f"{server.address}/api/", str(trial.seconds), str(trial.hold)]
    with (trial.home.parent / "bots.log").open("ab") as log:
        return subprocess.Popen([*program, *arguments], cwd=ROOT, stderr=log)


def _questions(trial: Trial, workspace: Workspace) -> list[Row]:
    """Half in direct messages, half mentions in channels; a fifth of these in a thread that is there already."""
    made = []
    for number in range(trial.events):
        person, text = f"U{number % 17}", f"question number {number} of all"
        if number % 2:
            made.append(message(workspace, f"D{number % 17}", person, text))
        else:
            root = made[-2]["event"]["ts"] if number % 10 == 8 else ""
            made.append(mention(workspace, f"C{number % 5}", person, text, root))
    return made


def _with_duplicates(asked: list[Row], chance: random.Random, trial: Trial) -> list[Row]:
    """A fifth comes two to four times, each time a little or much later than it should; neighbours change places."""
    placed = [(number + chance.uniform(0, 5), payload) for number, payload in enumerate(asked)]
    for number in chance.sample(range(len(asked)), len(asked) // 5):
        extra = chance.randint(1, 3)
        trial.duplicates += extra
        placed += [(number + chance.uniform(0, 60), asked[number]) for _ in range(extra)]
    return [payload for _, payload in sorted(placed, key=lambda pair: pair[0])]


def _fault(method: str, chance: random.Random, share: float) -> Fault | None:
    if method == "auth.test" or chance.random() >= share:
        return None
    return chance.choice(
        [Fault(429, retry_after="1"), Fault(500), Fault(503, done=True), Fault(seconds=0.5), Fault(502, done=True)]
    )


def _wait(true: Callable[[], object], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _shown(workspace: Workspace, payload: Row) -> list[str]:
    """What stands below a question, of this question."""
    rows = workspace.of_bot(payload["event"]["channel"])
    return [row["text"] for row in rows if row["metadata"]["event_payload"]["request"] == _identity(payload)]


def _identity(payload: Row) -> str:
    return f"message:{payload['event']['channel']}:{payload['event']['ts']}"


def _finished(workspace: Workspace, asked: list[Row]) -> bool:
    texts = [_shown(workspace, payload) for payload in asked[::-1]]
    return all(found and not any(text.startswith("Looking") for text in found) for found in texts)


def _judge(trial: Trial, workspace: Workspace, asked: list[Row]) -> None:
    for payload in asked:
        shown = _shown(workspace, payload)
        apologies = [text for text in shown if text.startswith(APOLOGY)]
        answers = [text for text in shown if f"{payload['event']['text'].split('> ')[-1]}" in text]
        trial.apologies += len(apologies)
        if len(shown) > 1:
            trial.doubled.append(f"{_identity(payload)}: {shown}")
        if len(answers) + len(apologies) == 0:
            trial.lost.append(f"{_identity(payload)}: {shown}")
        trial.answered[len(answers)] += 1
