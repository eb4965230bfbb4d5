"""Options of every configuration of AWS: the project, which parts, where, and where the state is."""

import re
from typing import Literal

from generators.frame import GeneratorOptions, option, values
from generators.terraform.names import read_project, read_state_bucket, reader_of
from generators.terraform.parts import read_parts
from ingest import fold

Part = Literal["s3", "ecr", "eks", "vpc", "sagemaker", "sagemaker-role", "ci-role", "rds", "ec2", "alarm", "budget", "state"]
_CITIES = {
    "frankfur": "eu-central-1", "irlandi": "eu-west-1", "ireland": "eu-west-1", "london": "eu-west-2", "paris": "eu-west-3",
    "sztokholm": "eu-north-1", "stockholm": "eu-north-1", "zurich": "eu-central-2", "mediolan": "eu-south-1", "milan": "eu-south-1",
    "virgini": "us-east-1", "ohio": "us-east-2", "oregon": "us-west-2", "singap": "ap-southeast-1", "tokio": "ap-northeast-1",
    "tokyo": "ap-northeast-1", "mumbai": "ap-south-1",
}  # fmt: skip
_REGION = re.compile(r"\b[a-z]{2}(?:-gov)?-[a-z]{4,9}-\d\b")
_TAG = re.compile(r"([A-Za-z][\w-]{0,40})\s*[=:]\s*[\"'`„]?([\w@./+-]{1,60})[\"'`”]?")
_TAGS = re.compile(r"\b(?:tag|tags|tagi|tagami|tagiem|otaguj|tagged)\b[^=:\n]{0,25}?:?\s*(?=[A-Za-z][\w-]*\s*[=:])", re.I)


def read_region(message: str) -> str | None:
    """The region by its code, or by its city."""
    text = fold(message.lower())
    found = _REGION.search(text)
    if found:
        return found.group()
    return next((code for city, code in _CITIES.items() if re.search(rf"\b{city}", text)), None)


def read_tags(message: str) -> dict[str, str] | None:
    """Tags: "tags Team=ml, CostCenter=42", "z tagiem owner=ml-team"."""
    start = _TAGS.search(message)
    if not start:
        return None
    tags, at = {}, start.end()
    while found := _TAG.match(message, at):
        tags[found[1]] = found[2].rstrip(".")
        joint = re.compile(r"\s*(?:,|;|\band\b|\bi\b|\boraz\b)\s*").match(message, found.end())
        at = joint.end() if joint else len(message)
    return tags or None


def _read_state(message: str) -> str | None:
    text = fold(message.lower())
    if re.search(
        r"\blocal (?:state|backend)|\blokaln\w+ stan|\bstan\w* lokaln"
        r"|(?:bez|without|no) (?:remote |zdaln\w+ )?(?:backend|stan|state)",
        text,
    ):
        return "local"
    return "s3" if re.search(r"\bremote state|\bzdaln\w+ stan|\bbackend|\btfstate", text) else None


class Basics(GeneratorOptions):
    """The project and its state."""

    name: values.DnsLabel = option(
        "ml-platform",
        "Name of the project; parts without a name of their own are named after it.",
        pl="Nazwa projektu; od niej biorą nazwy części bez własnej.",
        read=read_project,
    )
    parts: tuple[Part, ...] = option(
        ("s3", "ecr", "ci-role"), "Parts of AWS to describe.", pl="Opisywane części AWS.", read=read_parts, min_length=1
    )
    region: values.Region = option("eu-central-1", "AWS region.", pl="Region AWS.", read=read_region)
    environment: Literal["dev", "staging", "prod"] = option(
        "dev",
        "Environment, as a tag.",
        pl="Środowisko, jako tag.",
        words={"dev": ("development", "deweloperskie*"), "staging": ("stage", "testowe*"), "prod": ("production", "produkc*")},
    )
    tags: dict[values.Name, values.TagText] = option({}, "More tags.", pl="Dodatkowe tagi.", read=read_tags, max_length=20)
    state: Literal["s3", "local"] = option(
        "s3", "Where Terraform keeps its state.", pl="Gdzie Terraform trzyma stan.", read=_read_state
    )
    state_bucket: values.Bucket | None = option(None, "Bucket of the state.", pl="Bucket na stan.", read=read_state_bucket)
    lock_table: values.Name | None = option(
        None,
        "DynamoDB table that locks the state, where one is still used.",
        pl="Tabela DynamoDB blokująca stan, jeśli jest jeszcze używana.",
        read=reader_of(r"(?:dynamodb(?: table)?|dynamodb_table|lock table|tabel\w+ dynamodb)"),
    )

    @property
    def state_in(self) -> str:
        """The bucket of the state, named or not."""
        return self.state_bucket or f"{self.name[:47]}-terraform-state"

    def has(self, *parts: Part) -> bool:
        """Whether one of these parts is wanted."""
        return any(part in self.parts for part in parts)

    def called(self, part: Part, ending: str) -> str:
        """The name of a part that was given none: the project's own where there is only this part."""
        return self.name if self.parts == (part,) else f"{self.name[: 62 - len(ending)]}-{ending}"
