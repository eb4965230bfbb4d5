"""What varies between served models."""

from typing import Literal

from pydantic import model_validator

from generators.frame import option, refusal, values
from generators.kserve import reading
from generators.kserve.model import ModelOptions
from generators.kubernetes.grammars import LabelKey, LabelValue, RoleArn
from generators.kubernetes.options import NodeOptions
from generators.kubernetes.reading import names, places, secrets, served

STANDARD = ("Standard", "RawDeployment")


class Options(NodeOptions, ModelOptions):
    """The model, how it scales and who may read it."""

    namespace: values.DnsLabel | None = option(
        None, "Namespace of the service.", pl="Przestrzeń nazw usługi.", read=names.namespace
    )
    mode: Literal["Standard", "Knative", "RawDeployment", "Serverless"] | None = option(
        None,
        "Deployment mode; Standard, unless something needs Knative. RawDeployment and Serverless are their old names.",
        pl="Tryb wdrożenia; Standard, chyba że coś wymaga Knative. RawDeployment i Serverless to ich dawne nazwy.",
        words={
            "RawDeployment": ("rawdeployment", "raw deployment", "raw"),
            "Serverless": ("serverless*", "bezserwerow*"),
            "Knative": ("knative*",),
            "Standard": ("standard mode", "tryb* standard*"),
        },
    )
    min_replicas: int = option(
        1,
        "Fewest replicas; 0 scales to zero, which needs Knative.",
        pl="Najmniej replik; 0 oznacza skalowanie do zera i wymaga Knative.",
        read=served.least,
        ge=0,
        le=100,
    )
    max_replicas: int | None = option(
        None,
        "Most replicas; 3 when nothing is said, with a GPU as many as the fewest.",
        pl="Najwięcej replik; bez podania 3, z GPU tyle, co najmniej.",
        read=served.most,
        ge=1,
        le=100,
    )
    scale_metric: Literal["cpu", "memory", "concurrency", "rps"] | None = option(
        None,
        "What scaling looks at; concurrency and rps need Knative.",
        pl="Na co patrzy skalowanie; concurrency i rps wymagają Knative.",
        read=reading.scale_metric,
    )
    scale_target: int | None = option(
        None,
        "Its target: percent, or requests for each pod.",
        pl="Jego cel: procent albo żądania na pod.",
        read=reading.scale_target,
        ge=1,
        le=10_000,
    )
    concurrency: int | None = option(
        None,
        "Requests that a pod works on at once at most; needs Knative.",
        pl="Najwięcej żądań naraz w jednym podzie; wymaga Knative.",
        cues=("containerconcurrency", "container concurrency", "hard limit", "limit wspolbieznosci", "limit rownoczesnych"),
        ge=1,
        le=1000,
    )
    canary: int | None = option(
        None,
        "Percent of the traffic for this version, the rest stays with the one before; needs Knative.",
        pl="Procent ruchu dla tej wersji, reszta zostaje przy poprzedniej; wymaga Knative.",
        read=served.canary,
        ge=0,
        le=100,
    )
    timeout: int | None = option(
        None, "Seconds that a request may take.", pl="Sekundy, które może trwać żądanie.", read=reading.timeout, ge=1, le=3600
    )
    transformer: values.Image | None = option(
        None, "Image of a transformer before the model.", pl="Obraz transformera przed modelem.", read=served.transformer
    )
    logger: values.Url | None = option(
        None,
        "Address that gets copies of requests and answers.",
        pl="Adres, który dostaje kopie żądań i odpowiedzi.",
        cues=("logger", "log*", "kopie zadan"),
    )
    batch: int | None = option(
        None,
        "Requests that are joined into one batch.",
        pl="Żądania łączone w jedną paczkę.",
        cues=("batch", "batcher", "maxbatchsize", "batch size", "paczk*"),
        ge=1,
        le=1024,
    )
    service_account: values.DnsLabel | None = option(
        None,
        "Existing ServiceAccount that may read the model.",
        pl="Istniejące ServiceAccount z dostępem do modelu.",
        read=names.service_account,
    )
    secret: values.DnsLabel | None = option(
        None,
        "Existing Secret with keys of the storage; adds a ServiceAccount that holds it.",
        pl="Istniejący Secret z kluczami do magazynu; dodaje ServiceAccount, które go trzyma.",
        read=secrets.secret,
    )
    role_arn: RoleArn | None = option(
        None,
        "IAM role that may read the model on Amazon EKS; adds a ServiceAccount.",
        pl="Rola IAM z dostępem do modelu w Amazon EKS; dodaje ServiceAccount.",
    )
    private: bool = option(
        False,
        "No address outside of the cluster.",
        pl="Bez adresu poza klastrem.",
        cues=("cluster-local", "cluster local", "internal only", "tylko wewnatrz*", "wewnetrzn*", "private"),
    )
    metrics: bool = option(
        False,
        "Let Prometheus scrape the server.",
        pl="Pozwól Prometheusowi odczytywać metryki serwera.",
        cues=("prometheus*", "metrics", "metryk*", "scrap*"),
    )
    labels: dict[LabelKey, LabelValue] = option(
        {}, "Labels of the service.", pl="Etykiety usługi.", read=places.labels, max_length=10
    )

    @property
    def title(self) -> str:
        """The name."""
        return self.name or served.name_of_uri(self.storage_uri or "") or "model"

    @property
    def most(self) -> int:
        """The most replicas."""
        return self.max_replicas or max(self.min_replicas, 1 if self.gpu else 3)

    @property
    def knative_needs(self) -> tuple[str, ...]:
        """The options that only Knative can fulfil."""
        told = {
            "canary": self.canary is not None,
            "concurrency": self.concurrency is not None,
            "scale_metric": self.scale_metric in ("concurrency", "rps"),
            "min_replicas": self.min_replicas == 0,
        }
        return tuple(name for name, needed in told.items() if needed)

    @property
    def deployment_mode(self) -> str:
        """The mode that the service names."""
        return self.mode or ("Knative" if self.knative_needs else "Standard")

    @model_validator(mode="after")
    def _scaling_fits(self) -> "Options":
        if self.max_replicas is not None and self.min_replicas > self.max_replicas:
            raise refusal(
                f"`min_replicas`: {self.min_replicas} is more than max_replicas, {self.max_replicas}",
                f"`min_replicas`: {self.min_replicas} to więcej niż max_replicas, {self.max_replicas}",
            )
        if self.mode in STANDARD and self.knative_needs:
            first = self.knative_needs[0]
            raise refusal(
                f"`{first}`: the mode {self.mode} cannot do this; choose mode Knative, or leave {first} out",
                f"`{first}`: tryb {self.mode} tego nie potrafi; wybierz mode Knative albo pomiń {first}",
            )
        if self.scale_metric in ("cpu", "memory") and self.scale_target is not None and self.scale_target > 100:
            raise refusal(
                f"`scale_target`: {self.scale_target} percent of {self.scale_metric} is never reached; choose at most 100",
                f"`scale_target`: {self.scale_target} procent {self.scale_metric} nigdy nie zostanie osiągnięte; "
                f"wybierz najwyżej 100",
            )
        return self

    @model_validator(mode="after")
    def _account_is_one(self) -> "Options":
        if self.service_account and (self.secret or self.role_arn):
            raise refusal(
                "`service_account`: an existing account has its rights already; leave secret and role_arn out, or leave it out",
                "`service_account`: istniejące konto ma już swoje prawa; pomiń secret i role_arn albo samo konto",
            )
        return self
