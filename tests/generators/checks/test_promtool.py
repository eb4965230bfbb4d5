"""promtool and amtool, where they are installed: what they refuse, and what an old build of theirs cannot judge."""

import shutil
from pathlib import Path

import pytest

from generators.checks import Missing, amtool, check_files, promtool, promtool_rules

RULES = """groups:
  - name: a
    rules:
      - alert: Down
        expr: up == 0
        for: 5m
        labels: {severity: critical}
"""
TEST = """rule_files: [rules.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series: [{series: 'up{job="a"}', values: "0+0x10"}]
    alert_rule_test:
      - eval_time: 6m
        alertname: Down
        exp_alerts: [{exp_labels: {severity: critical, job: a}}]
"""
CONFIG = "scrape_configs:\n  - job_name: a\n    static_configs: [{targets: ['a:1']}]\n"
ROUTES = "route: {receiver: a}\nreceivers: [{name: a, webhook_configs: [{url: http://x}]}]\n"

needs_promtool = pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed")
needs_amtool = pytest.mark.skipif(shutil.which("amtool") is None, reason="amtool is not installed")


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text)


@needs_promtool
def test_a_rule_test_is_run(tmp_path: Path) -> None:
    write(tmp_path, rules=RULES, tests=TEST)
    assert promtool_rules.check(tmp_path, ["rules.yml", "tests.yml"]) == []
    write(tmp_path, rules=RULES.replace("5m", "15m"))
    (problem,) = promtool_rules.check(tmp_path, ["rules.yml", "tests.yml"])
    assert problem.path == "tests.yml" and "Down" in problem.message


@needs_promtool
@pytest.mark.parametrize(
    ("old", "new"), [("up == 0", "up = 0"), ("severity: critical", "severity: '{{ nothing }}'"), ("alert:", "alrt:")]
)
def test_a_broken_rule_is_refused(tmp_path: Path, old: str, new: str) -> None:
    write(tmp_path, rules=RULES.replace(old, new))
    assert promtool_rules.check(tmp_path, ["rules.yml"])


@needs_promtool
def test_a_broken_configuration_is_refused(tmp_path: Path) -> None:
    write(tmp_path, prometheus=CONFIG)
    assert promtool.check(tmp_path, ["prometheus.yml"]) == []
    write(tmp_path, prometheus=CONFIG.replace("job_name", "jobname"))
    assert promtool.check(tmp_path, ["prometheus.yml"])


@needs_promtool
def test_what_an_old_build_does_not_know_is_not_called_wrong() -> None:
    text = CONFIG.replace("static_configs: [{targets: ['a:1']}]", "kubernetes_sd_configs: [{role: pod}]")
    (verdict,) = [
        check for check in check_files({"prometheus.yml": text}, heavy=True)["prometheus.yml"] if check.tool == promtool.TOOL
    ]
    assert verdict.passed is not False
    assert verdict.passed or "not checked" in verdict.detail


@needs_amtool
def test_alertmanager_is_judged_by_its_own_tool(tmp_path: Path) -> None:
    write(tmp_path, alertmanager=ROUTES)
    assert amtool.check(tmp_path, ["alertmanager.yml"]) == []
    write(tmp_path, alertmanager=ROUTES.replace("{receiver: a}", "{receiver: b}"))
    assert amtool.check(tmp_path, ["alertmanager.yml"])


@needs_amtool
def test_a_receiver_newer_than_amtool_is_not_called_wrong(tmp_path: Path) -> None:
    write(
        tmp_path, alertmanager=ROUTES.replace("webhook_configs: [{url: http://x}]", "msteamsv2_configs: [{webhook_url_file: /x}]")
    )
    try:
        assert amtool.check(tmp_path, ["alertmanager.yml"]) == []
    except Missing as reason:
        assert "msteamsv2_configs" in str(reason)
