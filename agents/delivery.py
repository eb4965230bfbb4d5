"""Files that a turn made, or why it made none: what travels from the tool to every door."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from errors import BadInput, BadOption

if TYPE_CHECKING:
    from generators import GeneratedFile


@dataclass(frozen=True)
class Delivery:
    """One wish, carried out or refused. `given` are the options as they were asked for, `chosen` all of them."""

    kind: str
    given: dict[str, Any]
    chosen: dict[str, Any] = field(default_factory=dict)
    files: tuple["GeneratedFile", ...] = ()
    refusal: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, kind: str, given: Mapping[str, Any]) -> "Delivery":
        """Generate the files; options that break their rule give a refusal in both languages."""
        from generators import generate  # only those who make files wait for the generators

        try:
            made = generate(kind, given)
        except BadOption as error:
            return cls(kind, dict(given), refusal={"en": str(error), "pl": error.polish})
        except BadInput as error:
            return cls(kind, dict(given), refusal={"en": str(error), "pl": str(error)})
        return cls(kind, dict(given), made.options.model_dump(mode="json"), made.files)

    def as_dict(self) -> dict[str, Any]:
        """As data that a checkpointer can keep."""
        return {"delivery": asdict(self)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Delivery":
        """From what `as_dict` gave."""
        row = dict(data["delivery"])
        return cls(**{**row, "files": tuple(_file(item) for item in row["files"])})


def is_delivery(artifact: Any) -> bool:
    """Whether a tool's artifact is one."""
    return isinstance(artifact, dict) and "delivery" in artifact


def _file(row: Mapping[str, Any]) -> "GeneratedFile":
    from generators import GeneratedFile, Reason, Verdict

    checks = tuple(Verdict(**item) for item in row["checks"])
    reasons = tuple(Reason(**item) for item in row["reasons"])
    return GeneratedFile(row["path"], row["kind"], row["content"], checks, reasons)
