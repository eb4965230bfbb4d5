"""What varies between playbooks."""

from typing import Literal

from pydantic import model_validator

from generators.ansible import wants, words
from generators.ansible.grammars import Command, Entry, Group, Machine, MoreMachines, Unit, UserName
from generators.frame import GeneratorOptions, option, refusal, values
from generators.frame.schedule import schedule_in


class Options(GeneratorOptions):
    """What a playbook does, where, and as whom; without a wish it sets up Docker hosts."""

    hosts: Group = option(
        "servers", "Group of machines that the playbook is for.", pl="Grupa maszyn, których dotyczy playbook.", read=words.group_in
    )
    machines: tuple[Machine, ...] = option(
        (),
        "Machines of the group, also as ranges: gpu-[01:08].example.com.",
        pl="Maszyny grupy, także jako zakresy: gpu-[01:08].example.com.",
        read=words.machines_in,
        max_length=50,
    )
    groups: tuple[MoreMachines, ...] = option(
        (),
        "Further groups of the inventory: web=web-1.example.com,web-2.example.com.",
        pl="Dalsze grupy inwentarza: web=web-1.example.com,web-2.example.com.",
        read=words.groups_in,
        max_length=10,
    )
    inventory: Literal["yaml", "ini"] = option(
        "yaml",
        "Format of the inventory.",
        pl="Format inwentarza.",
        words={"yaml": ("inventory.yml", "inventory.yaml"), "ini": ("inventory.ini", "hosts.ini")},
    )
    remote_user: UserName = option("ubuntu", "User for SSH.", pl="Użytkownik SSH.", read=words.remote_user_in)
    system: Literal["debian", "rhel"] = option(
        "debian",
        "Family of the system: Debian and Ubuntu, or Red Hat.",
        pl="Rodzina systemu: Debian i Ubuntu albo Red Hat.",
        words={"debian": ("ubuntu*",), "rhel": ("red hat*", "redhat*", "centos*", "rocky*", "alma*", "fedora*", "dnf", "yum")},
    )
    serial: int | None = option(
        None, "How many machines are changed at a time.", pl="Ile maszyn zmieniać naraz.", ge=1, le=100, read=words.serial_in
    )
    roles: bool | None = option(
        None,
        "Divide the tasks into roles; without it only for larger playbooks.",
        pl="Podziel zadania na role; bez tego tylko w większych playbookach.",
        cues=("role*", "roles", "roli", "rolami", "role"),
    )

    docker: bool = option(False, "Install Docker.", pl="Zainstaluj Dockera.", read=wants.docker_in)
    gpu: bool = option(
        False,
        "Install the NVIDIA driver and container toolkit.",
        pl="Zainstaluj sterownik NVIDIA i container toolkit.",
        read=wants.gpu_in,
    )
    driver: int | None = option(
        None, "Branch of the NVIDIA driver.", pl="Gałąź sterownika NVIDIA.", ge=470, le=999, read=wants.driver_in
    )
    mlflow: bool = option(False, "Run an MLflow server.", pl="Uruchom serwer MLflow.", read=wants.mlflow_in)
    repo: values.Url | None = option(
        None, "Git repository of the application to deploy.", pl="Repozytorium Git wdrażanej aplikacji.", read=wants.repo_in
    )
    ref: values.GitRef = option("main", "Branch or tag of the application.", pl="Gałąź lub znacznik aplikacji.", read=wants.ref_in)
    app: Unit = option("api", "Name of the application and of its service.", pl="Nazwa aplikacji i jej usługi.", read=wants.app_in)
    app_dir: values.AbsolutePath | None = option(None, "Folder of the application.", pl="Folder aplikacji.", read=wants.app_dir_in)
    app_user: UserName | None = option(
        None, "System user of the application.", pl="Użytkownik systemowy aplikacji.", read=wants.app_user_in
    )
    entry: Entry = option("app.main:app", "What uvicorn serves.", pl="Co serwuje uvicorn.")
    port: values.Port | None = option(
        None, "Port of the application or of MLflow.", pl="Port aplikacji lub MLflow.", read=wants.port_in
    )
    copy_from: values.Path | None = option(
        None, "File to copy to the machines.", pl="Plik do skopiowania na maszyny.", read=wants.copy_from_in
    )
    copy_to: values.AbsolutePath | None = option(None, "Where it is copied to.", pl="Dokąd jest kopiowany.", read=wants.copy_to_in)
    template: bool = option(
        False, "Fill the file as a template.", pl="Wypełnij plik jako szablon.", cues=("template*", "szablon*", "jinja*")
    )
    service: Unit | None = option(
        None,
        "Service that is restarted when the file changes, or kept running.",
        pl="Usługa restartowana po zmianie pliku albo utrzymywana w działaniu.",
        read=wants.service_in,
    )
    packages: tuple[values.DebianPackage, ...] = option(
        (), "System packages to install.", pl="Pakiety systemowe do zainstalowania.", read=wants.packages_in, max_length=40
    )
    users: tuple[UserName, ...] = option(
        (),
        "People's accounts, each with the key keys/NAME.pub.",
        pl="Konta osób, każde z kluczem keys/NAZWA.pub.",
        read=wants.users_in,
        max_length=20,
    )
    open_ports: tuple[values.Port, ...] = option(
        (),
        "Ports that the firewall lets in besides SSH.",
        pl="Porty wpuszczane przez zaporę oprócz SSH.",
        read=wants.open_ports_in,
        max_length=20,
    )
    firewall: bool = option(False, "Set up the firewall.", pl="Skonfiguruj zaporę.", cues=("ufw", "firewall*", "zapor*"))
    command: Command | None = option(
        None, "Command that cron runs.", pl="Polecenie uruchamiane przez crona.", read=wants.command_in
    )
    schedule: values.Cron | None = option(None, "When cron runs it.", pl="Kiedy cron je uruchamia.", read=schedule_in)
    artifacts: values.StorageUri | None = option(
        None,
        "Where MLflow keeps artifacts, such as s3://acme-mlflow.",
        pl="Gdzie MLflow trzyma artefakty, na przykład s3://firma-mlflow.",
    )

    @model_validator(mode="after")
    def _possible(self) -> "Options":
        if self.gpu and self.system == "rhel":
            raise refusal(
                "the role for GPU nodes is made for Debian and Ubuntu only", "rola dla węzłów GPU jest tylko dla Debiana i Ubuntu"
            )
        if self.open_ports and self.system == "rhel" or self.firewall and self.system == "rhel":
            raise refusal("the firewall is ufw, which is for Debian and Ubuntu only", "zapora to ufw, tylko dla Debiana i Ubuntu")
        names = [self.hosts, *(group.partition("=")[0] for group in self.groups)]
        if len(names) != len(set(names)):
            raise refusal("the inventory has two groups of one name", "inwentarz ma dwie grupy o tej samej nazwie")
        return self

    @property
    def in_roles(self) -> bool:
        """Whether the tasks lie in roles: as asked, otherwise for what is larger than a page."""
        return self.gpu or self.mlflow if self.roles is None else self.roles

    @property
    def app_port(self) -> int:
        """The port of the application."""
        return self.port or 8000

    @property
    def home(self) -> str:
        """The folder of the application."""
        return (self.app_dir or f"/opt/{self.app}").rstrip("/") or f"/opt/{self.app}"
