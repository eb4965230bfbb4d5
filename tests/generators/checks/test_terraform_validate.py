"""Terraform itself, with the stand-in for the AWS provider."""

import json
import os

import pytest

from generators.checks import Missing, terraform_validate

GOOD = """resource "aws_ecr_repository" "api" {
  name = "api"

  image_scanning_configuration {
    scan_on_push = true
  }
}
"""


@pytest.fixture(autouse=True)
def _installed() -> None:
    try:
        terraform_validate.version()
    except Missing as error:
        pytest.skip(str(error))


pytestmark = pytest.mark.extras


def faults(folder, text: str) -> list[tuple[int | None, str]]:
    (folder / "main.tf").write_text(text)
    return [(problem.line, problem.message) for problem in terraform_validate.check(folder, ["main.tf"])]


def test_a_good_configuration_passes(tmp_path) -> None:
    assert faults(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("scan_on_push", "scan_on_pushh", 5, "Unsupported argument"),
        ("true", '"perhaps"', 5, "a bool is required"),
        ('"api" {', '"api" {\n  image_tag_mutability = var.kind', 2, "Reference to undeclared input variable"),
        ('  name = "api"\n\n', "", 1, "Missing required argument"),
        ("  name = ", "  name =     ", None, "is not formatted as `terraform fmt` does"),
    ],
)
def test_terraform_names_the_fault(tmp_path, old: str, new: str, line: int | None, message: str) -> None:
    assert old in GOOD
    found = faults(tmp_path, GOOD.replace(old, new, 1))
    assert any(message in text and at == line for at, text in found), found


def test_the_stand_in_ends_with_the_check(tmp_path) -> None:
    with terraform_validate._provider(tmp_path) as environment:
        process = json.loads(environment["TF_REATTACH_PROVIDERS"])["hashicorp/aws"]["Pid"]
        os.kill(process, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
