"""Alertmanager configurations with faults that would silence somebody."""

import re
from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import alertmanager

GOOD = """global:
  smtp_smarthost: smtp.example.com:587
route:
  receiver: mail
  group_by: [alertname]
  repeat_interval: 4h
  routes:
    - matchers: ['severity="critical"', 'team=~"a|b"', env!="dev"]
      receiver: chat
      mute_time_intervals: [nights]
receivers:
  - name: mail
    email_configs:
      - to: a@example.com
  - name: chat
    slack_configs:
      - api_url_file: /run/secrets/slack
        channel: "#ml"
inhibit_rules:
  - source_matchers: ['severity="critical"']
    target_matchers: ['severity="warning"']
    equal: [service]
time_intervals:
  - name: nights
    time_intervals:
      - times: [{start_time: "22:00", end_time: "24:00"}]
"""

BROKEN = [
    ("receiver: chat", "receiver: chta", "no receiver is called 'chta'"),
    ("[nights]", "[night]", "no time interval is called 'night'"),
    ("repeat_interval: 4h", "repeat_interval: 4 hours", "repeat_interval"),
    ("group_by: [alertname]", "group_by: alertname", "group_by"),
    ("channel:", "chanel:", "chanel"),
    ("'severity=\"critical\"', ", "'severity==\"critical\"', ", "matchers"),
    ("name: chat", "name: mail", "two receivers are called 'mail'|no receiver"),
    ('end_time: "24:00"', 'end_time: "25:00"', "end_time"),
    ("  receiver: mail\n", "  matchers: [a=b]\n  receiver: mail\n", "route"),
    ("to: a@example.com", "to: nobody", "email_configs"),
    ("api_url_file: /run/secrets/slack", "api_url_file: /x\n        api_url: https://x", "slack_configs"),
]


def faults(folder: Path, path: str, text: str) -> list[str]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    assert alertmanager.wants(path, text), f"alertmanager does not want {path}"
    return [problem.message for problem in alertmanager.check(folder, [path])]


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, "alertmanager.yml", GOOD) == []


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_file_is_told_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert re.search(said, "\n".join(faults(tmp_path, "alertmanager.yml", GOOD.replace(old, new, 1))))


UNSEEN: set[str] = set()


@pytest.mark.parametrize("sample", shared_samples("alertmanager", "*.yml"))
def test_the_shared_samples_are_judged_right(tmp_path: Path, sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    if not alertmanager.wants(sample.name, text) or sample.stem in UNSEEN:
        return
    assert (faults(tmp_path, sample.name, text) == []) == ("broken" not in sample.stem)
