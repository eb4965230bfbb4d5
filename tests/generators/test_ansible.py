"""What is particular to Ansible projects."""

from typing import Any

import pytest
import yaml

from errors import BadOption
from generators import load, validated


def project(**options: Any) -> dict[str, str]:
    generator = load("ansible")
    return generator.render(validated(generator, options))


def play(**options: Any) -> dict[str, Any]:
    parsed: list[dict[str, Any]] = yaml.safe_load(project(**options)["playbook.yml"])
    return parsed[0]


def modules(tasks: list[dict[str, Any]]) -> list[str]:
    return [key for task in tasks for key in task if "." in key]


def test_a_changed_file_restarts_its_service_through_a_handler() -> None:
    made = play(hosts="mlflow", copy_from="config/mlflow.env", copy_to="/etc/mlflow.env", service="mlflow")
    (task,) = made["tasks"]
    assert made["hosts"] == "mlflow" and made["become"] is True
    assert task["ansible.builtin.copy"] == {
        "src": "config/mlflow.env",
        "dest": "/etc/mlflow.env",
        "owner": "root",
        "group": "root",
        "mode": "0640",
    }
    assert task["notify"] == made["handlers"][0]["name"] == "Restart mlflow"
    assert made["handlers"][0]["ansible.builtin.systemd_service"]["state"] == "restarted"


def test_a_template_is_filled_and_its_folder_is_made() -> None:
    made = play(copy_from="templates/app.conf.j2", copy_to="/etc/app/app.conf")
    assert modules(made["tasks"]) == ["ansible.builtin.file", "ansible.builtin.template"]
    assert "handlers" not in made


def test_an_application_runs_as_a_user_who_cannot_log_in() -> None:
    files = project(repo="https://git.acme.io/ml/api.git", ref="v2.3.0", app_user="model", port=8080)
    made = yaml.safe_load(files["playbook.yml"])[0]
    assert made["vars"] == {
        "app_repo": "https://git.acme.io/ml/api.git",
        "app_version": "v2.3.0",
        "app_dir": "/opt/api",
        "app_user": "model",
        "app_port": 8080,
    }
    assert made["tasks"][0]["ansible.builtin.user"]["shell"] == "/usr/sbin/nologin"
    assert not {"ansible.builtin.shell", "ansible.builtin.command"} & set(modules(made["tasks"]))
    assert "User={{ app_user }}" in files["templates/api.service.j2"]
    assert "Environment=" not in files["templates/api.service.j2"]


def test_a_gpu_node_has_docker_before_the_toolkit_and_reboots_only_when_it_must() -> None:
    files = project(gpu=True, driver=550)
    assert yaml.safe_load(files["playbook.yml"])[0]["roles"] == ["docker", "gpu"]
    tasks = yaml.safe_load(files["roles/gpu/tasks/main.yml"])
    reboot = next(task for task in tasks if "ansible.builtin.reboot" in task)
    assert reboot["when"] == "not gpu_loaded.stat.exists"
    assert yaml.safe_load(files["roles/gpu/defaults/main.yml"]) == {"gpu_driver": "550"}
    assert "nvidia-container-runtime" in files["roles/docker/tasks/main.yml"]


def test_the_password_of_mlflow_is_the_vaults_and_is_not_logged() -> None:
    files = project(hosts="mlflow", mlflow=True)
    assert yaml.safe_load(files["group_vars/mlflow/vault.yml"]) == {"vault_mlflow_db_password": "CHANGE_ME"}
    assert "ansible-vault encrypt group_vars/mlflow/vault.yml" in files["group_vars/mlflow/vault.yml"]
    tasks = yaml.safe_load(files["roles/mlflow/tasks/main.yml"])
    settings = next(task for task in tasks if task["name"] == "Write the settings")
    assert settings["no_log"] is True and settings["ansible.builtin.template"]["mode"] == "0640"


def test_ssh_is_let_in_before_the_firewall_is_switched_on() -> None:
    names = [task["name"] for task in play(open_ports=[8080])["tasks"]]
    assert names.index("Let SSH in") < names.index("Refuse everything else")


def test_collections_that_are_used_are_required_with_their_versions() -> None:
    made = yaml.safe_load(project(users=["anna"], firewall=True)["requirements.yml"])
    assert [item["name"] for item in made["collections"]] == ["ansible.posix", "community.general"]
    assert "requirements.yml" not in project(packages=["htop"])


def test_every_handler_stands_once_and_is_there_for_who_calls_it() -> None:
    files = project(gpu=True, mlflow=True)
    names = [task["name"] for path, text in files.items() if "/handlers/" in path for task in yaml.safe_load(text)]
    assert sorted(names) == ["Restart docker", "Restart mlflow"]


def test_the_inventory_keeps_ranges_and_further_groups() -> None:
    files = project(hosts="gpu", machines=["gpu-[01:04].acme.io"], groups=["web=web-1.acme.io,web-2.acme.io"])
    children = yaml.safe_load(files["inventory.yml"])["all"]["children"]
    assert children == {"gpu": {"hosts": {"gpu-[01:04].acme.io": {}}}, "web": {"hosts": {"web-1.acme.io": {}, "web-2.acme.io": {}}}}
    ini = project(hosts="web", machines=["10.0.0.5"], inventory="ini")
    assert ini["inventory.ini"] == "[web]\n10.0.0.5\n" and "inventory = inventory.ini" in ini["ansible.cfg"]


def test_a_command_is_scheduled_by_its_fields() -> None:
    entry = play(command="/opt/backup/run.sh --full", schedule="30 2 * * 1")["tasks"][0]["ansible.builtin.cron"]
    assert entry["job"] == "/opt/backup/run.sh --full"
    assert [entry[name] for name in ("minute", "hour", "day", "month", "weekday")] == ["30", "2", "*", "*", "1"]


def test_red_hat_gets_its_own_package_manager() -> None:
    assert modules(play(packages=["git"], system="rhel")["tasks"]) == ["ansible.builtin.dnf"]


def test_machines_are_changed_a_few_at_a_time_when_that_is_wished() -> None:
    assert play(packages=["git"], serial=1)["serial"] == 1


@pytest.mark.parametrize(
    ("options", "rule"),
    [
        ({"machines": ["gpu-[08:01].acme.io"]}, "impossible range"),
        ({"machines": ["gpu-[1:010].acme.io", "gpu-[01:010]"]}, "impossible range"),
        ({"hosts": "all"}, "hosts"),
        ({"hosts": "web", "groups": ["web=a-1"]}, "two groups"),
        ({"gpu": True, "system": "rhel"}, "Debian"),
        ({"firewall": True, "system": "rhel"}, "ufw"),
        ({"command": "{{ lookup('pipe', 'id') }}"}, "command"),
        ({"command": "run.sh\n* * * * * id"}, "command"),
        ({"copy_to": "etc/app.env"}, "copy_to"),
        ({"copy_from": "../secret"}, "copy_from"),
        ({"repo": "https://git.acme.io/{{ x }}.git"}, "repo"),
        ({"service": "x; reboot"}, "service"),
        ({"users": ["root:x"]}, "users.0"),
        ({"entry": "app.main:app --reload"}, "entry"),
        ({"artifacts": "s3://x\nExecStart=/bin/sh"}, "artifacts"),
        ({"port": 70000}, "port"),
    ],
)
def test_what_cannot_be_is_refused(options: dict[str, Any], rule: str) -> None:
    with pytest.raises(BadOption, match=rule):
        validated(load("ansible"), options)
