"""Requests for SageMaker, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("skrypt ktory wystawia model na endpoincie sagemaker o nazwie churn-prod, instancja ml.c5.large, 2 sztuki",
     {"parts": ["endpoint"], "endpoint": "churn-prod", "instance": "ml.c5.large", "instances": 2}),
    ("Please write a SageMaker Pipelines definition in Python: a processing step running preprocess.py, a training step (sklearn, "
     "ml.m5.large), an evaluation, and a condition that registers the model in the group churn-models only if AUC >= 0.85. Instance type "
     "and threshold should be pipeline parameters.",
     {"parts": ["pipeline"], "framework": "sklearn", "instance": "ml.m5.large", "metric": "auc", "threshold": 0.85,
      "group": "churn-models", "preprocess_script": "preprocess.py"}),
    ("sagemaker training job xgboost on spot ml.m5.xlarge, max_depth=6, eta 0.1, data in s3://acme-ml/churn/train/",
     {"parts": ["training"], "framework": "xgboost", "spot": True, "instance": "ml.m5.xlarge", "data": "s3://acme-ml/churn/train/",
      "hyperparameters": {"max_depth": 6, "eta": 0.1}}),
    ("zadanie treningowe sagemaker w pytorchu na ml.g4dn.xlarge, 20 epok, spot",
     {"parts": ["training"], "framework": "pytorch", "instance": "ml.g4dn.xlarge", "hyperparameters": {"epochs": 20}, "spot": True}),
    ("sagemaker serverless endpoint churn-sls with 4 GB memory and max concurrency 20",
     {"parts": ["endpoint"], "endpoint": "churn-sls", "serving": "serverless", "memory": 4096, "concurrency": 20}),
    ("endpoint sagemaker asynchroniczny ocr-async na ml.g5.xlarge, model s3://acme-models/ocr/model.tar.gz",
     {"endpoint": "ocr-async", "serving": "async", "instance": "ml.g5.xlarge", "model_data": "s3://acme-models/ocr/model.tar.gz"}),
    ("SageMaker batch transform script from s3://acme-data/in/ to s3://acme-data/out/ on 2 x ml.m5.large",
     {"parts": ["transform"], "data": "s3://acme-data/in/", "output": "s3://acme-data/out/", "instances": 2, "instance": "ml.m5.large"}),
    ("buildspec.yml dla codebuild budujacy obraz i wysylajacy do ECR repo churn-api",
     {"parts": ["buildspec"], "build": "image", "repository": "churn-api"}),
    ("buildspec for CodeBuild that runs the SageMaker pipeline", {"parts": ["pipeline", "buildspec"], "build": "pipeline"}),
    ('deploy to sagemaker endpoint "fraud-rt", 2 instances ml.m5.large, autoscaling up to 6, data capture 20%',
     {"parts": ["endpoint"], "endpoint": "fraud-rt", "instances": 2, "max_instances": 6, "capture": 20}),
    ("potok sagemaker: preprocess, trening xgboost, rejestracja w grupie fraud-models jeśli f1 co najmniej 0,7, automatyczne zatwierdzanie",
     {"parts": ["pipeline"], "framework": "xgboost", "metric": "f1", "threshold": 0.7, "group": "fraud-models", "approval": "Approved"}),
    ("a teraz 3 instancje ml.m5.2xlarge i próg 0.9", {"parts": None, "instances": 3, "instance": "ml.m5.2xlarge", "threshold": 0.9}),
    ("change region to us-east-1 and the training instance to ml.c5.2xlarge",
     {"parts": None, "region": "us-east-1", "instance": "ml.c5.2xlarge"}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("sagemaker", message)
    # A later message changes what an earlier one asked for.
    validated(load("sagemaker"), {"framework": "xgboost", **read} if read.get("parts") is None else read)
    assert {name: read.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("sagemaker endpoint on t3.large", "instance: 't3.large' must be a type of SageMaker machine"),
        ("sagemaker serverless endpoint with 3 MB memory", "memory: 3"),
        ("potok sagemaker, rejestracja jesli auc co najmniej 85", "threshold 85 is impossible: auc is at most 1"),
        ("sagemaker training job sklearn on 3 instances ml.m5.large", "trains on one machine only"),
        (
            "sagemaker endpoint a-b, 5 instances, autoscaling up to 2",
            "cannot grow to 2 machines (max_instances) when it starts with 5",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(message: str, rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("sagemaker"), read_options("sagemaker", message))
    assert rule in str(caught.value)
