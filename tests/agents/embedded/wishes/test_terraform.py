"""Requests for Terraform, as people type them."""

import pytest

from agents.embedded.wishes import read_options
from errors import BadOption
from generators import load, validated

CASES = [
    ("terraform s3 bucket named acme-ml-models w/ versioning, eu-central-1",
     {"parts": ["s3"], "buckets": ["acme-ml-models"], "versioning": True, "region": "eu-central-1"}),
    ("terraform na klaster eks o nazwie ml-prod z jedną grupą węzłów t3.large, 2-5 sztuk",
     {"parts": ["eks"], "cluster": "ml-prod", "node_groups": [{"instance": "t3.large", "min": 2, "max": 5}]}),
    ("dołóż drugą grupę węzłów z gpu g4dn.xlarge, od 0 do 2",
     {"parts": ["eks"], "node_groups": [{"instance": "g4dn.xlarge", "min": 0, "max": 2}]}),
    ("Terraform for an ECR repository churn-api with immutable tags, scan on push, keep the last 10 images",
     {"parts": ["ecr"], "repositories": ["churn-api"], "immutable": True, "keep_images": 10}),
    ("terraform: rola IAM dla GitHub Actions przez OIDC, repo acme/churn-api, tylko branch main, ma pushowac do ECR",
     {"parts": ["ci-role"], "ci": "github", "ci_repository": "acme/churn-api", "ci_branch": "main", "repositories": None}),
    ('I need Terraform for an EKS cluster "ml-dev" (kubernetes 1.33), node groups: cpu m5.large 1 to 4 and gpu g5.xlarge 0-2 spot, '
     "new VPC 10.20.0.0/16 in 3 AZs",
     {"parts": ["eks", "vpc"], "cluster": "ml-dev", "kubernetes": "1.33", "vpc_cidr": "10.20.0.0/16", "zones": 3,
      "node_groups": [{"instance": "m5.large", "min": 1, "max": 4}, {"instance": "g5.xlarge", "min": 0, "max": 2, "spot": True}]}),
    ("konfiguracja terraform: bucket acme-raw z wersjonowaniem i szyfrowaniem kms, po 30 dniach do glaciera, po 365 dniach usuwane",
     {"parts": ["s3"], "buckets": ["acme-raw"], "kms": True, "archive_days": 30, "expire_days": 365}),
    ("terraform with remote state in s3 bucket acme-tfstate, creates buckets acme-raw, acme-processed and acme-models in Frankfurt",
     {"parts": ["s3"], "state": "s3", "state_bucket": "acme-tfstate", "buckets": ["acme-raw", "acme-processed", "acme-models"],
      "region": "eu-central-1"}),
    ("terraform endpoint sagemaker churn-prod na ml.c5.xlarge, 2 instancje, autoskalowanie do 6",
     {"parts": ["sagemaker"], "endpoint": "churn-prod", "instance": "ml.c5.xlarge", "instances": 2, "max_instances": 6}),
    ("terraform rds postgres o nazwie mlflow-db, db.t4g.small, 50 GB, multi-az",
     {"parts": ["rds"], "database": "mlflow-db", "database_instance": "db.t4g.small", "storage": 50, "multi_az": True}),
    ("Terraform EC2 GPU instance g5.2xlarge with 200 GB disk, spot, ssh only from 203.0.113.7/32",
     {"parts": ["ec2"], "machine": "g5.2xlarge", "disk": 200, "spot": True, "ssh_cidr": "203.0.113.7/32"}),
    ("terraform budżet 300 USD miesięcznie, mail ml@firma.pl", {"parts": ["budget"], "budget": 300, "email": "ml@firma.pl"}),
    ("Terraform: gitlab OIDC role for project acme/ml/churn, branch release",
     {"parts": ["ci-role"], "ci": "gitlab", "ci_repository": "acme/ml/churn", "ci_branch": "release"}),
    ("Terraform module for IAM execution role for SageMaker training with read access to bucket acme-training-data",
     {"parts": ["sagemaker-role"], "buckets": ["acme-training-data"]}),
    ("teraz zmien region na eu-west-1 i dodaj tagi Team=ml, CostCenter=42",
     {"parts": None, "region": "eu-west-1", "tags": {"Team": "ml", "CostCenter": "42"}}),
    ("Napisz terraform: repo ECR `scoring`, bucket `acme-scoring` bez wersjonowania, tagi owner=ds, produkcja",
     {"parts": ["ecr", "s3"], "repositories": ["scoring"], "buckets": ["acme-scoring"], "versioning": False, "environment": "prod"}),
    ("terraform for alarm on sagemaker endpoint churn-prod latency above 300 ms, email ops@acme.com",
     {"parts": ["alarm"], "endpoint": "churn-prod", "latency_ms": 300, "email": "ops@acme.com"}),
    ("Proszę o Terraform: VPC z dwiema podsieciami prywatnymi i klaster EKS `scoring` z grupą \"cpu\" 2-4 x m5.large i grupą \"gpu\" 0-1 x g5.xlarge",
     {"parts": ["vpc", "eks"], "cluster": "scoring",
      "node_groups": [{"instance": "m5.large", "min": 2, "max": 4}, {"instance": "g5.xlarge", "min": 0, "max": 1}]}),
    ("S3 bucket for terraform state acme-tf-state with dynamodb table tf-locks",
     {"parts": ["state"], "state_bucket": "acme-tf-state", "lock_table": "tf-locks"}),
    ("terraform code for two ecr repos: team/train and team/serve, region us-east-1, local state",
     {"parts": ["ecr"], "repositories": ["team/train", "team/serve"], "region": "us-east-1", "state": "local"}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_a_request_becomes_options(message: str, expected: dict[str, object]) -> None:
    read = read_options("terraform", message)
    validated(load("terraform"), read)
    assert {name: read.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("bucket S3 o nazwie Acme_Models, terraform", "buckets.0: 'Acme_Models'"),
        ('S3 terraform bucket "bad bucket!" please', "buckets.0: 'bad bucket!'"),
        ("terraform eks named x with node group min 5 max 2", "min 5 ≤ desired 5 ≤ max 2"),
        ("terraform vpc 10.0.1.0/16 with eks", "vpc_cidr"),
        (
            "terraform endpoint sagemaker o nazwie a-b, 4 instancje, autoskalowanie do 2",
            "cannot grow to 2 machines (max_instances) when it starts with 4",
        ),
        ("Terraform EC2 with ssh open for 0.0.0.0/0", "ssh_cidr"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(message: str, rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        validated(load("terraform"), read_options("terraform", message))
    assert rule in str(caught.value)
    assert caught.value.polish and caught.value.polish != str(caught.value)
