"""How many pods there are."""

from typing import Literal

from pydantic import model_validator

from generators.frame import GeneratorOptions, option, refusal
from generators.kubernetes.reading import numbers


class ScalingOptions(GeneratorOptions):
    """Replicas, autoscaler, disruption budget."""

    replicas: int | None = option(
        None,
        "Pods to run; 2 when nothing is said, and the autoscaler's business when there is one.",
        pl="Liczba podów; bez podania 2, a przy autoskalowaniu decyduje ono.",
        read=numbers.replicas,
        ge=0,
        le=1000,
    )
    min_replicas: int | None = option(
        None,
        "Fewest pods of the autoscaler; 2 when nothing is said.",
        pl="Najmniej podów przy autoskalowaniu; bez podania 2.",
        read=numbers.least,
        ge=1,
        le=1000,
    )
    max_replicas: int | None = option(
        None,
        "Most pods of the autoscaler; naming it adds a HorizontalPodAutoscaler.",
        pl="Najwięcej podów przy autoskalowaniu; podanie dodaje HorizontalPodAutoscaler.",
        read=numbers.most,
        ge=1,
        le=1000,
    )
    cpu_target: int | None = option(
        None,
        "Percent of the requested CPU that the autoscaler aims at; 70 when nothing is said.",
        pl="Procent żądanego CPU, do którego dąży autoskalowanie; bez podania 70.",
        read=numbers.cpu_percent,
        ge=1,
        le=100,
    )
    memory_target: int | None = option(
        None,
        "Percent of the requested memory that the autoscaler aims at as well.",
        pl="Procent żądanej pamięci, do którego także dąży autoskalowanie.",
        read=numbers.memory_percent,
        ge=1,
        le=100,
    )
    min_available: int | None = option(
        None,
        "Pods that stay while nodes are drained; when nothing is said, one at a time may go.",
        pl="Pody, które zostają podczas opróżniania węzłów; bez podania znikać może jeden naraz.",
        cues=("minavailable", "min available", "minimum dostepn*", "co najmniej dostepn*"),
        ge=1,
        le=999,
    )
    strategy: Literal["rolling", "recreate"] = option(
        "rolling",
        "How a new version replaces the old one.",
        pl="Jak nowa wersja zastępuje starą.",
        words={"rolling": ("rolling*", "rollingupdate", "kroczac*"), "recreate": ("recreate", "odtworzen*")},
    )

    @property
    def usual(self) -> int:
        """The pods when nothing is said: one more than have to stay."""
        return max(2, (self.min_available or 0) + 1)

    @property
    def fewest(self) -> int:
        """The fewest pods of the autoscaler."""
        return self.min_replicas or min(self.replicas or self.usual, self.max_replicas or 1000)

    @property
    def most(self) -> int:
        """The most pods of the autoscaler."""
        return self.max_replicas or max(5, self.fewest * 2)

    @model_validator(mode="after")
    def _numbers_fit(self) -> "ScalingOptions":
        if self.min_replicas and self.max_replicas and self.min_replicas > self.max_replicas:
            raise refusal(
                f"`min_replicas`: {self.min_replicas} is more than max_replicas, {self.max_replicas}",
                f"`min_replicas`: {self.min_replicas} to więcej niż max_replicas, {self.max_replicas}",
            )
        pods = self.fewest if self.max_replicas else self.usual if self.replicas is None else self.replicas
        if self.min_available and self.min_available >= pods:
            raise refusal(
                f"`min_available`: with {pods} pods, {self.min_available} that must stay would block every drain of a "
                f"node; choose fewer",
                f"`min_available`: przy {pods} podach wymóg {self.min_available} zablokuje opróżnianie węzłów; wybierz mniej",
            )
        return self
