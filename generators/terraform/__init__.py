"""Terraform for AWS: S3, ECR, EKS, VPC, SageMaker, IAM for CI by OIDC, RDS, EC2, alarms, budgets, remote state."""

from generators.terraform.rendering import render
from generators.terraform.services import Options
from generators.terraform.whys import WHY

__all__ = ["ABOUT", "CUES", "POLISH", "WHY", "Options", "render"]

POLISH = "Terraform dla AWS: S3, ECR, EKS, VPC, SageMaker, IAM dla CI przez OIDC, RDS, EC2, alarmy, budżety, zdalny stan."
CUES = ("terraform*", "opentofu", "tf file*", "plik* tf", "hcl", "infrastructure as code", "infrastruktur* jako kod")
ABOUT = ("aws", "s3 bucket*", "bucket* s3", "eks", "ecr", "iam role*", "rola iam", "rds", "ec2")
