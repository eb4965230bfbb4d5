"""Options of S3 buckets and of what ECR repositories keep."""

import re
from collections.abc import Callable
from typing import Literal

from pydantic import model_validator

from generators.frame import option, refusal, values
from generators.terraform.basics import Basics
from generators.terraform.names import BUCKET, reader_of_many
from ingest import fold

_DAYS = r"[^.,;\n]{0,25}?\b(\d+)\s*(?:days?|dni|dniach|d\b)"
_DAYS_BEFORE = r"(\d+)\s*(?:days?|dni|dniach|d\b)[^.;,\n\d]{0,40}?"
_OLD = r"(?:noncurrent|non-current|old versions?|previous versions?|star\w+ wersj\w+|poprzedni\w+ wersj\w+)"
_ARCHIVE = r"(?:glacier\w*|deep archive|archiv\w*|archiw\w*|standard.ia|infrequent\w*|intelligent\w*)"
_DAYS_TO_INFREQUENT = 30  # S3 refuses to move objects there earlier
_EXPIRE = r"(?:delet\w*|expir\w*|remov\w*|usu\w*|kasuj\w*|kasow\w*|wygas\w*)"


def days_of(what: str) -> Callable[[str], int | None]:
    """A reader of the days after which something happens: "to Glacier after 30 days", "po 30 dniach do Glaciera"."""
    patterns = [re.compile(what + _DAYS), re.compile(_DAYS_BEFORE + what)]

    def read(message: str) -> int | None:
        text = fold(message.lower())
        if what == _EXPIRE:
            text = re.sub(rf"[^,.;\n]*{_OLD}[^,.;\n]*", " ", text)
        found = next((match for pattern in patterns if (match := pattern.search(text))), None)
        return int(found[1]) if found else None

    return read


def read_kept_images(message: str) -> int | None:
    """How many images stay: "keep the last 10 images", "ostatnie 10 obrazow"."""
    text = fold(message.lower())
    found = re.search(
        r"\b(?:last|newest|latest|keep\w*|ostatni\w+|najnowsz\w+|zachow\w*|trzym\w*)\D{0,20}?(\d+)\s*(?:\w+\s+){0,1}(?:images?|obraz\w*|tag\w*)",
        text,
    )
    return int(found[1]) if found else None


class Storage(Basics):
    """Buckets and repositories."""

    buckets: tuple[values.Bucket, ...] = option(
        (), "Names of the S3 buckets.", pl="Nazwy bucketów S3.", read=reader_of_many(BUCKET), max_length=10
    )
    versioning: bool = option(
        True, "Keep versions of objects.", pl="Przechowuj wersje obiektów.", cues=("versioning", "versioned", "wersjonowan*")
    )
    kms: bool = option(
        False, "Encrypt with a KMS key of your own.", pl="Szyfruj własnym kluczem KMS.", cues=("kms", "cmk", "sse-kms")
    )
    noncurrent_days: int = option(
        90,
        "Days after which old versions are deleted.",
        pl="Po ilu dniach usuwane są stare wersje.",
        read=days_of(_OLD),
        ge=1,
        le=3650,
    )
    archive_days: int | None = option(
        None,
        "Days after which objects move to Glacier.",
        pl="Po ilu dniach obiekty trafiają do Glaciera.",
        read=days_of(_ARCHIVE),
        ge=1,
        le=3650,
    )
    archive_class: Literal["GLACIER_IR", "GLACIER", "DEEP_ARCHIVE", "STANDARD_IA", "INTELLIGENT_TIERING"] = option(
        "GLACIER_IR",
        "Storage class that objects move to.",
        pl="Klasa, do której trafiają obiekty.",
        words={
            "GLACIER_IR": ("glacier instant*",),
            "GLACIER": ("glacier flexible*",),
            "DEEP_ARCHIVE": ("deep archive", "glacier deep archive"),
            "STANDARD_IA": ("standard-ia", "standard ia", "infrequent access", "infrequent"),
            "INTELLIGENT_TIERING": ("intelligent tiering", "intelligent*"),
        },
    )
    expire_days: int | None = option(
        None, "Days after which objects are deleted.", pl="Po ilu dniach obiekty są usuwane.", read=days_of(_EXPIRE), ge=1, le=3650
    )
    keep_images: int = option(
        20, "Images kept in a repository.", pl="Ile obrazów zostaje w repozytorium.", read=read_kept_images, ge=1, le=1000
    )
    immutable: bool = option(
        True,
        "A tag never points to another image.",
        pl="Znacznik nigdy nie wskaże innego obrazu.",
        cues=("immutable", "immutab*", "niezmienn*"),
    )

    @model_validator(mode="after")
    def _ages(self) -> "Storage":
        if self.archive_days and self.expire_days and self.expire_days <= self.archive_days:
            raise refusal(
                "objects cannot be deleted (expire_days) before they are archived (archive_days)",
                "obiekty nie mogą znikać (expire_days), zanim trafią do archiwum (archive_days)",
            )
        if self.archive_days and self.archive_class == "STANDARD_IA" and self.archive_days < _DAYS_TO_INFREQUENT:
            raise refusal(
                f"S3 moves objects to STANDARD_IA after {_DAYS_TO_INFREQUENT} days (archive_days) at the earliest",
                f"S3 przenosi obiekty do STANDARD_IA najwcześniej po {_DAYS_TO_INFREQUENT} dniach (archive_days)",
            )
        return self

    @property
    def all_buckets(self) -> tuple[str, ...]:
        """The buckets, named or not."""
        return tuple(dict.fromkeys(self.buckets)) or (self.called("s3", "models"),)
