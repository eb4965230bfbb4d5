"""Node groups of an EKS cluster: what one is, and how requests describe them."""

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generators.frame import refusal, values
from ingest import fold

_GPU_FAMILIES = ("g", "p")
_ARM = re.compile(r"^(?:a1|[a-z]+\d+g[a-z]*)\.")
_ROOM_TO_GROW = 3
_CPU_TYPE, _GPU_TYPE = "m6i.large", "g4dn.xlarge"


class NodeGroup(BaseModel):
    """Machines of one type, between `min` and `max` of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: values.DnsLabel | None = None
    instance: values.InstanceType = _CPU_TYPE
    min: int = Field(default=1, ge=0, le=450)
    max: int | None = Field(default=None, ge=1, le=450)
    desired: int | None = Field(default=None, ge=0, le=450)
    spot: bool = False
    disk: int = Field(default=50, ge=20, le=2000)

    @model_validator(mode="after")
    def _possible(self) -> "NodeGroup":
        if not self.min <= self.start <= self.most:
            raise refusal(
                f"cannot be: min {self.min} ≤ desired {self.start} ≤ max {self.most} does not hold",
                f"nie jest możliwe: nie zachodzi min {self.min} ≤ desired {self.start} ≤ max {self.most}",
            )
        return self

    @property
    def start(self) -> int:
        """How many there are before an autoscaler decides."""
        return self.min if self.desired is None else self.desired

    @property
    def most(self) -> int:
        """How many there may be."""
        return max(self.start, _ROOM_TO_GROW) if self.max is None else self.max

    @property
    def gpu(self) -> bool:
        """Whether its machines have a GPU."""
        return has_gpu(self.instance)

    @property
    def ami(self) -> str:
        """The Amazon Linux image of EKS for these machines."""
        if self.gpu:
            return "AL2023_x86_64_NVIDIA"
        return "AL2023_ARM_64_STANDARD" if is_arm(self.instance) else "AL2023_x86_64_STANDARD"


def has_gpu(instance: str) -> bool:
    """Whether machines of this type have a GPU."""
    return bool(re.match(rf"(?:ml\.)?[{''.join(_GPU_FAMILIES)}]\d", instance))


def is_arm(instance: str) -> bool:
    """Whether machines of this type have a Graviton processor."""
    return bool(_ARM.match(instance))


_TYPE = re.compile(r"(?<![\w.])(?!ml\.|db\.)[a-z]\w{1,7}(?:-\w+)?\.(?:\d{0,2}xlarge|nano|micro|small|medium|large|metal)\b")
_ABOUT = re.compile(r"\beks\b|\bk8s\b|kubernetes|\bklaster|\bcluster|\bnode|\bwezl|\bwezel|\bgrup")
_OTHER = re.compile(r"\bsagemaker\b|\bec2\b|\bvm\b|\bmaszyn|\bmachine|\bserwer|\bserver|\brds\b")
_GPU = re.compile(r"\bgpu\b|kart\w* graficzn")
_NODES = re.compile(r"\beks\b|\bnode|\bwezl|\bwezel|\bworker")
_RANGE = re.compile(
    r"(?:\bmin\w*\D{0,8}?(\d+)\D{1,15}?\bma(?:x|ks)\w*\D{0,8}?(\d+))"
    r"|(?:\b(?:od|from|between|miedzy)\s+(\d+)\s+(?:wezl\w+ |nodes? )?(?:do|to|and|a|i)\s+(\d+))"
    r"|(?<![\w.-])(\d+)\s*(?:-|–|\.\.|do|to)\s*(\d+)(?![\w.]*\w)"
)
_MAX = re.compile(r"\b(?:ma(?:x|ks)\w*|up to|do|najwyzej|at most)\D{0,8}?(\d+)(?!\w)")
_MIN = re.compile(r"\b(?:min\w*|at least|co najmniej|przynajmniej)\D{0,8}?(\d+)(?!\w)")
_DESIRED = re.compile(r"\b(?:desired\w*|docelow\w*|poczatkow\w*|start\w*)\D{0,12}?(\d+)(?!\w)")
_COUNT = re.compile(r"(?<![\w.-])(\d+)\s*(?:x\b|×|\*|sztuk\w*|szt\b|nodes?\b|wezl\w*|worker\w*|maszyn\w*|instances?\b|instancj\w*)")
_DISK = re.compile(r"(?<![\w.])(\d+)\s*gi?b\b|\b(?:dysk\w*|disk)\D{0,8}?(\d+)")
_NAMED = re.compile(
    r"\b(?:node ?group|group|grup\w+)(?: wezlow)?(?: o nazwie| named| called)?\s+([\"'`]?)([a-z][a-z0-9-]{1,30})\1(?=[\s,:(]|$)"
)
_NO_NAMES = {
    "z", "ze", "of", "with", "na", "gpu", "wezlow", "for", "dla", "and", "i", "m", "od", "do", "from", "on", "to", "using", "w",
    "o", "named", "called", "min", "max", "cpu", "size", "nodes", "spot", "instances", "drug", "druga", "has", "at", "in",
    "that", "which",
}  # fmt: skip
_BEFORE_NEXT = re.compile(r"(?:(?<![\w.-])\d+(?:\s*-\s*\d+)?\s*(?:x|×|\*|sztuk\w*|nodes? of|wezl\w+)?\s*|[a-z ]*\()$")


def read_node_groups(message: str) -> list[dict[str, Any]] | None:
    """The groups that a request describes: "t3.large, 2-5 sztuk", "0 to 2 g4dn.xlarge spot nodes", "grupa GPU od 0 do 4"."""
    text = fold(message.lower())
    types = list(_TYPE.finditer(text))
    if not (_ABOUT.search(text) or types) or (_OTHER.search(text) and not _NODES.search(text)):
        return None
    groups = [_group(match.group(), *_around(text, types, at)) for at, match in enumerate(types)]
    gpu = _GPU.search(text)
    if gpu and not any(has_gpu(group["instance"]) for group in groups):
        groups.append(_group(_GPU_TYPE, *_beside(text, gpu)))
    if not groups and _NODES.search(text):
        sizes = _sizes(text)
        return [{"instance": _CPU_TYPE, **sizes}] if sizes else None
    return groups or None


def _around(text: str, types: list[re.Match[str]], at: int) -> tuple[str, str]:
    """What stands after a type up to the next one's own words, and what stands before it."""
    start = types[at - 1].end() if at else 0
    end = types[at + 1].start() if at + 1 < len(types) else len(text)
    after, before = text[types[at].end() : end], text[start : types[at].start()]
    return (_BEFORE_NEXT.sub("", after) if at + 1 < len(types) else after), before


