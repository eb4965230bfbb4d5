"""Alarms worth being woken for, by what there is."""

from dataclasses import dataclass
from typing import Any

from generators.frame import hcl
from generators.terraform.services import Options


@dataclass(frozen=True)
class Alarm:
    """One CloudWatch alarm; the values of `dimensions` are expressions."""

    label: str
    about: str
    namespace: str
    metric: str
    statistic: str
    operator: str
    threshold: int
    period: int
    dimensions: dict[str, str]


def alarms_of(options: Options, names: dict[str, Any]) -> list[Alarm]:
    """The alarms of the parts; of a SageMaker endpoint that exists where no part could have any."""
    alarms = []
    if options.has("rds"):
        alarms += _database_alarms(options.storage)
    if options.has("ec2"):
        alarms.append(_machine_alarm())
    if options.has("sagemaker") or not alarms:
        alarms = _endpoint_alarms(options, names["endpoint"]) + alarms
    return alarms


def _endpoint_alarms(options: Options, endpoint: str) -> list[Alarm]:
    name = "aws_sagemaker_endpoint.this.name" if options.has("sagemaker") else hcl(endpoint)
    dimensions = {"EndpointName": name, "VariantName": hcl("AllTraffic")}
    above = "GreaterThanThreshold"
    latency = f"p95 of the model's latency is above {options.latency_ms} ms"
    return [
        Alarm(
            "endpoint_errors",
            "The endpoint answers with errors",
            "AWS/SageMaker",
            "Invocation5XXErrors",
            "Sum",
            above,
            5,
            60,
            dimensions,
        ),
        # The metric counts microseconds.
        Alarm(
            "endpoint_latency", latency, "AWS/SageMaker", "ModelLatency", "p95", above, options.latency_ms * 1000, 60, dimensions
        ),
    ]


def _database_alarms(storage: int) -> list[Alarm]:
    dimensions = {"DBInstanceIdentifier": "aws_db_instance.this.identifier"}
    free = storage * 1024**3 // 10
    return [
        Alarm(
            "database_disk",
            "Less than a tenth of the disk is free",
            "AWS/RDS",
            "FreeStorageSpace",
            "Minimum",
            "LessThanThreshold",
            free,
            300,
            dimensions,
        ),
        Alarm(
            "database_cpu",
            "The database is busy above 80 %",
            "AWS/RDS",
            "CPUUtilization",
            "Average",
            "GreaterThanThreshold",
            80,
            300,
            dimensions,
        ),
    ]


def _machine_alarm() -> Alarm:
    dimensions = {"InstanceId": "aws_instance.this.id"}
    return Alarm(
        "machine_status",
        "The machine fails its checks",
        "AWS/EC2",
        "StatusCheckFailed",
        "Maximum",
        "GreaterThanThreshold",
        0,
        60,
        dimensions,
    )
