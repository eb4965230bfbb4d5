"""Scores all records below an address in S3 with a SageMaker batch transform job, and waits for the end.

    python batch_transform.py MODEL_NAME
"""

import argparse
import time

import boto3

REGION = "eu-central-1"
INPUT = "s3://acme-ml/churn/raw/"
OUTPUT = "s3://acme-ml/churn/predictions/"
INSTANCE_TYPE = "ml.m5.xlarge"
INSTANCE_COUNT = 1


def main() -> None:
    parser = argparse.ArgumentParser(description="Scores a folder in S3.")
    parser.add_argument("model_name", nargs="?", default="churn", help="a model that exists in SageMaker")
    arguments = parser.parse_args()

    sagemaker = boto3.client("sagemaker", region_name=REGION)
    job = f"churn-{time.strftime('%Y%m%d-%H%M%S')}"
    sagemaker.create_transform_job(
        TransformJobName=job,
        ModelName=arguments.model_name,
        BatchStrategy="MultiRecord",
        MaxPayloadInMB=6,
        TransformInput={
            "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": INPUT}},
            "ContentType": "text/csv",
            "SplitType": "Line",
        },
        TransformOutput={"S3OutputPath": OUTPUT, "Accept": "application/json", "AssembleWith": "Line"},
        TransformResources={"InstanceType": INSTANCE_TYPE, "InstanceCount": INSTANCE_COUNT},
    )
    sagemaker.get_waiter("transform_job_completed_or_stopped").wait(TransformJobName=job)
    result = sagemaker.describe_transform_job(TransformJobName=job)
    if result["TransformJobStatus"] != "Completed":
        raise SystemExit(f"{job}: {result['TransformJobStatus']}: {result.get('FailureReason', '')}")
    print(f"{job}: {OUTPUT}")


if __name__ == "__main__":
    main()
