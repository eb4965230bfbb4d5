"""Where pods run, on what they keep data, and as whom."""

from typing import Literal

from pydantic import model_validator

from generators.frame import option, refusal, values
from generators.kubernetes.grammars import LabelKey, LabelValue, RoleArn
from generators.kubernetes.options.nodes import NodeOptions
from generators.kubernetes.reading import amounts, names, places, secrets


class PlacementOptions(NodeOptions):
    """Nodes, volumes, accounts and labels."""

    namespace: values.DnsLabel | None = option(
        None, "Namespace of all objects.", pl="Przestrzeń nazw wszystkich obiektów.", read=names.namespace
    )
    labels: dict[LabelKey, LabelValue] = option(
        {}, "More labels for all objects.", pl="Dodatkowe etykiety wszystkich obiektów.", read=places.labels, max_length=10
    )
    storage: values.Memory | None = option(
        None,
        "Size of a volume; naming it adds a PersistentVolumeClaim.",
        pl="Rozmiar wolumenu; podanie dodaje PersistentVolumeClaim.",
        read=amounts.storage,
    )
    storage_class: values.DnsLabel | None = option(
        None,
        "StorageClass of the volume.",
        pl="StorageClass wolumenu.",
        read=places.storage_class,
    )
    access: Literal["ReadWriteOnce", "ReadWriteMany", "ReadOnlyMany"] | None = option(
        None,
        "How many nodes may mount the volume; one, unless several pods share it.",
        pl="Ile węzłów może zamontować wolumen; jeden, chyba że współdzieli go kilka podów.",
        words={"ReadWriteOnce": ("rwo",), "ReadWriteMany": ("rwx",), "ReadOnlyMany": ("rox",)},
    )
    mount: values.AbsolutePath = option(
        "/data", "Where the volume is mounted.", pl="Gdzie montowany jest wolumen.", read=places.mount
    )
    service_account: values.DnsLabel | None = option(
        None,
        "ServiceAccount of the pods.",
        pl="ServiceAccount podów.",
        read=names.service_account,
    )
    role_arn: RoleArn | None = option(
        None,
        "IAM role that the ServiceAccount stands for on Amazon EKS; naming it adds a ServiceAccount.",
        pl="Rola IAM, którą ServiceAccount reprezentuje w Amazon EKS; podanie dodaje ServiceAccount.",
    )
    pull_secret: values.DnsLabel | None = option(
        None, "Secret with which the image is pulled.", pl="Secret do pobierania obrazu.", read=secrets.pull_secret
    )

    @model_validator(mode="after")
    def _mount_is_free(self) -> "PlacementOptions":
        if self.mount.rstrip("/") in ("", "/tmp", "/dev/shm", "/dev", "/proc", "/sys"):
            raise refusal(
                f"`mount`: {self.mount} belongs to the system or is a scratch folder already; choose another, such as /data",
                f"`mount`: {self.mount} należy do systemu albo jest już folderem roboczym; wybierz inną ścieżkę, na przykład /data",
            )
        return self
