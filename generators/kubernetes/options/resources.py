"""What a container may use."""

from pydantic import model_validator

from generators.checks.kubernetes_rules.quantities import amount
from generators.frame import GeneratorOptions, option, refusal, values
from generators.kubernetes.reading import amounts, numbers


class ResourceOptions(GeneratorOptions):
    """CPU, memory and GPUs."""

    cpu: values.Cpu | None = option(
        None,
        "CPU to request; 250m when nothing is said, with a GPU 2.",
        pl="Żądane CPU; bez podania 250m, z GPU 2.",
        read=amounts.cpu,
    )
    cpu_limit: values.Cpu | None = option(
        None,
        "CPU at which the container is throttled; none when nothing is said.",
        pl="Limit CPU; bez podania nie ma go.",
        read=amounts.cpu_limit,
    )
    memory: values.Memory | None = option(
        None,
        "Memory to request; 512Mi when nothing is said, with a GPU 4Gi.",
        pl="Żądana pamięć; bez podania 512Mi, z GPU 4Gi.",
        read=amounts.memory,
    )
    memory_limit: values.Memory | None = option(
        None,
        "Memory at which the container is killed; 1Gi when nothing is said, with a GPU 8Gi.",
        pl="Limit pamięci; bez podania 1Gi, z GPU 8Gi.",
        read=amounts.memory_limit,
    )
    gpu: int = option(0, "NVIDIA GPUs for each pod.", pl="Karty NVIDIA na każdy pod.", read=numbers.gpus, ge=0, le=16)

    @model_validator(mode="after")
    def _amounts_fit(self) -> "ResourceOptions":
        for name in ("cpu", "memory"):
            request, limit = getattr(self, name), getattr(self, f"{name}_limit")
            if request and limit and (amount(request) or 0) > (amount(limit) or 0):
                raise refusal(
                    f"`{name}`: the request {request} is more than the limit {limit}; raise {name}_limit or lower {name}",
                    f"`{name}`: żądane {request} to więcej niż limit {limit}; podnieś {name}_limit albo zmniejsz {name}",
                )
        return self
