"""Options become the files of a configuration."""

import re
from typing import Any

from generators.frame import Files, fill, hcl, version
from generators.terraform.alarms import alarms_of
from generators.terraform.basics import Part
from generators.terraform.fmt import formatted
from generators.terraform.nodes import has_gpu, is_arm
from generators.terraform.outputs import outputs_of
from generators.terraform.services import Options

_FILES: tuple[tuple[str, tuple[Part, ...]], ...] = (
    ("s3", ("s3",)),
    ("state", ("state",)),
    ("ecr", ("ecr",)),
    ("vpc", ("vpc",)),
    ("eks", ("eks",)),
    ("sagemaker", ("sagemaker",)),
    ("sagemaker_role", ("sagemaker", "sagemaker-role")),
    ("iam_ci", ("ci-role",)),
    ("rds", ("rds",)),
    ("ec2", ("ec2",)),
    ("monitoring", ("alarm",)),
    ("budget", ("budget",)),
)
_NEED_NETWORK: tuple[Part, ...] = ("eks", "rds", "ec2")
_GPU_AMI = "/aws/service/deeplearning/ami/{processor}/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id"
_PLAIN_AMI = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{processor}"


def render(options: Options) -> Files:
    """The files: versions.tf, variables.tf, outputs.tf and one for each part."""
    context = _context(options)
    wanted = [name for name, parts in _FILES if options.has(*parts)]
    if options.vpc_created and options.has(*_NEED_NETWORK) and "vpc" not in wanted:
        wanted.insert(0, "vpc")
    if options.kms and options.has("s3", "state", "ecr", "eks", "sagemaker", "rds", "ec2", "sagemaker-role"):
        wanted.insert(0, "kms")
    templates = ["versions", "variables", *wanted]
    files = {f"{name}.tf": formatted(fill(f"terraform/{name}.tf", **context)) for name in templates}
    outputs = outputs_of(options, context)
    return {**files, "outputs.tf": formatted(fill("terraform/outputs.tf", outputs=outputs))} if outputs else files


def _context(options: Options) -> dict[str, Any]:
    names = {
        "cluster": options.cluster or options.called("eks", "cluster"),
        "endpoint": options.endpoint or options.called("sagemaker", "model"),
        "database": options.database or options.called("rds", "db"),
        "sagemaker_role": options.role if options.role and not options.has("ci-role") else f"{options.name[:52]}-sagemaker",
        "ci_role": options.role or f"{options.name[:58]}-ci",
    }
    return {
        "options": options,
        **names,
        **_network(options),
        **_arns(options),
        **_trust(options),
        **_machine(options),
        "tags": {"Project": options.name, "Environment": options.environment, "ManagedBy": "terraform", **options.tags},
        "alarms": alarms_of(options, names),
        "terraform": version("terraform"),
        "aws": version("terraform-aws"),
        "postgres": version("rds-postgres"),
    }


def _network(options: Options) -> dict[str, str]:
    if options.vpc_created:
        return {"vpc": "aws_vpc.this.id", "subnets": "aws_subnet.private[*].id", "subnet": "aws_subnet.private[0].id"}
    return {"vpc": "var.vpc_id", "subnets": "var.private_subnet_ids", "subnet": "var.private_subnet_ids[0]"}


def _arns(options: Options) -> dict[str, Any]:
    """The buckets and repositories that roles may use: of this configuration, or by their names."""
    uses_buckets = options.has("s3") or bool(options.buckets) or options.has("sagemaker-role")
    named = [f"arn:aws:s3:::{name}" for name in options.all_buckets]
    own = len(named) > 1
    buckets, objects = hcl(named), hcl([f"{arn}/*" for arn in named])
    if options.has("s3"):
        buckets = "values(aws_s3_bucket.this)[*].arn" if own else "[aws_s3_bucket.this.arn]"
        objects = '[for bucket in aws_s3_bucket.this : "${bucket.arn}/*"]' if own else '["${aws_s3_bucket.this.arn}/*"]'
    account = "${data.aws_caller_identity.current.account_id}"
    repositories = [f'"arn:aws:ecr:${{var.region}}:{account}:repository/{name}"' for name in options.all_repositories]
    repository_arns = f"[{', '.join(repositories)}]"
    if options.has("ecr"):
        repository_arns = "values(aws_ecr_repository.this)[*].arn" if len(repositories) > 1 else "[aws_ecr_repository.this.arn]"
    pushes = options.has("ci-role") and not options.has("ecr", "s3", "eks")
    return {
        "uses_buckets": uses_buckets,
        "uses_account": pushes or options.has("sagemaker", "sagemaker-role"),
        "bucket_arns": buckets,
        "object_arns": objects,
        "repository_arns": repository_arns,
    }


def _trust(options: Options) -> dict[str, str]:
    if options.ci == "gitlab":
        subject = f"project_path:{options.ci_repository}:ref_type:branch:ref:{options.ci_branch}"
        return {"subject": subject, "audience": "https://gitlab.com"}
    owner = f"repo:{options.ci_repository}"
    place = f"environment:{options.ci_environment}" if options.ci_environment else f"ref:refs/heads/{options.ci_branch}"
    return {"subject": f"{owner}:{place}", "audience": "sts.amazonaws.com"}


def _machine(options: Options) -> dict[str, Any]:
    gpu, arm = has_gpu(options.machine), is_arm(options.machine)
    image = _GPU_AMI if gpu else _PLAIN_AMI
    return {"gpu": gpu, "ami": re.sub(r"\{processor\}", "arm64" if arm else "x86_64", image)}
