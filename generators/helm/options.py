"""What varies between charts."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generators.frame import option, refusal, values
from generators.helm.reading import chart_name, chart_version, environments
from generators.kubernetes.grammars import LabelValue, WorkloadName
from generators.kubernetes.options import WorkloadOptions


class Environment(BaseModel):
    """A values file of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: values.DnsLabel
    replicas: int | None = Field(None, ge=1, le=1000)
    tag: LabelValue | None = None


class Options(WorkloadOptions):
    """What the chart runs, and what of it differs between environments."""

    name: WorkloadName | None = option(
        None,
        "Name of the chart; without one, it is called after its image.",
        pl="Nazwa charta; bez podania pochodzi od obrazu.",
        read=chart_name,
    )
    workload: Literal["deployment", "cronjob"] = option(
        "deployment",
        "What the chart installs.",
        pl="Co instaluje chart.",
        words={
            "deployment": ("deployment*", "api", "uslug*", "service"),
            "cronjob": ("cronjob*", "cron job*", "nightly", "co noc", "schedule*", "harmonogram*"),
        },
    )
    chart_version: values.Version = option("0.1.0", "Version of the chart.", pl="Wersja charta.", read=chart_version)
    autoscaling: bool = option(
        False,
        "Switch the autoscaler on; max_replicas does it too.",
        pl="Włącz autoskalowanie; robi to też max_replicas.",
        cues=("hpa", "autoscal*", "autoskal*", "auto-scal*"),
    )
    network_policy: bool = option(
        False,
        "Switch the NetworkPolicy on.",
        pl="Włącz NetworkPolicy.",
        cues=("network polic*", "networkpolic*", "polityk* sieciow*"),
    )
    environments: tuple[Environment, ...] = option(
        (Environment(name="prod", replicas=3),),
        "Environments with a values file each (name, replicas, tag).",
        pl="Środowiska z osobnym plikiem wartości (name, replicas, tag).",
        read=environments,
        max_length=6,
    )
    tests: bool = option(
        True,
        "Add a test for `helm test` that asks for the health path.",
        pl="Dodaj test dla `helm test`, który pyta o zdrowie.",
        cues=("helm test", "test polaczenia", "connection test"),
    )

    @property
    def serves(self) -> bool:
        """Whether the chart installs what answers requests."""
        return self.workload == "deployment"

    @property
    def is_scaled(self) -> bool:
        """Whether the autoscaler is on by default."""
        return self.serves and (self.autoscaling or self.max_replicas is not None)

    @model_validator(mode="after")
    def _chart_fits(self) -> "Options":
        if not _is_semantic(self.chart_version):
            raise refusal(
                f"`chart_version`: {self.chart_version!r} is no semantic version; write three numbers, such as 1.2.0",
                f"`chart_version`: {self.chart_version!r} nie jest wersją semantyczną; podaj trzy liczby, na przykład 1.2.0",
            )
        if len({one.name for one in self.environments}) < len(self.environments):
            raise refusal("`environments`: two have the same name", "`environments`: dwa mają tę samą nazwę")
        if (
            self.storage
            and self.access in (None, "ReadWriteOnce")
            and self.replicas is None
            and self.min_available
            and not self.is_scaled
        ):
            raise refusal(
                "`min_available`: a volume of one node allows a single pod; leave it out, or choose access ReadWriteMany",
                "`min_available`: wolumen jednego węzła pozwala na jeden pod; pomiń to albo wybierz access ReadWriteMany",
            )
        several = self.is_scaled or (self.replicas or 1) > 1
        if self.storage and self.access == "ReadWriteOnce" and several and self.serves:
            raise refusal(
                "`access`: several pods cannot share a ReadWriteOnce volume; choose ReadWriteMany or one replica",
                "`access`: kilka podów nie może dzielić wolumenu ReadWriteOnce; wybierz ReadWriteMany albo jedną replikę",
            )
        return self


def _is_semantic(version: str) -> bool:
    core = version.partition("-")[0].partition("+")[0]
    return (
        core.count(".") == 2
        and all(part.isdigit() and (part == "0" or part[0] != "0") for part in core.split("."))
        and "-." not in version
    )
