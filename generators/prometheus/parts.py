"""What a configuration is put together from: jobs to scrape, recorded series, routes of messages."""

from typing import Annotated, Literal

from pydantic import Field

from generators.frame import GeneratorOptions, values
from generators.frame.some import Some
from generators.prometheus.grammars import Address, Channel, LabelName, LabelValue, ServiceName, Span

Receiver = Literal["slack", "email", "pagerduty", "webhook", "teams", "opsgenie"]
Exporter = Literal[
    "node-exporter",
    "cadvisor",
    "dcgm-exporter",
    "postgres-exporter",
    "redis-exporter",
    "kube-state-metrics",
    "blackbox",
    "pushgateway",
    "mlflow",
]


class Job(GeneratorOptions):
    """A scrape job: its name, where it looks and how often."""

    name: ServiceName
    targets: Annotated[tuple[Address, ...], Field(max_length=50), Some]
    interval: Span | None = None
    path: values.UrlPath | None = None


class Recording(GeneratorOptions):
    """A series that is computed ahead; `by` are the labels that stay."""

    about: Literal["traffic", "errors", "latency", "average"]
    metric: values.Metric | None = None
    percentile: Literal[50, 75, 90, 95, 99] = 95
    by: Annotated[tuple[LabelName, ...], Field(max_length=5)] = ("job",)


class Route(GeneratorOptions):
    """Alerts whose label has this value go to this receiver; a channel or address of its own where it needs one."""

    label: LabelName = "severity"
    value: LabelValue
    to: Receiver
    channel: Channel | None = None
    address: values.Email | None = None
