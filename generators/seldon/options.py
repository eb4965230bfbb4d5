"""What varies between models on Seldon Core."""

from typing import Literal

from pydantic import model_validator

from generators.frame import option, refusal, values
from generators.kubernetes.grammars import LabelKey, LabelValue, ModelUri, WorkloadName
from generators.kubernetes.options import NodeOptions
from generators.kubernetes.reading import names, numbers, places, secrets, served
from generators.seldon import reading
from generators.seldon.model import ModelOptions, beside


class Options(NodeOptions, ModelOptions):
    """The model, how it scales, and what runs beside it."""

    namespace: values.DnsLabel | None = option(
        None, "Namespace of the resources.", pl="Przestrzeń nazw zasobów.", read=names.namespace
    )
    api: Literal["v1", "v2"] | None = option(
        None,
        "Version of Seldon Core; 1, unless a pipeline is wanted, which only 2 has.",
        pl="Wersja Seldon Core; 1, chyba że potrzebny jest pipeline, który ma tylko 2.",
        read=reading.api,
    )
    replicas: int | None = option(
        None,
        "Replicas; with version 1 two when nothing is said, with 2 one.",
        pl="Liczba replik; bez podania w wersji 1 dwie, w 2 jedna.",
        read=numbers.replicas,
        ge=1,
        le=100,
    )
    min_replicas: int | None = option(
        None, "Fewest replicas of the autoscaler.", pl="Najmniej replik przy autoskalowaniu.", read=numbers.least, ge=1, le=100
    )
    max_replicas: int | None = option(
        None,
        "Most replicas; naming it adds autoscaling.",
        pl="Najwięcej replik; podanie dodaje autoskalowanie.",
        read=numbers.most,
        ge=1,
        le=100,
    )
    cpu_target: int = option(
        70,
        "Percent of the requested CPU that the autoscaler aims at.",
        pl="Procent żądanego CPU, do którego dąży autoskalowanie.",
        read=numbers.cpu_percent,
        ge=1,
        le=100,
    )
    release: Literal["single", "canary", "ab", "shadow"] = option(
        "single",
        "Whether a second version gets a part of the traffic (canary), half of it (ab) or copies of it (shadow).",
        pl="Czy druga wersja dostaje część ruchu (canary), połowę (ab) czy jego kopie (shadow).",
        read=reading.release,
    )
    second_uri: ModelUri | None = option(
        None,
        "Where the second version lies; the next number when nothing is said.",
        pl="Gdzie leży druga wersja; bez podania następny numer.",
        read=reading.second_uri,
    )
    traffic: int | None = option(
        None,
        "Percent for the second version; canary 10, ab 50, shadow 100.",
        pl="Procent dla drugiej wersji; canary 10, ab 50, shadow 100.",
        read=reading.traffic,
        ge=1,
        le=100,
    )
    transformer: values.Image | None = option(
        None,
        "Image of a transformer before the model, in version 1.",
        pl="Obraz transformera przed modelem, w wersji 1.",
        read=served.transformer,
    )
    steps: tuple[WorkloadName, ...] = option(
        (),
        "Models of a pipeline of version 2, one after the other.",
        pl="Modele pipeline'u wersji 2, jeden po drugim.",
        read=reading.steps,
        max_length=8,
    )
    secret: values.DnsLabel | None = option(
        None,
        "Existing Secret with rclone's access to the storage.",
        pl="Istniejący Secret z dostępem rclone do magazynu.",
        read=secrets.secret,
    )
    service_account: values.DnsLabel | None = option(
        None,
        "ServiceAccount that may read the model, in version 1.",
        pl="ServiceAccount z dostępem do modelu, w wersji 1.",
        read=names.service_account,
    )
    logger: values.Url | None = option(
        None,
        "Address that gets copies of requests and answers, in version 1.",
        pl="Adres, który dostaje kopie żądań i odpowiedzi, w wersji 1.",
        cues=("logger", "log*", "kopie zadan"),
    )
    labels: dict[LabelKey, LabelValue] = option(
        {}, "Labels of the resources.", pl="Etykiety zasobów.", read=places.labels, max_length=10
    )

    @property
    def title(self) -> str:
        """The name of everything; a pipeline is called after its last model."""
        if self.steps and not self.name:
            return f"{self.steps[-1]}-pipeline"
        return self.name or served.name_of_uri(self.model_uri or self.second_uri or "") or "model"

    @property
    def uri(self) -> str:
        """Where the model lies; when only the second version is told, at the number before it."""
        return self.model_uri or (beside(self.second_uri, -1) if self.second_uri else super().uri)

    @property
    def other_uri(self) -> str:
        """Where the second version lies."""
        return self.second_uri or beside(self.uri, 1)

    @property
    def version(self) -> str:
        """The version of Seldon Core."""
        return self.api or ("v2" if self.steps else "v1")

    @property
    def share(self) -> int:
        """Percent for the second version."""
        return self.traffic or {"canary": 10, "ab": 50}.get(self.release, 100)

    @property
    def fewest(self) -> int:
        """The fewest replicas of the autoscaler."""
        return self.min_replicas or min(self.replicas or 1, self.max_replicas or 100)

    @model_validator(mode="after")
    def _numbers_fit(self) -> "Options":
        if self.max_replicas is not None and (self.min_replicas or 1) > self.max_replicas:
            raise refusal(
                f"`min_replicas`: {self.min_replicas} is more than max_replicas, {self.max_replicas}",
                f"`min_replicas`: {self.min_replicas} to więcej niż max_replicas, {self.max_replicas}",
            )
        if self.release in ("canary", "ab") and self.share > 99:
            raise refusal(
                "`traffic`: 100 percent leave nothing for the first version; choose at most 99",
                "`traffic`: 100 procent nie zostawia nic pierwszej wersji; wybierz najwyżej 99",
            )
        return self

    @model_validator(mode="after")
    def _version_fits(self) -> "Options":
        first_only = next((name for name in ("transformer", "logger", "service_account") if getattr(self, name)), None)
        if self.version == "v2" and first_only:
            raise refusal(
                f"`{first_only}`: Seldon Core 2 has no such field; use a pipeline (steps), or choose api v1",
                f"`{first_only}`: Seldon Core 2 nie ma takiego pola; użyj pipeline'u (steps) albo wybierz api v1",
            )
        if self.version == "v1" and self.steps:
            raise refusal(
                "`steps`: only Seldon Core 2 has pipelines; choose api v2, or a transformer",
                "`steps`: pipeline'y ma tylko Seldon Core 2; wybierz api v2 albo transformer",
            )
        if self.steps and (self.release != "single" or len(set(self.steps)) < len(self.steps)):
            raise refusal(
                "`steps`: each model stands once in a pipeline, and a second version belongs to a single model",
                "`steps`: każdy model stoi w pipelinie raz, a druga wersja należy do pojedynczego modelu",
            )
        return self
