"""Starts a SageMaker training job and waits for its end.

    python training_job.py
"""

import os

import boto3
import sagemaker
from sagemaker.xgboost import XGBoost
from sagemaker.inputs import TrainingInput

REGION = "eu-central-1"
BUCKET = "acme-ml"
TRAIN_DATA = "s3://acme-ml/churn/raw/"
HYPERPARAMETERS = {"max_depth": 6, "eta": 0.1}


def make_estimator(session: sagemaker.Session, role: str) -> XGBoost:
    return XGBoost(
        entry_point="train.py",
        source_dir="src",
        role=role,
        framework_version="3.0-5",
        py_version="py3",
        instance_type="ml.m5.xlarge",
        instance_count=1,
        hyperparameters=HYPERPARAMETERS,
        output_path=f"s3://{BUCKET}/churn/models",
        max_run=3600,
        use_spot_instances=True,
        # Together with the wait for a free machine.
        max_wait=7200,
        checkpoint_s3_uri=f"s3://{BUCKET}/churn/checkpoints",
        metric_definitions=[{"Name": "validation:auc", "Regex": "validation_auc=([0-9.]+)"}],
        base_job_name="churn",
        sagemaker_session=session,
    )


def main() -> None:
    session = sagemaker.Session(boto_session=boto3.Session(region_name=REGION), default_bucket=BUCKET)
    estimator = make_estimator(session, os.environ["SAGEMAKER_ROLE_ARN"])
    estimator.fit({"train": TrainingInput(TRAIN_DATA)})
    print(estimator.model_data)


if __name__ == "__main__":
    main()
