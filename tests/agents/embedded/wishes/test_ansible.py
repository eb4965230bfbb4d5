"""Requests for playbooks, roles and inventories, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("playbook ansible: skopiuj config/mlflow.env na serwery z grupy mlflow do /etc/mlflow.env i zrestartuj usluge mlflow jak sie zmieni",
     {"hosts": "mlflow", "copy_from": "config/mlflow.env", "copy_to": "/etc/mlflow.env", "service": "mlflow", "mlflow": None}),
    ("Playbook please: on the hosts of group inference create the system user model (no login shell), install python3-venv, deploy the app from https://git.acme.io/ml/api.git at tag v2.3.0 into /opt/api, create a systemd unit listening on port 8080 and make sure it is enabled and started. Idempotent, no shell modules where a real module exists. Plus an inventory with inf-1.acme.io and inf-2.acme.io.",
     {"hosts": "inference", "machines": ["inf-1.acme.io", "inf-2.acme.io"], "repo": "https://git.acme.io/ml/api.git", "ref": "v2.3.0", "app_dir": "/opt/api", "app_user": "model", "port": 8080, "packages": ["python3-venv"], "users": None}),
    ("ansible playbook for gpu nodes: nvidia driver and container toolkit, hosts gpu-01 to gpu-04",
     {"gpu": True, "machines": ["gpu-[01:04]"]}),
    ("rola ansible do węzłów GPU: sterownik nvidia 550, hosty gpu01..gpu08.firma.pl",
     {"gpu": True, "driver": 550, "machines": ["gpu[01:08].firma.pl"]}),
    ("playbook instalujący dockera na hostach z grupy ml, użytkownik ssh deploy",
     {"docker": True, "hosts": "ml", "remote_user": "deploy"}),
    ("inventory ansible z grupami gpu (gpu-1, gpu-2) i web (web-1.firma.pl)",
     {"hosts": "gpu", "machines": ["gpu-1", "gpu-2"], "groups": ["web=web-1.firma.pl"]}),
    ("ansible: install nginx, htop and git, open ports 80 and 443 in the firewall on group web",
     {"hosts": "web", "packages": ["nginx", "htop", "git"], "open_ports": [80, 443], "firewall": True, "port": None}),
    ("rola ansible serwer mlflow na porcie 5001, artefakty s3://firma-mlflow",
     {"mlflow": True, "port": 5001, "artifacts": "s3://firma-mlflow"}),
    ("playbook: dodaj uzytkownikow anna i piotr, zapora z otwartymi portami 8080, 9090",
     {"users": ["anna", "piotr"], "open_ports": [8080, 9090]}),
    ("ansible cron job every night at 2:30 that runs /opt/backup/run.sh on group db",
     {"command": "/opt/backup/run.sh", "schedule": "30 2 * * *", "hosts": "db"}),
    ("copy files/nginx.conf to /etc/nginx/nginx.conf on group web and restart nginx when it changes, one host at a time",
     {"copy_from": "files/nginx.conf", "copy_to": "/etc/nginx/nginx.conf", "service": "nginx", "serial": 1, "hosts": "web"}),
    ("ansible playbook for rocky linux: install podman and git on servers 10.0.0.11 and 10.0.0.12",
     {"system": "rhel", "packages": ["podman", "git"], "machines": ["10.0.0.11", "10.0.0.12"]}),
    ("ansible: szablon templates/app.conf.j2 do /etc/app/app.conf i restart usługi app, grupa api",
     {"template": True, "copy_from": "templates/app.conf.j2", "copy_to": "/etc/app/app.conf", "service": "app", "hosts": "api"}),
    ("inventory with hosts web-[01:05].acme.io, ini format",
     {"machines": ["web-[01:05].acme.io"], "inventory": "ini"}),
    ("zmień tag na v2.4.0 i port na 9000",
     {"ref": "v2.4.0", "port": 9000}),
    ("dodaj hosta inf-3.acme.io",
     {"machines": ["inf-3.acme.io"]}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("ansible", message)
    validated(load("ansible"), read)
    assert {name: read.get(name) for name in expected} == expected


def test_copying_a_file_for_mlflow_sets_up_no_server() -> None:
    read = read_options("ansible", "skopiuj config/mlflow.env do /etc/mlflow.env i zrestartuj mlflow")
    assert not read.keys() & {"packages", "mlflow", "gpu", "docker"}


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("playbook z portem 99999", "port"),
        ("inventory with hosts gpu-[08:01].acme.io", "machines"),
    ],
)
def test_an_impossible_wish_is_refused_by_name(message: str, name: str) -> None:
    with pytest.raises(BadOption) as refused:
        validated(load("ansible"), read_options("ansible", message))
    assert name in str(refused.value) and name in refused.value.polish
