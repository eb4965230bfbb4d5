"""Builds the definition of a SageMaker pipeline without a network and judges the arguments of its jobs.

Run in an environment with `sagemaker`:  python definition.py pipeline.py
"""

import io
import json
import logging
import runpy
import sys
from typing import Any

import boto3
from botocore.awsrequest import AWSResponse
from botocore.validate import ParamValidator
from sagemaker.workflow.pipeline_context import PipelineSession

_OPERATIONS = {
    "Training": "CreateTrainingJob",
    "Processing": "CreateProcessingJob",
    "Transform": "CreateTransformJob",
    "Model": "CreateModel",
    "RegisterModel": "CreateModelPackage",
}
_KNOWN = {*_OPERATIONS, "Condition", "Fail"}
ROLE = "arn:aws:iam::123456789012:role/check"


class _Body(io.BytesIO):
    """The body of an answer, as botocore reads it."""

    def stream(self, **_: Any) -> Any:
        yield self.read()


_BUCKETS = (
    "<ListAllMyBucketsResult><Buckets><Bucket><Name>{}</Name><CreationDate>2026-01-01T00:00:00Z</CreationDate></Bucket>"
    "</Buckets></ListAllMyBucketsResult>"
)


def offline(region: str, bucket: str) -> boto3.Session:
    """A session whose requests are all answered with success, at the network's edge; the bucket is there."""
    session = boto3.Session("check", "check", region_name=region)

    def answer(request: Any, **_: Any) -> AWSResponse:
        lists = request.method == "GET" and request.url.rstrip("/").count("/") == 2
        body = _BUCKETS.format(bucket).encode() if lists else b""
        return AWSResponse(request.url, 200, {"ETag": '"check"'}, _Body(body))

    session.events.register("before-send", answer)
    return session


def _session(session: boto3.Session, bucket: str) -> PipelineSession:
    without_telemetry = {"SchemaVersion": "1.0", "SageMaker": {"PythonSDK": {"Modules": {"TelemetryOptOut": True}}}}
    return PipelineSession(boto_session=session, default_bucket=bucket, sagemaker_config=without_telemetry)


def _names_of(value: Any) -> Any:
    """Placeholders that get a value only at run time count as texts."""
    if isinstance(value, dict):
        if set(value) == {"Get"} or "Std:Join" in value:
            return "value"
        return {key: _names_of(item) for key, item in value.items()}
    return [_names_of(item) for item in value] if isinstance(value, list) else value


def _steps(steps: list[dict[str, Any]]) -> Any:
    for step in steps:
        yield step
        if step["Type"] == "Condition":
            yield from _steps([*step["Arguments"]["IfSteps"], *step["Arguments"]["ElseSteps"]])


def faults(definition: dict[str, Any], model: Any) -> list[str]:
    """What botocore says of the arguments of each step."""
    found = []
    for step in _steps(definition["Steps"]):
        if step["Type"] not in _KNOWN:
            found.append(f"step {step['Name']}: unknown type {step['Type']}")
        operation = _OPERATIONS.get(step["Type"])
        if operation:
            shape = model.operation_model(operation).input_shape
            arguments = _numbered(_names_of(step["Arguments"]), step["Arguments"], shape)
            for name in shape.required_members:
                if name.endswith("Name"):
                    arguments.setdefault(name, "name")
            report = ParamValidator().validate(arguments, shape).generate_report()
            found += [f"step {step['Name']}: {line}" for line in report.splitlines()]
    return found


def _numbered(value: Any, original: Any, shape: Any) -> Any:
    """A placeholder where a number is wanted counts as 1."""
    if shape.type_name == "structure" and isinstance(value, dict):
        return {
            key: _numbered(item, original[key], shape.members[key]) if key in shape.members else item for key, item in value.items()
        }
    if shape.type_name == "list" and isinstance(value, list):
        return [_numbered(item, before, shape.member) for item, before in zip(value, original, strict=True)]
    if value == "value" and isinstance(original, dict) and shape.type_name in ("integer", "long", "float", "double"):
        return 1
    return value


def main(path: str) -> None:
    """Print the faults as a list in JSON."""
    logging.disable(logging.WARNING)
    try:
        found = judged(path)
    except Exception as error:  # noqa: BLE001 - whatever the script and the SDK raise is the verdict
        found = [f"{type(error).__name__}: {' '.join(str(error).split())[:600]}"]
    sys.stdout.write("\n" + json.dumps(found) + "\n")


def judged(path: str) -> list[str]:
    """The faults of the pipeline that a script builds."""
    script = runpy.run_path(path, run_name="pipeline")
    session = offline(script["REGION"], script["BUCKET"])
    pipeline = script["build_pipeline"](_session(session, script["BUCKET"]), ROLE)
    definition = json.loads(pipeline.definition())
    model = session._session.get_service_model("sagemaker")
    return faults(definition, model)


if __name__ == "__main__":
    main(sys.argv[1])
