"""A Compose project: an application with the services that it needs, their configuration and a list of secrets."""

from typing import Any, Literal

from pydantic import model_validator

from generators.compose import reading, reading_ports, reading_running
from generators.compose.application import application, worker
from generators.compose.backing import backing_service, helpers
from generators.compose.configs import config_files
from generators.compose.plan import Plan, plan
from generators.compose.reasons import WHY
from generators.compose.services import OWNER, Door, Service
from generators.frame import Files, GeneratorOptions, option, refusal, to_yaml, values

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Projekt Compose: aplikacja z usługami, których potrzebuje, ich konfiguracją i listą sekretów."
CUES = ("docker-compose*", "docker compose*", "compose*", "plik compose", "stack* docker*")
ABOUT = ()
_TAKEN = {*OWNER.values(), "worker", "minio-bucket", "kibana-user"}


class Options(GeneratorOptions):
    """What varies between projects."""

    name: values.DnsLabel = option(
        "app", "Name of the application and of the project.", pl="Nazwa aplikacji i projektu.", read=reading.name
    )
    app: Literal["service", "job", "none"] = option(
        "service",
        "Your own part: a service on a port, a job that ends, or none, for backing services alone.",
        pl="Twoja część: usługa na porcie, zadanie, które się kończy, lub nic, gdy potrzebne są same usługi pomocnicze.",
        read=reading.app,
    )
    image: values.Image | None = option(
        None,
        "Image of the application; it is built when none is given.",
        pl="Obraz aplikacji; bez podania jest budowany.",
        read=reading.image,
    )
    build: values.Path | None = option(
        None, "Folder with the application's Dockerfile.", pl="Katalog z plikiem Dockerfile aplikacji.", read=reading.build
    )
    port: values.Port = option(
        8000, "Port that the application listens on.", pl="Port, na którym słucha aplikacja.", read=reading_ports.app_port
    )
    host_port: values.Port | None = option(
        None,
        "Port of this machine that leads to the application, when it is another.",
        pl="Port tego komputera prowadzący do aplikacji, jeśli inny.",
        read=reading_ports.host_port,
    )
    health: values.UrlPath = option(
        "/health",
        "Path that answers when the application is healthy.",
        pl="Ścieżka, która odpowiada, gdy aplikacja działa.",
        read=reading_running.health,
    )
    metrics: values.UrlPath = option(
        "/metrics", "Path of the application's metrics.", pl="Ścieżka metryk aplikacji.", cues=("metric*", "metryk*")
    )
    services: tuple[Service, ...] = option(
        (), "The backing services.", pl="Usługi pomocnicze.", read=reading.services, max_length=18
    )
    without: tuple[Service, ...] = option(
        (), "Services to leave out again.", pl="Usługi, których ma już nie być.", read=reading.without, max_length=18
    )
    ports: dict[Door, values.Port] = option(
        {},
        "Ports of this machine that lead to backing services, by service; naming one adds the service.",
        pl="Porty tego komputera prowadzące do usług pomocniczych, według usługi; podanie portu dodaje usługę.",
        read=reading_ports.service_ports,
    )
    versions: dict[Service, values.ImageTag] = option(
        {}, "Versions of services, such as postgres 16.", pl="Wersje usług, na przykład postgres 16.", read=reading.versions
    )
    database: values.Identifier = option(
        "app", "Name of the database and of its user.", pl="Nazwa bazy danych i jej użytkownika.", read=reading.database
    )
    artifacts: values.StorageUri | None = option(
        None,
        "Bucket in which MLflow keeps its files, such as s3://acme-mlflow.",
        pl="Bucket, w którym MLflow trzyma pliki, na przykład s3://firma-mlflow.",
        read=reading.artifacts,
    )
    notebooks: values.Path = option(
        "notebooks", "Folder of the notebooks on this machine.", pl="Katalog notatników na tym komputerze.", read=reading.notebooks
    )
    mounts: dict[values.Path, values.AbsolutePath] = option(
        {},
        "Folders of this machine that the application sees, and where.",
        pl="Katalogi tego komputera widoczne dla aplikacji i miejsca, w których je widzi.",
        read=reading_running.mounts,
    )
    env: dict[values.EnvName, values.Text] = option(
        {},
        "Environment variables of the application.",
        pl="Zmienne środowiskowe aplikacji.",
        read=reading_running.env,
        max_length=20,
    )
    secrets: tuple[values.EnvName, ...] = option(
        (),
        "Secrets that the application reads from its environment; their values are kept in .env.",
        pl="Sekrety, które aplikacja czyta ze środowiska; ich wartości są w .env.",
        read=reading_running.secrets,
        max_length=20,
    )
    env_file: values.Path | None = option(
        None,
        "File with more variables for the application.",
        pl="Plik z dalszymi zmiennymi aplikacji.",
        read=reading_running.env_file,
    )
    command: tuple[values.Text, ...] = option(
        (),
        "Command of the application instead of its image's.",
        pl="Polecenie aplikacji zamiast polecenia z obrazu.",
        read=reading_running.command,
        max_length=20,
    )
    worker_command: values.CommandLine = option(
        "python worker.py", "Command of the worker.", pl="Polecenie workera.", read=reading_running.worker_command
    )
    replicas: int = option(
        1, "Copies of the application.", pl="Liczba kopii aplikacji.", ge=1, le=20, read=reading_running.replicas
    )
    worker_replicas: int = option(
        1, "Copies of the worker.", pl="Liczba kopii workera.", ge=1, le=50, read=reading_running.worker_replicas
    )
    memory: values.Memory | None = option(
        "2Gi", "Most memory of the application.", pl="Najwięcej pamięci dla aplikacji.", read=reading_running.memory
    )
    cpus: float | None = option(
        None,
        "Most processors of the application.",
        pl="Najwięcej procesorów dla aplikacji.",
        gt=0,
        le=256,
        cues=("cpu*", "procesor*", "rdzen*", "cores"),
    )
    gpu: bool = option(
        False,
        "Reserve GPUs for the application, or for notebooks without one.",
        pl="Zarezerwuj GPU dla aplikacji, a bez niej dla notatników.",
        read=reading_running.gpu,
    )
    gpu_count: int = option(
        0, "How many GPUs; 0 means all.", pl="Ile kart GPU; 0 oznacza wszystkie.", ge=0, le=16, read=reading_running.gpu_count
    )
    healthchecks: bool = option(
        True,
        "Check health and start each service when those before it are ready.",
        pl="Sprawdzaj zdrowie i uruchamiaj usługę, gdy poprzednie są gotowe.",
        cues=("healthcheck*", "health check*", "health-check*"),
    )
    reach: Literal["app", "local", "all"] = option(
        "app",
        "From where ports are reached: only the application from everywhere (app), nothing (local), everything (all).",
        pl="Skąd dostępne są porty: zewsząd tylko aplikacja (app), nic (local) lub wszystko (all).",
        read=reading_running.reach,
    )
    restart: Literal["unless-stopped", "always", "on-failure", "no"] = option(
        "unless-stopped",
        "When a service is started again.",
        pl="Kiedy usługa jest uruchamiana ponownie.",
        read=reading_running.restart,
    )
    network: values.DnsLabel | None = option(
        None,
        "Network of its own, by name.",
        pl="Własna sieć o tej nazwie.",
        cues=("network called", "network named", "siec o nazwie", "sieci o nazwie", "network:"),
    )
    file: Literal["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"] = option(
        "compose.yaml", "Name of the file.", pl="Nazwa pliku.", read=reading.file
    )

    @model_validator(mode="after")
    def _possible(self) -> "Options":
        if self.name in _TAKEN:
            raise refusal(
                f"{self.name!r} is the name of a backing service; give the application another",
                f"{self.name!r} to nazwa usługi pomocniczej; nazwij aplikację inaczej",
            )
        if self.app == "none" and not plan(self).services:
            raise refusal(
                "a project needs an application or at least one service", "projekt musi mieć aplikację lub choć jedną usługę"
            )
        both = plan(self).twice_used_port
        if both:
            raise refusal(f"port {both} is given to two services", f"port {both} jest podany dla dwóch usług")
        return self


def render(options: Options) -> Files:
    """The Compose file, and every file that it points at."""
    project = plan(options)
    services: dict[str, Any] = {}
    if options.app != "none":
        services[options.name] = application(project)
    services |= {name: worker(project) if name == "worker" else backing_service(project, name) for name in project.services}
    services |= helpers(project)
    return {options.file: to_yaml(_whole(project, services)), **config_files(project)}


def _whole(project: Plan, services: dict[str, Any]) -> dict[str, Any]:
    options = project.options
    for body in services.values():
        if body.get("restart") == "unless-stopped":
            body["restart"] = options.restart
        if options.network:
            body["networks"] = [options.network]
    mounted = [volume.partition(":")[0] for body in services.values() for volume in body.get("volumes", [])]
    named: dict[str, dict[str, str]] = {name: {} for name in mounted if not name.startswith((".", "/"))}
    whole: dict[str, Any] = {"name": options.name, "services": services}
    whole |= {"volumes": named} if named else {}
    return whole | ({"networks": {options.network: {}}} if options.network else {})
