"""Options of networks, EKS clusters and EC2 machines."""

import re
from typing import Literal

from pydantic import model_validator

from generators.frame import option, refusal, values, version
from generators.terraform.names import CLUSTER, reader_of
from generators.terraform.nodes import NodeGroup, has_gpu, read_node_groups
from generators.terraform.storage import Storage
from ingest import fold

_MACHINE = re.compile(r"(?<![\w.])(?!ml\.|db\.)[a-z]\w{1,7}(?:-\w+)?\.(?:\d{0,2}xlarge|nano|micro|small|medium|large|metal)\b")
_GPU_IMAGE_GB = 75
_RANGE = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}/\d{1,2}(?!\w)")


def _read_kubernetes(message: str) -> str | None:
    found = re.search(
        r"\b(?:kubernetes\w*|k8s|eks|wersj\w+|version)\W{0,3}(?:w wersji |wersja |version |v)?(1\.\d\d)\b", fold(message.lower())
    )
    return found[1] if found else None


def _read_network(message: str) -> str | None:
    text = fold(message.lower())
    if re.search(
        r"\b(?:existing|istniejac\w+|gotow\w+)\s+(?:\w+\s+)?(?:vpc|siec\w*|network|subnet\w*|podsiec\w*)|\bvpc_id\b", text
    ):
        return "variables"
    return "created" if re.search(r"\bvpc\b|\bnew network|\bnow\w+ siec", text) else None


def _read_admins(message: str) -> list[str] | None:
    text = fold(message.lower())
    is_told = re.search(r"\bapi\b|\badmin|\bendpoint", text) and not re.search(r"\bssh\b", text)
    return (_RANGE.findall(text) or None) if is_told else None


def _read_machine(message: str) -> str | None:
    text = fold(message.lower())
    if re.search(r"\beks\b|\bnode|\bwezl|\bklaster|\bcluster", text) and not re.search(r"\bec2\b", text):
        return None
    found = _MACHINE.search(text)
    return found.group() if found else None


class Compute(Storage):
    """Networks and machines."""

    cluster: values.Name | None = option(None, "Name of the EKS cluster.", pl="Nazwa klastra EKS.", read=reader_of(CLUSTER))
    kubernetes: values.KubernetesVersion = option(
        version("kubernetes"), "Version of Kubernetes.", pl="Wersja Kubernetesa.", read=_read_kubernetes
    )
    node_groups: tuple[NodeGroup, ...] = option(
        (),
        "Node groups: instance, min, max, desired, spot, disk.",
        pl="Grupy węzłów: instance, min, max, desired, spot, disk.",
        read=read_node_groups,
        max_length=10,
    )
    admin_cidrs: tuple[values.Cidr, ...] = option(
        (),
        "Addresses that may reach the Kubernetes API; without them it is private.",
        pl="Adresy z dostępem do API Kubernetesa; bez nich jest prywatne.",
        read=_read_admins,
        max_length=10,
    )
    network: Literal["variables", "created"] = option(
        "variables",
        "Whether a VPC is created, or given by variables.",
        pl="Czy VPC powstaje, czy jest podane w zmiennych.",
        read=_read_network,
    )
    vpc_cidr: values.VpcCidr = option(
        "10.0.0.0/16", "Addresses of the VPC.", pl="Adresy VPC.", cues=("vpc", "cidr", "siec*", "network*")
    )
    zones: int = option(
        2,
        "Availability zones of the VPC.",
        pl="Strefy dostępności VPC.",
        cues=("az", "azs", "zones", "availability zones", "stref*"),
        ge=2,
        le=6,
    )
    machine: values.InstanceType = option("g4dn.xlarge", "Type of the EC2 machine.", pl="Typ maszyny EC2.", read=_read_machine)
    disk: int = option(
        100, "Disk of the EC2 machine in GB.", pl="Dysk maszyny EC2 w GB.", cues=("disk", "dysk*", "volume", "ebs"), ge=8, le=16384
    )
    spot: bool = option(False, "A spot machine of EC2.", pl="Maszyna spot w EC2.", cues=("spot",))
    ssh_cidr: values.Cidr | None = option(
        None,
        "Addresses that may use SSH; without them the way in is Session Manager.",
        pl="Adresy z dostępem przez SSH; bez nich wejście prowadzi przez Session Manager.",
        cues=("ssh",),
    )

    @model_validator(mode="after")
    def _distinct_and_closed(self) -> "Compute":
        named = [group.name for group in self.node_groups if group.name]
        if len(named) != len(set(named)):
            raise refusal("two node groups have the same name", "dwie grupy węzłów mają tę samą nazwę")
        if self.ssh_cidr and int(self.ssh_cidr.rpartition("/")[2]) < 16:
            raise refusal(
                "a range wider than /16 (ssh_cidr) would open SSH to far too many addresses",
                "zakres szerszy niż /16 (ssh_cidr) otworzyłby SSH dla zbyt wielu adresów",
            )
        if has_gpu(self.machine) and self.disk < _GPU_IMAGE_GB:
            raise refusal(
                f"a disk of {self.disk} GB is too small: the image with GPU drivers takes {_GPU_IMAGE_GB} GB",
                f"dysk (disk) {self.disk} GB to za mało: obraz ze sterownikami GPU zajmuje {_GPU_IMAGE_GB} GB",
            )
        return self

    @property
    def vpc_created(self) -> bool:
        """Whether the network is part of this configuration."""
        return self.network == "created" or self.has("vpc")

    @property
    def named_groups(self) -> tuple[tuple[str, NodeGroup], ...]:
        """Each node group with its name, made up where none was given."""
        named: dict[str, NodeGroup] = {}
        taken = {group.name for group in self.node_groups}
        for group in self.node_groups or (NodeGroup(),):
            plain = group.name or ("gpu" if group.gpu else "cpu")
            free = (name for n in range(1, 100) if (name := plain if n == 1 else f"{plain}-{n}") not in named)
            named[group.name or next(name for name in free if name not in taken)] = group
        return tuple(named.items())
