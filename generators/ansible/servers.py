"""Docker hosts, GPU nodes and MLflow servers."""

from typing import Any

from generators.ansible.options import Options
from generators.ansible.parts import Part, Task, install, restart, start
from generators.frame import Quoted, fill_around_braces, package, to_json, version

_DOCKER = ["docker-ce", "docker-ce-cli", "containerd.io", "docker-buildx-plugin", "docker-compose-plugin"]
_DISTRIBUTION = "{{ ansible_facts['distribution'] | lower }}"
_RELEASE = "{{ ansible_facts['distribution_release'] }}"


def docker(options: Options) -> Part:
    """Docker from its own repository, with logs that do not fill the disk."""
    daemon: dict[str, Any] = {"log-driver": "local", "live-restore": True}
    if options.gpu:
        daemon["runtimes"] = {"nvidia": {"path": "nvidia-container-runtime", "args": []}}
    written = {
        "dest": "/etc/docker/daemon.json",
        "content": to_json(daemon),
        "owner": "root",
        "group": "root",
        "mode": Quoted("0644"),
    }
    folder = {"path": "/etc/docker", "state": "directory", "owner": "root", "group": "root", "mode": Quoted("0755")}
    joined = {"name": "{{ item }}", "groups": ["docker"], "append": True}
    tasks = [
        *_docker_repository(options),
        {"name": "Make the folder of the settings", "ansible.builtin.file": folder},
        {"name": "Write the settings", "ansible.builtin.copy": written, "notify": "Restart docker"},
        install(options, _DOCKER, "Install Docker"),
        # Members of this group are as good as root, so the list is short.
        {"name": "Let people use Docker", "ansible.builtin.user": joined, "loop": "{{ docker_users }}"},
        start("docker", "Start Docker now and at boot"),
    ]
    return Part(
        "docker", tasks, handlers=[restart("docker")], defaults={"docker_users": list(options.users) or [options.remote_user]}
    )


def _docker_repository(options: Options) -> list[Task]:
    site = "https://download.docker.com/linux"
    if options.system == "rhel":
        repository = {"name": "docker-ce", "description": "Docker", "baseurl": f"{site}/rhel/$releasever/$basearch/stable",
                      "gpgkey": f"{site}/rhel/gpg", "gpgcheck": True}  # fmt: skip
        return [{"name": "Add the repository of Docker", "ansible.builtin.yum_repository": repository}]
    repository = {"name": "docker", "types": ["deb"], "uris": [f"{site}/{_DISTRIBUTION}"], "suites": [_RELEASE],
                  "components": ["stable"], "signed_by": f"{site}/{_DISTRIBUTION}/gpg"}  # fmt: skip
    return [
        install(options, ["ca-certificates", "python3-debian"], "Install what repositories need"),
        {"name": "Add the repository of Docker", "ansible.builtin.deb822_repository": repository},
    ]


def gpu(options: Options) -> Part:
    """The NVIDIA driver, a reboot when it is not loaded yet, and the toolkit that brings GPUs into containers."""
    site = "https://nvidia.github.io/libnvidia-container"
    repository = {"name": "nvidia-container-toolkit", "types": ["deb"], "uris": [f"{site}/stable/deb/$(ARCH)"], "suites": ["/"],
                  "signed_by": f"{site}/gpgkey"}  # fmt: skip
    tasks: list[Task] = [
        install(options, ["nvidia-driver-{{ gpu_driver }}"], "Install the driver"),
        {
            "name": "See whether the driver is loaded",
            "ansible.builtin.stat": {"path": "/proc/driver/nvidia/version"},
            "register": "gpu_loaded",
        },
        {"name": "Reboot into the driver", "ansible.builtin.reboot": {"reboot_timeout": 900}, "when": "not gpu_loaded.stat.exists"},
        {"name": "Add the repository of the container toolkit", "ansible.builtin.deb822_repository": repository},
        install(options, ["nvidia-container-toolkit"], "Install the container toolkit", notify="Restart docker"),
        {"name": "Restart Docker before the check", "ansible.builtin.meta": "flush_handlers"},
        {"name": "See that the GPU answers", "ansible.builtin.command": {"cmd": "nvidia-smi"}, "changed_when": False},
    ]
    return Part(
        "gpu", tasks, handlers=[restart("docker")], defaults={"gpu_driver": Quoted(options.driver or version("nvidia-driver"))}
    )


def mlflow(options: Options) -> Part:
    """MLflow in a virtual environment, as a service of a user of its own, with its password from the vault."""
    defaults = {
        "mlflow_packages": [package("mlflow"), package("psycopg2-binary"), package("boto3")],
        "mlflow_port": options.port or 5000,
        # The names by which people reach it; MLflow refuses requests to any other.
        "mlflow_allowed_hosts": "{{ inventory_hostname }}:{{ mlflow_port }},localhost:*,127.0.0.1:*",
        "mlflow_backend_store_uri": "postgresql://mlflow:{{ vault_mlflow_db_password }}@localhost:5432/mlflow",
        "mlflow_artifacts": options.artifacts or "/var/lib/mlflow/artifacts",
    }
    templates = {f"mlflow.{end}.j2": fill_around_braces(f"ansible/mlflow.{end}.j2") for end in ("env", "service")}
    return Part(
        "mlflow", [*_mlflow_files(options), *_mlflow_service()], handlers=[restart("mlflow")],
        defaults=defaults, templates=templates, secrets=("vault_mlflow_db_password",),
    )  # fmt: skip


def _mlflow_files(options: Options) -> list[Task]:
    account = {"name": "mlflow", "system": True, "home": "/var/lib/mlflow", "create_home": True, "shell": "/usr/sbin/nologin"}
    folder = {"path": "{{ item }}", "state": "directory", "owner": "root", "group": "mlflow", "mode": Quoted("0750")}
    names = ["python3-pip"] if options.system == "rhel" else ["python3-venv", "python3-pip"]
    pip = {"name": "{{ mlflow_packages }}", "virtualenv": "/opt/mlflow/venv", "virtualenv_command": "python3 -m venv"}
    return [
        {"name": "Create the user of the server", "ansible.builtin.user": account},
        {"name": "Make its folders", "ansible.builtin.file": folder, "loop": ["/opt/mlflow", "/etc/mlflow"]},
        install(options, names, "Install Python"),
        {"name": "Install MLflow", "ansible.builtin.pip": pip, "notify": "Restart mlflow"},
    ]


def _mlflow_service() -> list[Task]:
    settings = {
        "src": "mlflow.env.j2",
        "dest": "/etc/mlflow/mlflow.env",
        "owner": "root",
        "group": "mlflow",
        "mode": Quoted("0640"),
    }
    unit = {
        "src": "mlflow.service.j2",
        "dest": "/etc/systemd/system/mlflow.service",
        "owner": "root",
        "group": "root",
        "mode": Quoted("0644"),
    }
    answers = {"url": "http://127.0.0.1:{{ mlflow_port }}/health"}
    return [
        # The file holds the password, which must not be shown as a difference either.
        {"name": "Write the settings", "ansible.builtin.template": settings, "no_log": True, "notify": "Restart mlflow"},
        {"name": "Write the service", "ansible.builtin.template": unit, "notify": "Restart mlflow"},
        start("mlflow", "Start the server now and at boot"),
        {"name": "Restart it now if something changed", "ansible.builtin.meta": "flush_handlers"},
        {"name": "Wait until it answers", "ansible.builtin.uri": answers, "register": "mlflow_health",
         "until": "mlflow_health.status == 200", "retries": 12, "delay": 5},
    ]  # fmt: skip
