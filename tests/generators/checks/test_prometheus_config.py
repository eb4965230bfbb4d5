"""Configurations, rules and rule tests that Prometheus would refuse."""

import re
from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import prometheus_config

GOOD = """global:
  scrape_interval: 15s
rule_files: [rules.yml]
alerting:
  alertmanagers:
    - static_configs: [{targets: ["am:9093"]}]
scrape_configs:
  - job_name: api
    static_configs: [{targets: ["api:8000"], labels: {team: a}}]
  - job_name: pods
    kubernetes_sd_configs: [{role: pod}]
    relabel_configs:
      - source_labels: [__meta_kubernetes_namespace]
        action: keep
        regex: ml
"""

BROKEN = [
    ("15s", "15sec", "scrape_interval"),
    ("job_name: pods", "job_name: api", "two scrape jobs"),
    ("action: keep", "action: keeep", "keeep"),
    ("role: pod}", "role: pods}", "pods"),
    ("relabel_configs:", "relabel_config:", "relabel_config"),
    ('static_configs: [{targets: ["api', 'static_config: [{targets: ["api', "static_config"),
    ("labels: {team: a}", "labels: {team-a: a}", "team-a"),
]


def faults(folder: Path, path: str, text: str) -> list[str]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    assert prometheus_config.wants(path, text), f"prometheus_config does not want {path}"
    return [problem.message for problem in prometheus_config.check(folder, [path])]


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, "prometheus.yml", GOOD) == []


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_file_is_told_what_is_wrong(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert re.search(said, "\n".join(faults(tmp_path, "prometheus.yml", GOOD.replace(old, new, 1))))


# Broken only in PromQL, which promql-parser judges.
UNSEEN = {"rules_broken_promql"}
RULES = """groups:
  - name: a
    rules:
      - alert: Down
        expr: up == 0
        for: 5m
        annotations: {summary: "{{ $labels.job }} {{ $value | humanizePercentage }}"}
      - record: job:up:sum
        expr: sum by (job) (up)
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("5m", "5m", None),
        ("for: 5m", "fr: 5m", "fr"),
        ("for: 5m", "for: 5 minutes", "for"),
        ("record: job:up:sum", "record: job up", "record"),
        ("        expr: sum by (job) (up)", "        expr: up\n        for: 5m", "rules"),
        ("humanizePercentage", "humanisePercentage", "no function 'humanisePercentage'"),
        ("{{ $labels.job }}", "{{ $labels.job }", "braces do not close"),
    ],
)
@pytest.mark.parametrize("wrapped", [False, True])
def test_rules_are_judged_as_a_file_and_as_an_object(tmp_path: Path, old: str, new: str, said: str | None, wrapped: bool) -> None:
    text = RULES.replace(old, new, 1)
    if wrapped:
        indented = "".join(f"  {line}\n" for line in text.splitlines())
        text = f"apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {{name: a}}\nspec:\n{indented}"
    found = faults(tmp_path, "rules.yml", text)
    assert bool(found) == bool(said) and (said is None or said in "".join(found)), found


@pytest.mark.parametrize("sample", shared_samples("prometheus", "*.yml"))
def test_the_shared_samples_are_judged_right(tmp_path: Path, sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    if not prometheus_config.wants(sample.name, text) or sample.stem in UNSEEN:
        return
    assert (faults(tmp_path, sample.name, text) == []) == ("broken" not in sample.stem)
