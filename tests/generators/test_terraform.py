"""What is particular to Terraform: how parts refer to each other, least privilege, and the layout of `terraform fmt`."""

import re
from typing import Any

import pygohcl
import pytest

from errors import BadOption
from generators import load, validated
from generators.terraform.fmt import formatted

KIND = load("terraform")


def files(**raw: Any) -> dict[str, str]:
    return KIND.render(validated(KIND, raw))


def parsed(**raw: Any) -> dict[str, Any]:
    return {path: pygohcl.loads(text) for path, text in files(**raw).items()}


def test_a_bucket_is_private_encrypted_versioned_and_takes_tls_only() -> None:
    resources = parsed(parts=["s3"], buckets=["acme-ml-models"])["s3.tf"]["resource"]
    assert resources["aws_s3_bucket"]["this"]["bucket"] == "acme-ml-models"
    assert all(value is True for name, value in resources["aws_s3_bucket_public_access_block"]["this"].items() if name != "bucket")
    assert resources["aws_s3_bucket_versioning"]["this"]["versioning_configuration"]["status"] == "Enabled"
    assert "aws_s3_bucket_server_side_encryption_configuration" in resources and "aws_s3_bucket_policy" in resources


def test_without_versioning_nothing_speaks_of_old_versions() -> None:
    text = files(parts=["s3"], versioning=False)["s3.tf"]
    assert "noncurrent" not in text and "aws_s3_bucket_versioning" not in text


def test_node_groups_get_names_images_and_taints_by_their_machines() -> None:
    groups = [
        {"instance": "t3.large", "min": 2, "max": 5},
        {"instance": "g4dn.xlarge", "min": 0, "max": 2},
        {"instance": "m7g.large"},
    ]
    made = parsed(parts=["eks"], node_groups=groups)["eks.tf"]["resource"]["aws_eks_node_group"]
    assert {name: group["ami_type"] for name, group in made.items()} == {
        "cpu": "AL2023_x86_64_STANDARD",
        "gpu": "AL2023_x86_64_NVIDIA",
        "cpu_2": "AL2023_ARM_64_STANDARD",
    }
    assert made["cpu"]["scaling_config"] == {"min_size": 2, "max_size": 5, "desired_size": 2}
    assert made["gpu"]["scaling_config"]["desired_size"] == 0 and made["gpu"]["taint"]["key"] == "nvidia.com/gpu"
    assert "taint" not in made["cpu"]


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        ({}, "repo:acme/churn:ref:refs/heads/main"),
        ({"ci_environment": "production"}, "repo:acme/churn:environment:production"),
        ({"ci": "gitlab", "ci_branch": "release"}, "project_path:acme/churn:ref_type:branch:ref:release"),
    ],
)
def test_only_the_named_repository_may_take_the_role(raw: dict[str, str], subject: str) -> None:
    text = files(parts=["ci-role"], ci_repository="acme/churn", **raw)["iam_ci.tf"]
    assert subject in text and '"repo:*' not in text and "StringLike" not in text


def test_no_role_may_do_everything() -> None:
    parts = ["s3", "ecr", "eks", "sagemaker", "sagemaker-role", "ci-role", "rds", "ec2"]
    for path, text in files(parts=parts).items():
        allowing = text.replace('actions   = ["s3:*"]', "")  # the bucket's policy denies all that is not TLS
        assert not re.search(r'actions\s*=\s*\[[^\]]*"(?:\w+:)?\*"', allowing), path
        assert "AdministratorAccess" not in text and "FullAccess" not in text


def test_no_password_stands_in_a_file() -> None:
    made = files(parts=["rds"])
    assert "manage_master_user_password" in made["rds.tf"]
    assert not any(re.search(r"^\s*(?:master_)?password\s*=", text, re.M) for text in made.values())


def test_the_state_is_remote_locked_and_encrypted_unless_it_is_to_be_local() -> None:
    backend = parsed(state_bucket="acme-state", region="eu-west-1")["versions.tf"]["terraform"]["backend"]["s3"]
    assert backend == {
        "bucket": "acme-state",
        "key": "ml-platform/dev/terraform.tfstate",
        "region": "eu-west-1",
        "encrypt": True,
        "use_lockfile": True,
    }
    assert "backend" not in files(state="local")["versions.tf"]
    assert "backend" not in pygohcl.loads(files(parts=["state"])["versions.tf"])["terraform"]


def test_a_network_is_created_or_asked_for() -> None:
    assert "vpc.tf" in files(parts=["eks"], network="created") and "vpc.tf" not in files(parts=["eks"])
    assert 'variable "private_subnet_ids"' in files(parts=["eks"])["variables.tf"]
    assert 'variable "vpc_id"' not in files(parts=["eks"])["variables.tf"]


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        ({"node_groups": [{"min": 3, "max": 1}]}, "min 3 ≤ desired 3 ≤ max 1"),
        ({"node_groups": [{"name": "a"}, {"name": "a"}]}, "wo node groups have the same name"),
        ({"archive_days": 60, "expire_days": 30}, "cannot be deleted (expire_days) before they are archived"),
        ({"archive_days": 10, "archive_class": "STANDARD_IA"}, "after 30 days (archive_days) at the earliest"),
        ({"disk": 20}, "GPU drivers takes 75 GB"),
        ({"ssh_cidr": "10.0.0.0/8"}, "far too many addresses"),
        ({"vpc_cidr": "10.0.0.0/8"}, "from /16 to /22"),
        ({"tags": {"Team": '${jsonencode("x")}'}}, "the text of an AWS tag"),
        ({"buckets": ['x"\nresource "aws_iam_user" "y" {}']}, "an S3 bucket name"),
    ],
)
def test_what_cannot_be_is_refused(raw: dict[str, Any], rule: str) -> None:
    with pytest.raises(BadOption) as caught:
        files(**raw)
    assert rule in str(caught.value)


def test_assignments_are_aligned_as_terraform_does() -> None:
    text = 'a {\n\n  x = 1\n  long_name = "="\n  map = {\n    k = 1\n    key = 2\n  }\n  y = 2\n\n\n  z = 3\n\n}\n'
    assert (
        formatted(text)
        == 'a {\n  x         = 1\n  long_name = "="\n  map = {\n    k   = 1\n    key = 2\n  }\n  y = 2\n\n  z = 3\n}\n'
    )
