"""Terraform files are read by HashiCorp's own parser."""

import pygohcl
import pytest
from judging import guides_with
from pages import examples

HCL = examples("hcl")


@pytest.mark.parametrize("guide", guides_with(HCL))
def test_hcl_parses(guide: str) -> None:
    for example in HCL:
        if example.guide == guide:
            assert pygohcl.loads(example.text) is not None, example.place


def test_a_missing_bracket_is_seen() -> None:
    with pytest.raises(pygohcl.HCLParseError):
        pygohcl.loads('resource "aws_s3_bucket" "a" {')
