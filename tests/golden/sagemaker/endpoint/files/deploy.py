"""Puts a model behind the SageMaker endpoint fraud-rt: creates it, or updates it without an interruption.

    python deploy.py s3://bucket/path/model.tar.gz
"""

import argparse
import os
import time
from typing import Any

import boto3
from botocore.exceptions import ClientError
from sagemaker import image_uris

REGION = "eu-central-1"
ENDPOINT = "fraud-rt"
VARIANT = "AllTraffic"
INSTANCE_TYPE = "ml.c5.large"
INSTANCE_COUNT = 2
MAX_INSTANCE_COUNT = 6

sagemaker = boto3.client("sagemaker", region_name=REGION)


def image() -> str:
    """The image of AWS for sklearn; the model's archive brings its code in code/inference.py."""
    return image_uris.retrieve(
        "sklearn",
        REGION,
        version="1.4-2",
        py_version="py3",
        instance_type=INSTANCE_TYPE,
        image_scope="inference",
    )


def create_model(name: str, model_data: str) -> None:
    sagemaker.create_model(
        ModelName=name,
        ExecutionRoleArn=os.environ["SAGEMAKER_ROLE_ARN"],
        PrimaryContainer={
            "Image": image(),
            "ModelDataUrl": model_data,
            "Environment": {"SAGEMAKER_PROGRAM": "inference.py", "SAGEMAKER_SUBMIT_DIRECTORY": "/opt/ml/model/code"},
        },
    )


def create_config(name: str) -> None:
    variant: dict[str, Any] = {
        "VariantName": VARIANT,
        "ModelName": name,
        "InstanceType": INSTANCE_TYPE,
        "InitialInstanceCount": INSTANCE_COUNT,
        "InitialVariantWeight": 1.0,
    }
    sagemaker.create_endpoint_config(
        EndpointConfigName=name,
        ProductionVariants=[variant],
        DataCaptureConfig={
            "EnableCapture": True,
            "InitialSamplingPercentage": 20,
            "DestinationS3Uri": "s3://acme-ml/churn/capture",
            "CaptureOptions": [{"CaptureMode": "Input"}, {"CaptureMode": "Output"}],
        },
    )


def endpoint_exists() -> bool:
    try:
        sagemaker.describe_endpoint(EndpointName=ENDPOINT)
    except ClientError as error:
        if "Could not find endpoint" in str(error):
            return False
        raise
    return True


def scale() -> None:
    """Machines by the number of requests; find the target with a load test of one machine."""
    scaling = boto3.client("application-autoscaling", region_name=REGION)
    target = {
        "ServiceNamespace": "sagemaker",
        "ResourceId": f"endpoint/{ENDPOINT}/variant/{VARIANT}",
        "ScalableDimension": "sagemaker:variant:DesiredInstanceCount",
    }
    scaling.register_scalable_target(**target, MinCapacity=INSTANCE_COUNT, MaxCapacity=MAX_INSTANCE_COUNT)
    scaling.put_scaling_policy(
        **target,
        PolicyName="requests-per-machine",
        PolicyType="TargetTrackingScaling",
        TargetTrackingScalingPolicyConfiguration={
            "TargetValue": 300.0,
            "PredefinedMetricSpecification": {"PredefinedMetricType": "SageMakerVariantInvocationsPerInstance"},
        },
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=f"Deploys a model to {ENDPOINT}.")
    parser.add_argument("model_data", nargs="?", default="s3://acme-ml/churn/model.tar.gz", help="the model's archive in S3")
    arguments = parser.parse_args()

    # A configuration cannot be changed, so each deployment makes a new one.
    name = f"{ENDPOINT[:46]}-{time.strftime('%Y%m%d-%H%M%S')}"
    create_model(name, arguments.model_data)
    create_config(name)
    if endpoint_exists():
        sagemaker.update_endpoint(EndpointName=ENDPOINT, EndpointConfigName=name)
    else:
        sagemaker.create_endpoint(EndpointName=ENDPOINT, EndpointConfigName=name)
    sagemaker.get_waiter("endpoint_in_service").wait(EndpointName=ENDPOINT)
    scale()
    print(f"{ENDPOINT} serves {arguments.model_data}")


if __name__ == "__main__":
    main()
