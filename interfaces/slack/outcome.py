"""What is to be shown for a request: messages and files, as data that the ledger can keep."""

import base64
import io
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generators import GeneratedFile

Message = dict[str, Any]


@dataclass(frozen=True)
class Attachment:
    """A file to upload."""

    name: str
    content: str  # base64

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return base64.b64decode(self.content)


@dataclass(frozen=True)
class Outcome:
    """An answer in Slack's terms. `question` and `title` are for those who see it without having asked."""

    messages: list[Message]
    files: list[Attachment] = field(default_factory=list)
    language: str = "en"
    question: str = ""

    def as_dict(self) -> dict[str, Any]:
        """As data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Outcome":
        """From what `as_dict` gave."""
        return cls(**{**data, "files": [Attachment(**item) for item in data["files"]]})

    @classmethod
    def of(cls, text: str, language: str) -> "Outcome":
        """One of our own sentences."""
        return cls([{"text": text}], language=language)


def attached(files: Sequence["GeneratedFile"]) -> list[Attachment]:
    """One file as it is; several as one archive, since a folder's structure is part of what was made."""
    if not files:
        return []
    if len(files) == 1:
        name = files[0].path.rsplit("/", 1)[-1]
        return [Attachment(name, base64.b64encode(files[0].content.encode()).decode())]
    return [Attachment("sternik.zip", base64.b64encode(_zipped(files)).decode())]


def _zipped(files: Sequence["GeneratedFile"]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            # ZipInfo without a date: the same files give the same bytes.
            archive.writestr(zipfile.ZipInfo(file.path), file.content.encode())
    return buffer.getvalue()
