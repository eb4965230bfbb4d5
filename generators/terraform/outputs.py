"""What others need to know of a configuration."""

from dataclasses import dataclass
from typing import Any

from generators.terraform.services import Options


@dataclass(frozen=True)
class Output:
    """An output; `value` is an expression."""

    name: str
    about: str
    value: str


def outputs_of(options: Options, context: dict[str, Any]) -> list[Output]:
    """The outputs of the parts that are wanted."""
    return [*_storage(options), *_computing(options), *_services(options)]


def _storage(options: Options) -> list[Output]:
    outputs = []
    if options.has("s3"):
        many = len(options.all_buckets) > 1
        value = "values(aws_s3_bucket.this)[*].bucket" if many else "aws_s3_bucket.this.bucket"
        outputs.append(Output("buckets" if many else "bucket", "Where data and models are.", value))
    if options.has("state"):
        outputs.append(Output("state_bucket", 'What `backend "s3"` names.', "aws_s3_bucket.state.bucket"))
    if options.has("ecr"):
        many = len(options.all_repositories) > 1
        value = "values(aws_ecr_repository.this)[*].repository_url" if many else "aws_ecr_repository.this.repository_url"
        outputs.append(Output("repository_urls" if many else "repository_url", "Where images are pushed.", value))
    return outputs


def _computing(options: Options) -> list[Output]:
    outputs = []
    if options.has("vpc"):
        outputs.append(Output("vpc_id", "The network.", "aws_vpc.this.id"))
        outputs.append(Output("private_subnet_ids", "Subnets without a way in.", "aws_subnet.private[*].id"))
    if options.has("eks"):
        command = "aws eks update-kubeconfig --name ${aws_eks_cluster.this.name} --region ${var.region}"
        outputs.append(Output("cluster_name", "Name of the cluster.", "aws_eks_cluster.this.name"))
        outputs.append(Output("kubeconfig_command", "What connects kubectl.", f'"{command}"'))
    if options.has("ec2"):
        outputs.append(
            Output(
                "shell_command", "What opens a shell on the machine.", '"aws ssm start-session --target ${aws_instance.this.id}"'
            )
        )
    return outputs


def _services(options: Options) -> list[Output]:
    outputs = []
    if options.has("sagemaker"):
        outputs.append(Output("endpoint_name", "What clients invoke.", "aws_sagemaker_endpoint.this.name"))
    if options.has("sagemaker", "sagemaker-role"):
        outputs.append(Output("sagemaker_role_arn", "Role of SageMaker jobs and models.", "aws_iam_role.sagemaker.arn"))
    if options.has("ci-role"):
        outputs.append(Output("ci_role_arn", "Role that CI assumes.", "aws_iam_role.ci.arn"))
    if options.has("rds"):
        outputs.append(Output("database_address", "Where the database listens.", "aws_db_instance.this.address"))
        outputs.append(
            Output("database_secret_arn", "Where its password is.", "aws_db_instance.this.master_user_secret[0].secret_arn")
        )
    if options.has("alarm"):
        outputs.append(Output("alerts_topic_arn", "Topic of the alarms.", "aws_sns_topic.alerts.arn"))
    return outputs
