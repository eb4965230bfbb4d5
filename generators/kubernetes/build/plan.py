"""Which objects an option set comes to, and what they are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generators.kubernetes.options import WorkloadOptions
from generators.kubernetes.reading.objects import WORKLOADS

ORDER = (
    "namespace",
    "serviceaccount",
    "configmap",
    "pvc",
    *WORKLOADS,
    "service",
    "ingress",
    "hpa",
    "pdb",
    "networkpolicy",
    "default-deny",
)
LASTING = ("deployment", "statefulset", "daemonset")
SCALED = ("deployment", "statefulset")


@dataclass(frozen=True)
class Plan:
    """The options with what follows from them: the objects by name, and how many pods there will be."""

    options: WorkloadOptions
    kinds: tuple[str, ...]
    elsewhere: int = 0  # the most replicas that an overlay asks for

    @property
    def workloads(self) -> tuple[str, ...]:
        """The kinds that make pods."""
        return tuple(kind for kind in self.kinds if kind in WORKLOADS)

    @property
    def title(self) -> str:
        """The name of everything."""
        return self.options.title

    def name(self, kind: str) -> str:
        """The name of a workload: the first has the plain one."""
        return self.title if not self.workloads or kind == self.workloads[0] else f"{self.title}-{kind}"

    @property
    def target(self) -> str:
        """The workload that is scaled and protected."""
        return next((kind for kind in self.workloads if kind in SCALED), "deployment")

    @property
    def is_alone(self) -> bool:
        """Whether a single node's volume allows one pod only."""
        shared = self.options.access in ("ReadWriteMany", "ReadOnlyMany")
        return "pvc" in self.kinds and not shared and not self.is_many

    @property
    def is_many(self) -> bool:
        """Whether more than one pod is asked for."""
        return (self.options.replicas or 1) > 1 or self.elsewhere > 1 or "hpa" in self.kinds

    @property
    def replicas(self) -> int | None:
        """Pods to write down; None leaves them to the autoscaler."""
        if self.options.replicas is not None:
            return self.options.replicas
        return None if "hpa" in self.kinds else 1 if self.is_alone else self.options.usual

    @property
    def pods(self) -> int:
        """The fewest pods there will be."""
        return self.options.fewest if "hpa" in self.kinds else self.replicas or 0

    def labels(self, kind: str | None = None) -> dict[str, str]:
        """The labels of an object, or of the pods of a workload."""
        own = {**self.options.labels, **self.selector(kind)}
        tag = self.options.full_image.partition("@")[0].rpartition(":")[2]
        return (
            own
            if "/" in tag or len(tag) > 63 or not tag[-1:].isalnum() or not tag[0].isalnum()
            else {**own, "app.kubernetes.io/version": tag}
        )

    def selector(self, kind: str | None = None) -> dict[str, str]:
        """The labels that tell the pods of a workload from all others. They never change, so the version is none of them."""
        name = {"app.kubernetes.io/name": self.title}
        return {**name, "app.kubernetes.io/component": kind} if kind and len(self.workloads) > 1 else name

    def metadata(self, suffix: str = "", kind: str | None = None) -> dict[str, Any]:
        """Name, namespace and labels of an object."""
        space = {"namespace": self.options.namespace} if self.options.namespace else {}
        name = self.name(kind) if kind else f"{self.title}{suffix}"
        return {"name": name, **space, "labels": self.labels(kind)}


def planned(options: WorkloadOptions, objects: Sequence[str], without: Sequence[str], elsewhere: int = 0) -> Plan:
    """The objects that were asked for and those that follow from other options, in the order in which they are applied."""
    wanted = set(objects) | _implied(options)
    if options.schedule and not wanted & {"deployment", "statefulset", "daemonset", "job"}:
        wanted = wanted - {"app"} | {"cronjob"}
    if "app" in wanted and not wanted & set(WORKLOADS):
        wanted |= {"deployment", "service"} | ({"pdb"} if _has_several(options, wanted) else set())
    if wanted & set(LASTING) and "ingress" in wanted or "statefulset" in wanted:
        wanted.add("service")
    if "statefulset" in wanted:
        wanted.discard("pvc")
    return Plan(options, tuple(kind for kind in ORDER if kind in wanted - set(without)), elsewhere)


def _implied(options: WorkloadOptions) -> set[str]:
    told = {
        "ingress": options.host or options.tls_secret or options.issuer,
        "hpa": options.max_replicas,
        "pdb": options.min_available,
        "pvc": options.storage,
        "serviceaccount": options.role_arn,
        "networkpolicy": options.allow_from,
    }
    return {kind for kind, given in told.items() if given}


def _has_several(options: WorkloadOptions, wanted: set[str]) -> bool:
    if "hpa" in wanted:
        return options.fewest > 1
    return (options.replicas if options.replicas is not None else 1 if "pvc" in wanted else 2) > 1