def _beside(text: str, gpu: re.Match[str]) -> tuple[str, str]:
    return text[gpu.end() : gpu.end() + 60], text[max(0, gpu.start() - 25) : gpu.start()]


def _group(instance: str, after: str, before: str) -> dict[str, Any]:
    group: dict[str, Any] = {"instance": instance, **(_sizes(after) or _sizes(before[-40:]))}
    if re.search(r"\bspot\b", after) or re.search(r"\bspot\b", before[-40:]):
        group["spot"] = True
    name = _name(before[-60:]) or _name(after[:60])
    return {"name": name, **group} if name else group


def _name(text: str) -> str | None:
    found = [match[2] for match in _NAMED.finditer(text) if match[2] not in _NO_NAMES]
    return found[-1] if found else None


def _sizes(text: str) -> dict[str, int]:
    sizes = _bounds(text)
    for pattern, key in ((_DESIRED, "desired"), (_DISK, "disk")):
        found = pattern.search(text)
        if found:
            sizes[key] = int(next(group for group in found.groups() if group))
    return sizes


def _bounds(text: str) -> dict[str, int]:
    found = _RANGE.search(text)
    if found:
        low, high = (int(group) for group in found.groups() if group)
        return {"min": low, "max": high}
    most, least, count = _MAX.search(text), _MIN.search(text), _COUNT.search(text)
    if most or least:
        low = int(least[1]) if least else 0 if most and most[1] == "0" else 1
        return {"min": low, **({"max": int(most[1])} if most else {})}
    if count:
        return {"min": int(count[1]), "max": int(count[1])}
    return {}
