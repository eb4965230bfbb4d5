"""Exactly once, whatever happens: the small version of `benchmarks/slack.py`."""

from pathlib import Path

from tests.interfaces.slack.exactly_once import Trial, run


def test_each_of_many_events_is_answered_once_though_bots_are_killed(home: Path) -> None:
    home.mkdir()
    trial = Trial(home, events=120, kills=5, seed=7)
    workspace = run(trial, most_seconds=120)
    assert trial.lost == [] and trial.doubled == []
    assert trial.answered[1] + trial.apologies == 120 and trial.apologies <= 5 and trial.duplicates > 24
    assert workspace.faults == [] and trial.interrupted  # otherwise nothing was tried
