"""The container: its image, variables, resources and probes."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from generators.frame import GeneratorOptions, option, refusal, values
from generators.kubernetes.grammars import SecretKey, WorkloadName
from generators.kubernetes.reading import images, names, places, ports, secrets


class SecretVariable(BaseModel):
    """A variable that comes from one key of a Secret."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: values.EnvName
    secret: values.DnsLabel
    key: SecretKey


class ContainerOptions(GeneratorOptions):
    """What runs, and with what."""

    name: WorkloadName | None = option(
        None,
        "Name of the workload; without one, it is called after its image.",
        pl="Nazwa; bez podania pochodzi od obrazu.",
        read=names.name,
    )
    image: values.Image | None = option(
        None,
        "Container image; registry.example.com/ml/<name>:0.1.0 when nothing is said.",
        pl="Obraz kontenera; bez podania registry.example.com/ml/<nazwa>:0.1.0.",
        read=images.image,
    )
    port: values.Port = option(
        8000, "Port that the program listens on.", pl="Port, na którym słucha program.", read=ports.container_port
    )
    command: tuple[values.Text, ...] = option(
        (),
        "Command that replaces the image's own, word by word.",
        pl="Polecenie zamiast tego z obrazu, słowo po słowie.",
        read=places.command,
        max_length=30,
    )
    env: dict[values.EnvName, values.Text] = option(
        {},
        "Environment variables with their values.",
        pl="Zmienne środowiskowe z wartościami.",
        read=secrets.variables,
        max_length=40,
    )
    secret: values.DnsLabel | None = option(
        None,
        "Existing Secret whose keys all become environment variables.",
        pl="Istniejący Secret, którego klucze stają się zmiennymi środowiskowymi.",
        read=secrets.secret,
    )
    secret_env: tuple[SecretVariable, ...] = option(
        (),
        "Variables that come from one key of a Secret each (name, secret, key).",
        pl="Zmienne brane z jednego klucza Secretu (name, secret, key).",
        read=secrets.secret_variables,
        max_length=20,
    )
    probe: Literal["http", "tcp", "grpc", "none"] = option(
        "http",
        "How the container's health is asked for.",
        pl="Jak sprawdzane jest zdrowie kontenera.",
        read=places.probe,
    )
    health: values.UrlPath = option(
        "/health",
        "Path that answers when the program is healthy.",
        pl="Ścieżka, która odpowiada, gdy program działa.",
        cues=("health*",),
    )
    readiness: values.UrlPath | None = option(
        None,
        "Path that answers when the pod can take requests; the one of health when nothing is said.",
        pl="Ścieżka gotowości do przyjmowania żądań; bez podania ta sama, co dla zdrowia.",
        cues=("readiness*", "ready*", "gotowosc*", "gotowosci"),
    )
    liveness: values.UrlPath | None = option(
        None,
        "Path that answers while the process is alive; the one of health when nothing is said.",
        pl="Ścieżka żywotności procesu; bez podania ta sama, co dla zdrowia.",
        cues=("liveness*", "live", "zywotnosc*", "zywotnosci"),
    )
    initial_delay: int | None = option(
        None,
        "Seconds before the first probe; a startup probe does without when nothing is said.",
        pl="Sekundy przed pierwszym sprawdzeniem; bez podania zastępuje je startupProbe.",
        cues=("initial delay", "initialdelay*", "initialdelayseconds", "opoznien*", "delay"),
        ge=0,
        le=3600,
    )
    user: int = option(
        10001,
        "Numeric user of the process.",
        pl="Numer użytkownika procesu.",
        cues=("uid", "runasuser", "user id", "uzytkownik*"),
        ge=1,
        le=65534,
    )
    writable: bool = option(
        False,
        "Let the program write into its image's file system, not only into /tmp.",
        pl="Pozwól programowi pisać w systemie plików obrazu, nie tylko w /tmp.",
        cues=("writable*", "zapisywaln*", "bez read-only", "bez readonlyrootfilesystem"),
    )
    metrics: bool = option(
        False,
        "Annotate the pods so that Prometheus scrapes /metrics.",
        pl="Dodaj adnotacje, po których Prometheus odczyta /metrics.",
        cues=("prometheus*", "metrics", "metryk*", "scrap*"),
    )

    @property
    def title(self) -> str:
        """The name of everything that belongs to the workload."""
        return self.name or (images.name_of_image(self.image) if self.image else None) or "model-api"

    @property
    def full_image(self) -> str:
        """The image, with a tag of its own."""
        return self.image or f"registry.example.com/ml/{self.title}:0.1.0"

    @model_validator(mode="after")
    def _variables_stand_once(self) -> "ContainerOptions":
        named = [*self.env, *(variable.name for variable in self.secret_env)]
        twice = next((name for name in named if named.count(name) > 1), None)
        if twice:
            raise refusal(
                f"`secret_env`: {twice} has two values; leave one of them out",
                f"`secret_env`: {twice} ma dwie wartości; zostaw jedną",
            )
        return self
