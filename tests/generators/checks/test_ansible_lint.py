"""ansible-lint and ansible-inventory, where Ansible is installed."""

from pathlib import Path

import pytest

from generators.checks import ansible_inventory, ansible_lint

PLAYBOOK = """\
---
- name: Set up
  hosts: web
  become: true
  tasks:
    - name: Let the service in
      community.general.ufw:
        rule: allow
        port: "8080"
    - name: Make a folder
      ansible.builtin.file:
        path: /opt/app
        state: directory
        mode: "0755"
"""


pytestmark = pytest.mark.extras


def linted(folder: Path, text: str) -> list[str]:
    (folder / "playbook.yml").write_text(text, encoding="utf-8")
    return [f"{problem.line}: {problem.message}" for problem in ansible_lint.check(folder, ["playbook.yml"])]


def test_a_good_playbook_passes_also_with_a_collection_that_is_not_here(tmp_path: Path) -> None:
    assert linted(tmp_path, PLAYBOOK) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("state: directory", "stat: directory", "stat"),
        ("become: true", "becomes: true", "becomes"),
        ('        mode: "0755"\n', "", "risky"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, old: str, new: str, said: str) -> None:
    problems = linted(tmp_path, PLAYBOOK.replace(old, new, 1))
    assert problems and said in "\n".join(problems)


def test_an_inventory_is_read_as_a_run_would(tmp_path: Path) -> None:
    (tmp_path / "inventory.yml").write_text(
        "all:\n  children:\n    web:\n      hosts:\n        web-[01:03].acme.io: {}\n", encoding="utf-8"
    )
    (tmp_path / "inventory.ini").write_text("[web\nweb-1\n", encoding="utf-8")
    (tmp_path / "hosts.ini").write_text("", encoding="utf-8")
    problems = ansible_inventory.check(tmp_path, ["inventory.yml", "inventory.ini", "hosts.ini"])
    assert {problem.path for problem in problems} == {"inventory.ini", "hosts.ini"}
