"""Kubernetes manifests: a workload with Service, Ingress, autoscaler and what else belongs to it, or a CronJob or Job."""

from typing import Literal

from pydantic import model_validator

from generators.frame import Files, GeneratorOptions, option, refusal
from generators.kubernetes.build.plan import SCALED, Plan, planned
from generators.kubernetes.cues import ABOUT, CUES
from generators.kubernetes.layout import files
from generators.kubernetes.options import WorkloadOptions
from generators.kubernetes.overlay import Overlay, read_overlays
from generators.kubernetes.reading.objects import refused, wanted
from generators.kubernetes.why import WHY

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Manifesty Kubernetesa: aplikacja z Service, Ingress, autoskalowaniem i tym, co do niej należy, albo CronJob lub Job."

Object = Literal[
    "app",
    "deployment",
    "statefulset",
    "daemonset",
    "cronjob",
    "job",
    "service",
    "ingress",
    "hpa",
    "pdb",
    "configmap",
    "pvc",
    "serviceaccount",
    "networkpolicy",
    "default-deny",
    "namespace",
]


class _Wanted(GeneratorOptions):
    """What comes first in a form."""

    objects: tuple[Object, ...] = option(
        ("app",),
        "Objects to make; app is a Deployment with its Service and disruption budget. What other options name comes along.",
        pl="Obiekty do utworzenia; app to Deployment z Service i budżetem zakłóceń. Dochodzi to, o czym mówią inne opcje.",
        read=wanted,
        min_length=1,
        max_length=15,
    )


class Options(WorkloadOptions, _Wanted):
    """The workload, which objects are wanted of it, and in what files."""

    without: tuple[Object, ...] = option((), "Objects to leave out.", pl="Obiekty do pominięcia.", read=refused, max_length=15)
    layout: Literal["single", "files", "kustomize"] = option(
        "single",
        "One file, a file for each object, or a Kustomize base with overlays.",
        pl="Jeden plik, plik na każdy obiekt albo baza Kustomize z nakładkami.",
        words={
            "single": ("single file", "one file", "jeden plik", "jednym pliku"),
            "files": ("separate files", "osobn* plik*", "oddzieln* plik*", "each in its own file", "osobne pliki"),
            "kustomize": ("kustomiz*", "overlay*", "nakladk*"),
        },
    )
    overlays: tuple[Overlay, ...] = option(
        (Overlay(name="dev", replicas=1), Overlay(name="prod", replicas=3)),
        "Environments of the Kustomize overlays (name, replicas, tag, namespace).",
        pl="Środowiska nakładek Kustomize (name, replicas, tag, namespace).",
        read=read_overlays,
        max_length=6,
    )

    @model_validator(mode="after")
    def _objects_fit(self) -> "Options":
        plan = plan_of(self)
        if not plan.kinds:
            raise refusal(
                "`without`: nothing is left to make; leave fewer objects out", "`without`: nic nie zostaje; pomiń mniej obiektów"
            )
        if "hpa" in plan.kinds and plan.workloads and not set(plan.workloads) & set(SCALED):
            raise refusal(
                f"`objects`: a {plan.workloads[0]} is not autoscaled; leave hpa and max_replicas out",
                f"`objects`: {plan.workloads[0]} się nie autoskaluje; pomiń hpa i max_replicas",
            )
        if len({one.name for one in self.overlays}) < len(self.overlays):
            raise refusal("`overlays`: two have the same name", "`overlays`: dwie mają tę samą nazwę")
        _check_sharing(plan)
        return self


def _check_sharing(plan: Plan) -> None:
    options = plan.options
    if plan.is_alone and options.min_available and "deployment" in plan.kinds:
        raise refusal(
            "`min_available`: a volume of one node allows a single pod, which has to go for a drain; leave it out, or choose "
            "access ReadWriteMany",
            "`min_available`: wolumen jednego węzła pozwala na jeden pod, który przy opróżnianiu węzła musi zniknąć; pomiń to albo "
            "wybierz access ReadWriteMany",
        )
    if "pvc" in plan.kinds and "deployment" in plan.kinds and options.access == "ReadWriteOnce" and plan.is_many:
        raise refusal(
            "`access`: pods on several nodes cannot share a ReadWriteOnce volume; choose ReadWriteMany, one replica, "
            "or a statefulset",
            "`access`: pody na kilku węzłach nie mogą dzielić wolumenu ReadWriteOnce; wybierz ReadWriteMany, jedną "
            "replikę albo statefulset",
        )


def plan_of(options: Options) -> Plan:
    """The objects that the options come to."""
    counts = (one.replicas or 0 for one in options.overlays) if options.layout == "kustomize" else ()
    return planned(options, options.objects, options.without, max(counts, default=0))


def render(options: Options) -> Files:
    """The manifests."""
    return files(plan_of(options), options.layout, options.overlays)
