"""Terraform configurations with faults that a person makes, judged without Terraform."""

from pathlib import Path

import pytest
from shared_samples import shared_samples

from generators.checks import terraform_aws

GOOD = """
variable "name" {
  type = string
}

resource "aws_ecr_repository" "api" {
  name                 = "${var.name}-api" # not a reference: aws_nothing.here
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "api" {
  repository = aws_ecr_repository.api.name
  policy     = jsonencode({ rules = [] })
}

output "address" {
  value = "at ${aws_ecr_repository.api.repository_url}"
}
"""


def faults(folder, text: str) -> list[tuple[int | None, str]]:
    (folder / "main.tf").write_text(text)
    return [(problem.line, problem.message) for problem in terraform_aws.check(folder, ["main.tf"])]


def test_a_good_configuration_passes(tmp_path) -> None:
    assert faults(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("scan_on_push", "scan_on_pushh", 6, "there is no argument or block 'scan_on_pushh'"),
        ("scan_on_push = true", 'scan_on_push = "yes"', 6, "'scan_on_push' must be a boolean"),
        ('name                 = "${var.name}-api"', "", 6, "the argument 'name' is missing"),
        ("aws_ecr_repository.api.name", "aws_ecr_repository.app.name", 16, "aws_ecr_repository.app is not declared"),
        (".repository_url", ".repository_uri", 21, "aws_ecr_repository has no attribute 'repository_uri'"),
        ("${var.name}", "${var.nam}", 7, "var.nam is not declared"),
        ('"aws_ecr_lifecycle_policy" "api"', '"aws_ecr_lifecycle" "api"', 15, "the type of resource is not known"),
        ('"IMMUTABLE"\n', '"IMMUTABLE"\n  arn = "x"\n', 6, "'arn' can only be read"),
        ("  }\n}\n\nresource", "  }\n\nresource", None, "Unclosed configuration block"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path, old: str, new: str, line: int | None, message: str) -> None:
    assert old in GOOD
    found = faults(tmp_path, GOOD.replace(old, new, 1))
    assert any(message in text and (line is None or at == line) for at, text in found), found


def test_the_same_address_twice_is_a_fault(tmp_path) -> None:
    assert any("is declared twice" in message for _, message in faults(tmp_path, GOOD + GOOD.partition("resource")[0]))


def test_files_of_a_folder_are_one_configuration_and_folders_are_apart(tmp_path) -> None:
    for path, text in {
        "a/main.tf": 'output "x" {\n  value = var.x\n}\n',
        "a/variables.tf": 'variable "x" {}\n',
        "b/main.tf": 'output "x" {\n  value = var.x\n}\n',
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    found = terraform_aws.check(tmp_path, ["a/main.tf", "a/variables.tf", "b/main.tf"])
    assert [(problem.path, problem.message) for problem in found] == [("b/main.tf", "var.x is not declared")]


@pytest.mark.parametrize("file", shared_samples("terraform", "*/main.tf"))
def test_the_shared_samples_are_judged_rightly(file: Path) -> None:
    assert bool(terraform_aws.check(file.parent, [file.name])) == file.parent.name.startswith("broken")
