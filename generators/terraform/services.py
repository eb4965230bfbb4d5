"""Options of SageMaker, RDS, CI access, alarms and budgets."""

import re
from collections.abc import Callable
from typing import Literal

from pydantic import model_validator

from generators.frame import option, refusal, values
from generators.terraform.access import Access
from generators.terraform.names import DATABASE, ENDPOINT, reader_of
from ingest import fold

_SERVING = re.compile(r"\bsagemaker|\bendpoint|\bml\.")


def _where(pattern: re.Pattern[str], number: str) -> Callable[[str], int | None]:
    """A reader of a number in messages about something."""
    compiled = re.compile(number)

    def read(message: str) -> int | None:
        text = fold(message.lower())
        found = compiled.search(text) if pattern.search(text) else None
        return next((int(group.replace(" ", "")) for group in found.groups() if group), None) if found else None

    return read


def _read_serving(message: str) -> str | None:
    text = fold(message.lower())
    if re.search(r"\bserverless|\bbezserwerow", text):
        return "serverless"
    return "real-time" if re.search(r"\breal.?time|\bczasie rzeczywistym", text) else None


_COUNT = (
    r"(?<![\w.-])(\d{1,3})\s*(?:x\b|×|instanc\w*|sztuk\w*|szt\b|maszyn\w*|machines?)"
    r"|\b(?:instance count|count|instancji|instances)\s*[:=]?\s*(\d{1,3})\b"
)
_UP_TO = r"\b(?:autoscal\w*|autoskal\w*|skal\w*|scal\w*|max\w*|maks\w*|up to)\D{0,25}?(?:\d+\s*(?:-|–|do|to)\s*)?(\d{1,3})\b"
_MONEY = re.compile(r"(?:\$|usd\s*)\s?(\d[\d ]*)|\b(\d[\d ]*)\s*(?:usd|\$|dolar\w*|dollars?)")


def _read_money(message: str) -> int | None:
    found = _MONEY.search(fold(message.lower()))
    return next((int(group.replace(" ", "")) for group in found.groups() if group), None) if found else None


class Options(Access):
    """What varies between configurations of AWS."""

    endpoint: values.Name | None = option(
        None, "Name of the SageMaker endpoint.", pl="Nazwa endpointu SageMaker.", read=reader_of(ENDPOINT)
    )
    serving: Literal["real-time", "serverless"] = option(
        "real-time", "Kind of endpoint.", pl="Rodzaj endpointu.", read=_read_serving
    )
    instance: values.MlInstance = option("ml.m5.large", "Machines of the endpoint.", pl="Maszyny endpointu.")
    instances: int = option(
        2, "Number of machines of the endpoint.", pl="Liczba maszyn endpointu.", read=_where(_SERVING, _COUNT), ge=1, le=100
    )
    max_instances: int | None = option(
        None,
        "Autoscaling of the endpoint up to so many.",
        pl="Autoskalowanie endpointu do tylu maszyn.",
        read=_where(_SERVING, _UP_TO),
        ge=1,
        le=100,
    )
    memory: Literal[1024, 2048, 3072, 4096, 5120, 6144] = option(
        2048, "Memory of a serverless endpoint in MB.", pl="Pamięć endpointu serverless w MB."
    )
    capture: int | None = option(
        None,
        "Percentage of requests that are captured to S3.",
        pl="Procent zapytań zapisywanych w S3.",
        read=_where(re.compile(r"data capture|captur|przechwy|zapisywa\w+ zapyta"), r"(\d{1,3})\s*(?:%|procent|percent)"),
        ge=1,
        le=100,
    )
    model_image: values.Image | None = option(None, "Image of the model.", pl="Obraz modelu.", cues=("image", "obraz*"))
    model_data: values.StorageUri | None = option(None, "Files of the model in S3.", pl="Pliki modelu w S3.")

    database: values.DnsLabel | None = option(
        None, "Name of the database server.", pl="Nazwa serwera bazy.", read=reader_of(DATABASE)
    )
    database_instance: values.DbInstance = option("db.t4g.medium", "Machine of the database.", pl="Maszyna bazy danych.")
    storage: int = option(
        20,
        "Disk of the database in GB.",
        pl="Dysk bazy w GB.",
        read=_where(re.compile(r"\brds|postgres|baz\w+ danych|database"), r"\b(\d{2,5})\s*gi?b?\b"),
        ge=20,
        le=16384,
    )
    multi_az: bool = option(
        False,
        "A standby of the database in another zone.",
        pl="Zapasowa baza w innej strefie.",
        cues=("multi-az", "multi az", "multiaz", "standby", "high availability", "wysok* dostepnosc*"),
    )

    email: values.Email | None = option(None, "Who is told of alarms and costs.", pl="Kto dostaje alarmy i koszty.")
    latency_ms: int = option(
        500,
        "Alarm above this latency (p95, ms).",
        pl="Alarm powyżej tego opóźnienia (p95, ms).",
        cues=("latency", "opoznieni*", "p95"),
        ge=1,
        le=60_000,
    )
    budget: int = option(200, "Monthly budget in USD.", pl="Miesięczny budżet w USD.", read=_read_money, ge=1, le=10_000_000)

    @model_validator(mode="after")
    def _can_be_served(self) -> "Options":
        if self.model_data and not self.model_data.startswith("s3://"):
            raise refusal(
                "SageMaker reads models (model_data) from s3:// only", "SageMaker czyta modele (model_data) tylko z s3://"
            )
        if self.max_instances is not None and self.max_instances < self.instances:
            raise refusal(
                f"the endpoint cannot grow to {self.max_instances} machines (max_instances) when it starts with {self.instances}",
                f"endpoint nie urośnie do {self.max_instances} maszyn (max_instances), skoro zaczyna od {self.instances}",
            )
        return self
