"""The Slack bot under fire: `python -m benchmarks.slack`, by hand, about ten minutes.

First 2,000 events, a fifth of them delivered two to four times, reordered, with faults of Slack's own, to two bots that are
killed fifty times: each has to be answered exactly once, or apologized for. Then 50 events a second for a minute to one bot:
how fast they are acknowledged. Bots are processes, Slack is the tests' server on the loopback; what is said comes from a quick
stand-in for the model, since embedded answers to all these questions would take most of the time and measure something else.
"""

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.interfaces.slack.exactly_once import Trial, run, start_bot
from tests.interfaces.slack.payloads import message
from tests.interfaces.slack.slack_server import SlackServer
from tests.interfaces.slack.workspace import Workspace

_RATE, _SECONDS = 50, 60
RESULTS = Path(__file__).parent / "results" / "slack.json"


def exactly_once(home: Path, events: int = 2000, kills: int = 50) -> dict[str, object]:
    """What became of each event."""
    trial = Trial(home, events=events, kills=kills, seed=11)
    begun = time.monotonic()
    workspace = run(trial, most_seconds=1800)
    return {
        "events": events,
        "extra deliveries": trial.duplicates,
        "kills": kills,
        "taken up again": trial.interrupted,
        "answered once": trial.answered[1],
        "apologies": trial.apologies,
        "lost": len(trial.lost),
        "doubled": len(trial.doubled),
        "blocks that Slack would refuse": len(workspace.faults),
        "seconds": round(time.monotonic() - begun),
        "examples": [*trial.lost, *trial.doubled][:10],
    }


def acknowledgement(home: Path, rate: int = _RATE, seconds: int = _SECONDS) -> dict[str, object]:
    """Milliseconds from sending an event to its acknowledgement."""
    workspace = Workspace()
    server = SlackServer(workspace)
    server.start()
    bot = start_bot(Trial(home, events=0, kills=0, seed=0, hold=20.0), server)
    while not server.connected:
        time.sleep(0.1)
    sent = []
    begun = time.monotonic()
    for number in range(rate * seconds):
        sent.append(server.send(message(workspace, f"D{number % 200}", f"U{number % 200}", f"question {number}")))
        time.sleep(max(0.0, begun + (number + 1) / rate - time.monotonic()))
    time.sleep(5)
    bot.kill()
    bot.wait()
    server.stop()
    took = [1000 * (one.acknowledged - one.first_sent) for one in sent if one.acknowledged]
    cuts = statistics.quantiles(took, n=100)
    return {
        "events a second": rate,
        "seconds": seconds,
        "unacknowledged": len(sent) - len(took),
        "p50 ms": round(cuts[49], 1),
        "p99 ms": round(cuts[98], 1),
        "max ms": round(max(took), 1),
    }


def main() -> int:
    """Measure, print, keep."""
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, measure in (("acknowledgement", acknowledgement), ("exactly once", exactly_once)):
            home = Path(folder) / name.replace(" ", "-") / "home"
            home.mkdir(parents=True)
            found[name] = measure(home)
            print(name, json.dumps(found[name], indent=1), flush=True)
    RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
