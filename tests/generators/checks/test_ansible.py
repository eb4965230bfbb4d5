"""The check of playbooks knows keywords, modules, their arguments and handlers."""

from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import check_files

GOOD = """\
---
- name: Set up
  hosts: web
  become: true
  tasks:
    - name: Copy the settings
      ansible.builtin.copy:
        src: app.env
        dest: /etc/app.env
        mode: "0640"
      notify: Restart app
    - name: Try and recover
      block:
        - name: Look
          ansible.builtin.command: uptime
          changed_when: false
      rescue:
        - name: Say so
          ansible.builtin.debug:
            msg: failed
  handlers:
    - name: Restart app
      ansible.builtin.systemd_service:
        name: app
        state: restarted
"""
TOOL = "own check: Ansible keywords and modules"


def verdict(text: str, path: str = "playbook.yml", **more: str) -> tuple[bool | None, str]:
    found = next(check for check in check_files({path: text, **more})[path] if check.tool == TOOL)
    return found.passed, found.detail


def test_a_good_playbook_passes() -> None:
    assert verdict(GOOD) == (True, "")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  become: true", "  becomes: true", "'becomes' is no keyword of a play"),
        ("  hosts: web", "  hosts: ''", "names no hosts"),
        ("ansible.builtin.copy", "copy", "'copy' is no module by its full name"),
        ("ansible.builtin.copy", "ansible.builtin.copyy", "does not know ansible.builtin.copyy"),
        ("        src: app.env", "        sorce: app.env", "no argument 'sorce'"),
        ("        dest: /etc/app.env\n", "", "needs 'dest'"),
        ("notify: Restart app", "notify: Restart the app", "no handler is called 'Restart the app'"),
        ("      notify: Restart app", "      notfy: Restart app", "exactly one module"),
        ("            msg: failed", "            massage: failed", "no argument 'massage'"),
    ],
)
def test_a_fault_is_found(old: str, new: str, said: str) -> None:
    assert old in GOOD
    passed, detail = verdict(GOOD.replace(old, new, 1))
    assert passed is False and said in detail


def test_a_role_may_call_the_handler_of_another() -> None:
    task = "---\n- name: Write\n  ansible.builtin.file:\n    path: /etc/x\n    state: directory\n  notify: Restart app\n"
    handler = "---\n- name: Restart app\n  ansible.builtin.systemd_service:\n    name: app\n    state: restarted\n"
    tasks = "roles/app/tasks/main.yml"
    assert verdict(task, tasks)[0] is False
    assert verdict(task, tasks, **{"roles/base/handlers/main.yml": handler})[0] is True


def test_other_yaml_is_not_its_business() -> None:
    assert [check.tool for check in check_files({"values.yml": "hosts: web\n"})["values.yml"]] == ["YAML"]


@pytest.mark.parametrize("sample", shared_samples("ansible", "*/playbook.yml"))
def test_it_tells_the_shared_samples_apart(sample: Path) -> None:
    assert (verdict(sample.read_text(encoding="utf-8"))[0] is True) is (sample.parent.name == "valid")
