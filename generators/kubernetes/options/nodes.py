"""Which nodes pods run on."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from generators.frame import GeneratorOptions, option
from generators.kubernetes.grammars import LabelKey, LabelValue
from generators.kubernetes.reading import places


class Toleration(BaseModel):
    """A taint of nodes that the pods accept; without a value, any."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: LabelKey
    value: LabelValue | None = None
    effect: Literal["NoSchedule", "PreferNoSchedule", "NoExecute"] = "NoSchedule"


class NodeOptions(GeneratorOptions):
    """Labels and taints of nodes."""

    node_selector: dict[LabelKey, LabelValue] = option(
        {},
        "Labels of the nodes to run on.",
        pl="Etykiety węzłów, na których mają działać pody.",
        read=places.node_selector,
        max_length=5,
    )
    tolerations: tuple[Toleration, ...] = option(
        (),
        "Taints of nodes that the pods accept (key, value, effect).",
        pl="Skazy (taints) węzłów akceptowane przez pody (key, value, effect).",
        read=places.tolerations,
        max_length=5,
    )
