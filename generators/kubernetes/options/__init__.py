"""What varies between workloads on Kubernetes, in groups that manifests and charts share."""

from generators.kubernetes.options.batch import BatchOptions
from generators.kubernetes.options.container import ContainerOptions, SecretVariable
from generators.kubernetes.options.exposure import ExposureOptions
from generators.kubernetes.options.nodes import NodeOptions, Toleration
from generators.kubernetes.options.placement import PlacementOptions
from generators.kubernetes.options.resources import ResourceOptions
from generators.kubernetes.options.scaling import ScalingOptions


class WorkloadOptions(BatchOptions, PlacementOptions, ScalingOptions, ExposureOptions, ResourceOptions, ContainerOptions):
    """All of them; pydantic puts the container's first."""


__all__ = [
    "BatchOptions",
    "ContainerOptions",
    "ExposureOptions",
    "NodeOptions",
    "PlacementOptions",
    "ResourceOptions",
    "ScalingOptions",
    "SecretVariable",
    "Toleration",
    "WorkloadOptions",
]
